using System.Collections.Immutable;
using Trappa.Check.Flows;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>What rules look at besides the guide.</summary>
/// <param name="Guide">The guide.</param>
/// <param name="Layouts">Names of the layouts that the templates have.</param>
public sealed record CheckInput(Guide Guide, ImmutableArray<string> Layouts);

/// <summary>Runs the rules. A new rule is a new file and a line in the list.</summary>
public static class Checker
{
    private static readonly ImmutableArray<Func<CheckInput, IEnumerable<Diagnostic>>> Rules =
    [
        SameAddress.Check,
        UnusedQuote.Check,
        UnknownLayout.Check,
        NoAddress.Check,
        DatedFacts.Check,
        Headings.Check,
        LinkTexts.Check,
        ImageTexts.Check,
        HtmlShownAsText.Check,
        LongWords.Check,
        Presets.Check,
        FlowProofs.Check,
    ];

    /// <summary>All that the rules find, in the order of files and lines.</summary>
    public static ImmutableArray<Diagnostic> Check(CheckInput input) =>
        [.. Rules.SelectMany(rule => rule(input)).OrderBy(d => d.Place).ThenBy(d => d.Code.Id, StringComparer.Ordinal)];
}
