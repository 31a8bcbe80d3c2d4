using System.Collections.Immutable;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Words;

/// <summary>A text with the pages that show it.</summary>
/// <param name="Wording">The text.</param>
/// <param name="Pages">Root-absolute addresses; <see cref="ShownOn.EveryPage"/> where it is on all of them.</param>
public sealed record UsedWording(Wording Wording, ImmutableArray<string> Pages);

/// <summary>All wording of a guide.</summary>
/// <param name="Guide">The guide.</param>
/// <param name="Texts">Every text that readers read, by file and line.</param>
public sealed record GuideWording(Guide Guide, ImmutableArray<UsedWording> Texts)
{
    /// <summary>The texts and their passages, for rules that look at one after the other.</summary>
    public IEnumerable<(Wording Wording, Passage Passage)> Passages() =>
        from text in Texts
        from passage in text.Wording.Passages
        select (text.Wording, passage);

    /// <summary>The wording of a guide's files.</summary>
    /// <param name="parsed">The files as syntax.</param>
    /// <param name="guide">What was made of them: drafts that are not in it are left out here too.</param>
    public static GuideWording Of(Parsed parsed, Guide guide)
    {
        var texts = Wordings(parsed, guide).OrderBy(w => w.Text.Start).ToImmutableArray();
        return new(guide, ShownOn.Of(guide, texts));
    }

    /// <summary>The same without the pages that show it, in no order, and read only as far as somebody asks.</summary>
    /// <param name="parsed">The files as syntax.</param>
    /// <param name="guide">What was made of them.</param>
    public static IEnumerable<Wording> Wordings(Parsed parsed, Guide guide)
    {
        var fields = Fields(parsed, guide);
        var files = guide.Steps.Select(s => s.Place.File).Concat(guide.AllPages().Select(p => p.Place.File))
            .Concat(guide.Quotes.Select(q => q.Place.File)).Concat(guide.Terms.Select(t => t.Place.File)).ToHashSet(StringComparer.Ordinal);
        return parsed.Documents.Where(d => files.Contains(d.Path)).SelectMany(d => fields.Of(d))
            .Concat(fields.Of(Parser.SitePath, parsed.Site))
            .Concat(parsed.Data.SelectMany(d => fields.Of(d.Key, d.Value)))
            .Where(w => !w.Passages.IsEmpty);
    }

    internal static WordingFields Fields(Parsed parsed, Guide guide) => new(parsed.Language, parsed.Markdown, guide.Sections,
        guide.Facts.DistinctBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));
}
