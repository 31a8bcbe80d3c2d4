using System.Collections.Immutable;
using Trappa.Check.Flows;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Model;
using Trappa.Words;

namespace Trappa.Check;

/// <summary>What rules look at besides the guide.</summary>
/// <param name="Guide">The guide.</param>
/// <param name="Layouts">Names of the layouts that the templates have.</param>
/// <param name="Wordings">Every text that readers read; found when somebody asks.</param>
/// <param name="Texts">The texts of the guide to look at, each once.</param>
public sealed record CheckInput(Guide Guide, ImmutableArray<string> Layouts, IEnumerable<Wording> Wordings, ImmutableArray<Prose> Texts)
{
    /// <summary>All of a guide.</summary>
    public CheckInput(Guide guide, ImmutableArray<string> layouts, IEnumerable<Wording> wordings)
        : this(guide, layouts, wordings, [.. guide.Texts()])
    {
    }

    /// <summary>The same for some of the guide's texts.</summary>
    public CheckInput On(IEnumerable<Prose> texts) => this with { Texts = [.. texts] };
}

/// <summary>Runs the rules. A new rule is a new file and a line in the list.</summary>
public static class Checker
{
    private static readonly ImmutableArray<Func<CheckInput, IEnumerable<Diagnostic>>> Rules =
    [
        SameAddress.Check,
        UnusedQuote.Check,
        QuoteTexts.Check,
        UnknownLayout.Check,
        NoAddress.Check,
        BadAliases.Check,
        OldEdition.Check,
        LostAddress.Check,
        OldName.Check,
        OldCardText.Check,
        HiddenAddress.Check,
        FlowProofs.Check,
        Presets.Check,
        PictureFaults.Check,
    ];

    // Rules that look at each text by itself.
    private static readonly ImmutableArray<Func<CheckInput, IEnumerable<Diagnostic>>> TextRules =
    [
        Headings.Check,
        LinkTexts.Check,
        BrokenFacts.Check,
        AlmostLinks.Check,
        AlmostQuotes.Check,
        UnknownCallouts.Check,
        AlmostCallouts.Check,
        AlmostHeadings.Check,
        LostReferences.Check,
        ImageTexts.Check,
        HtmlShownAsText.Check,
        LongWords.Check,
    ];

    /// <summary>All that the rules find, in the order of files and lines.</summary>
    /// <param name="input">What rules look at.</param>
    /// <param name="kept">What earlier checks found; a page that is the same needs no second look.</param>
    public static ImmutableArray<Diagnostic> Check(CheckInput input, Kept? kept = null) =>
        [.. Rules.SelectMany(rule => rule(input)).Concat(LongWords.ToldOnce(Texts(input, kept ?? Kept.Nothing)))
            .OrderBy(d => d.Place).ThenBy(d => d.Code.Id, StringComparer.Ordinal)];

    // Steps first, then page by page, then the rest: the order in which a word is told of where it stands first.
    private static List<Diagnostic> Texts(CheckInput input, Kept kept)
    {
        var guide = input.Guide;
        var found = new List<Diagnostic>(Run(input.On(guide.Steps.SelectMany(s => s.Texts()))));
        var pages = guide.AllPages().ToList();
        var onPages = new ImmutableArray<Diagnostic>[pages.Count];
        Parallel.For(0, pages.Count, i => onPages[i] = kept.Get("check", pages[i].Place.File, [pages[i], guide.Language, guide.Words, guide.Site.AllowsHtml],
            () => new Findings([.. Run(input.On(pages[i].Texts()))])).Items);
        found.AddRange(onPages.SelectMany(f => f));
        found.AddRange(Run(input.On(guide.OtherTexts())));
        return found;
    }

    private static IEnumerable<Diagnostic> Run(CheckInput input) => TextRules.SelectMany(rule => rule(input));

    private sealed record Findings(ImmutableArray<Diagnostic> Items);
}
