using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>A page of sheets.</summary>
/// <param name="Preset">The preset's place among the guide's.</param>
/// <param name="Sides">How the cards lie.</param>
/// <param name="Address">Root-absolute address.</param>
/// <param name="Title">What it is called.</param>
public sealed record CardsPage(int Preset, Sides Sides, string Address, string Title);

/// <summary>Lists the pages that are printed.</summary>
internal static class PrintPages
{
    /// <summary>What is printed to PDF, and the path of each: the usual cards, two-sided and, where they can be folded, on one side.</summary>
    public static ImmutableArray<(CardsPage Page, string File)> Pdfs(Guide guide) =>
    [
        .. All(guide).Where(p => p.Preset == 0 && p.Sides != Sides.ShortEdge)
            .Select(p => (p, Folder(guide)[1..] + (p.Sides == Sides.One ? "kort-enkelsidig.pdf" : "kort.pdf"))),
    ];

    /// <summary>Every preset in every way it can be printed; the first is the usual one. Empty where there is nothing to print.</summary>
    public static ImmutableArray<CardsPage> All(Guide guide) => guide.Steps.IsEmpty ? [] :
    [
        .. guide.Print.Presets.SelectMany((preset, i) => new[]
        {
            Page(guide, i, Sides.LongEdge, i == 0 ? "" : Name(guide, preset), "print_two_sided"),
            Page(guide, i, Sides.One, Name(guide, preset) + "-1", "print_one_sided"),
            Page(guide, i, Sides.ShortEdge, Name(guide, preset) + "-2", "print_short_edge"),
        }.Where(p => p.Sides != Sides.One || preset.Columns > 1)),
    ];

    private static CardsPage Page(Guide guide, int preset, Sides sides, string name, string title) => new(preset, sides,
        Folder(guide) + guide.Language.Slug(guide.Language.Word("print_cards")) + "/" + (name.Length == 0 ? "" : name + "/"),
        guide.Language.Fill(title, ("preset", Label(guide.Print.Presets[preset]))));

    private static string Label(CardPreset preset) => $"{preset.Name} ({preset.Paper.Name})";

    private static string Name(Guide guide, CardPreset preset) =>
        guide.Language.Slug(preset.Name.Replace('.', '-')) + "-" + preset.Paper.Name.ToLowerInvariant();

    private static string Folder(Guide guide) => guide.Language.Address("print");
}
