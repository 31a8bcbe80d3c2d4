using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>A page of sheets.</summary>
/// <param name="Preset">The preset's place among the guide's.</param>
/// <param name="Sides">How the cards lie.</param>
/// <param name="Address">Root-absolute address.</param>
/// <param name="Title">What it is called.</param>
public sealed record CardsPage(int Preset, Sides Sides, string Address, string Title);

/// <summary>A page that is printed to PDF when the site is built.</summary>
/// <param name="Address">Root-absolute address of the page.</param>
/// <param name="File">Path of the PDF.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Paper">The paper it is made for.</param>
internal sealed record ReadyPdf(string Address, string File, string Title, Paper Paper)
{
    /// <summary>Whether it has page numbers to fill in.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether it is the sheet that is folded to a booklet.</summary>
    public bool IsFolded { get; init; }
}

/// <summary>Lists the pages that are printed.</summary>
internal static class PrintPages
{
    /// <summary>What is printed to PDF: the usual cards, two-sided and, where they can be folded, on one side; the booklet; the handbook in both sizes.</summary>
    public static ImmutableArray<ReadyPdf> Pdfs(Guide guide) => guide.Steps.IsEmpty ? [] :
    [
        .. All(guide).Where(p => p.Preset == 0 && p.Sides != Sides.ShortEdge).Select(p => new ReadyPdf(
            p.Address, File(guide, p.Sides == Sides.One ? "cards_one_sided" : "cards"), p.Title, guide.Print.Presets[p.Preset].Paper)),
        .. !Booklet.IsFor(guide) ? [] : new[]
        {
            new ReadyPdf(guide.Language.Address("booklet"), File(guide, "booklet"), guide.Language.Word("print_booklet"), Booklet.SheetOf(guide)) { IsFolded = true },
        },
        new(Handbook(guide, isLarge: false), File(guide, "handbook"), guide.Language.Word("print_handbook"), Paper.A4) { IsNumbered = true },
        new(Handbook(guide, isLarge: true), File(guide, "handbook_large"), guide.Language.Word("print_handbook_large"), Paper.A4) { IsNumbered = true },
    ];

    private static string File(Guide guide, string name) => Folder(guide)[1..] + guide.Language.File("pdf_" + name);

    /// <summary>Every preset in every way it can be printed; the first is the usual one. Empty where there is nothing to print.</summary>
    public static ImmutableArray<CardsPage> All(Guide guide) => guide.Steps.IsEmpty ? [] :
    [
        .. guide.Print.Presets.SelectMany((preset, i) => new[]
        {
            Page(guide, i, Sides.LongEdge, i == 0 ? "" : preset.Slug(guide.Language), "print_two_sided"),
            Page(guide, i, Sides.One, preset.Slug(guide.Language) + "-1", "print_one_sided"),
            Page(guide, i, Sides.ShortEdge, preset.Slug(guide.Language) + "-2", "print_short_edge"),
        }.Where(p => p.Sides != Sides.One || preset.Columns > 1)),
    ];

    /// <summary>Root-absolute address of the handbook.</summary>
    public static string Handbook(Guide guide, bool isLarge) =>
        guide.Language.Address("handbook") + (isLarge ? guide.Language.Slug(guide.Language.Word("print_large")) + "/" : "");

    private static CardsPage Page(Guide guide, int preset, Sides sides, string name, string title) => new(preset, sides,
        Folder(guide) + guide.Language.Slug(guide.Language.Word("print_cards")) + "/" + (name.Length == 0 ? "" : name + "/"),
        guide.Language.Fill(title, ("preset", Label(guide.Print.Presets[preset]))));

    private static string Label(CardPreset preset) => $"{preset.Name} ({preset.Paper.Name})";

    private static string Folder(Guide guide) => guide.Language.Address("print");
}
