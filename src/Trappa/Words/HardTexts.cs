using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Words;

/// <summary>How easy a page is to read.</summary>
/// <param name="Address">Root-absolute.</param>
/// <param name="Title">Its title.</param>
/// <param name="Place">The file.</param>
/// <param name="Readability">The measure.</param>
public sealed record PageReadability(string Address, string Title, Place Place, Readability Readability)
{
    /// <summary>The pages of a guide: what a page's own file says, and the quotes that it shows.</summary>
    public static ImmutableArray<PageReadability> Of(GuideWording words)
    {
        var guide = words.Guide;
        var language = guide.Language;
        var quotes = guide.Quotes.Select(q => q.Place.File).ToHashSet(StringComparer.Ordinal);
        IEnumerable<(string Address, string Title, Place Place)> pages =
        [
            .. guide.AllPages().Where(p => p == guide.Front).Select(p => (p.Address, p.Title, p.Place)),
            .. guide.Steps.Select(s => (s.Address, s.Name, s.Place)),
            .. guide.Flow is { } flow ? [(language.Address("flow"), flow.Title, flow.Place)] : Array.Empty<(string, string, Place)>(),
            (language.Address("quotes"), language.Word("quotes_title"), new("content/" + language.Folder("quotes"))),
            .. guide.AllPages().Where(p => p != guide.Front).Select(p => (p.Address, p.Title, p.Place)),
            (language.Address("terms"), language.Word("terms_title"), new("content/" + language.Folder("terms"))),
            (language.Address("resources"), language.Word("resources_title"), new("content/" + language.File("resources"))),
        ];
        var prose = words.Texts.Where(t => t.Wording.Kind == WordingKind.Prose).SelectMany(t => t.Pages.Select(p => (Page: p, t.Wording))).ToLookup(t => t.Page, t => t.Wording, StringComparer.Ordinal);
        return
        [
            .. pages.Select(p => new PageReadability(p.Address, p.Title, p.Place, Readability.Of(prose[p.Address]
                    .Where(w => quotes.Contains(w.File) || IsOwn(w.File, p.Place.File)).SelectMany(w => w.Passages))))
                .Where(p => p.Readability.Words > 0),
        ];
    }

    private static bool IsOwn(string file, string place) => file == place || file.StartsWith(place + "/", StringComparison.Ordinal);
}

/// <summary>TR710, TR711: pages and sentences that are harder to read than the guide's own limits.</summary>
internal static class HardTexts
{
    // Of fewer words LIX says nothing.
    private const int EnoughWords = 30;

    public static IEnumerable<Diagnostic> Find(GuideWording words, ImmutableArray<PageReadability> pages)
    {
        var limits = words.Guide.Words.Limits;
        var hard = from page in pages
                   where page.Readability.Words >= EnoughWords && page.Readability.Lix > limits.Lix
                   select new Diagnostic(Codes.HardPage, new(page.Place.File), ("page", page.Title),
                       ("lix", Number(page.Readability.Lix)), ("limit", Number(limits.Lix)));
        var sentences = from text in words.Passages()
                        where text.Wording.Kind == WordingKind.Prose
                        from sentence in Readability.SentencesOf(text.Passage.Words)
                        where sentence.Words > limits.Sentence
                        select new Diagnostic(Codes.LongSentence, PlaceOf(text.Wording, text.Passage, sentence.Start, sentence.End),
                            ("count", Number(sentence.Words)), ("limit", Number(limits.Sentence)));
        return hard.Concat(sentences);
    }

    private static string Number(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);

    // From the first letter that is written there; a sentence may begin with a fact.
    private static Place PlaceOf(Wording wording, Passage passage, int start, int end)
    {
        var written = Enumerable.Range(start, end - start).Where(i => passage.Offsets[i] >= 0 && !char.IsWhiteSpace(passage.Words[i])).ToList();
        return written.Count == 0 ? wording.Text.Start : wording.Text.At(passage.Offsets[written[0]], passage.Offsets[written[^1]] - passage.Offsets[written[0]] + 1);
    }
}
