using System.Collections.Immutable;
using System.Globalization;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Print;

namespace Trappa.Render.Views;

/// <summary>What is printed: <c>print</c>.</summary>
internal static class PrintView
{
    /// <summary>All that can be printed, for the page where one chooses.</summary>
    public static ScriptObject Choices(Guide guide, Booklet? booklet, Func<ReadyPdf, bool> isThere)
    {
        var pages = PrintPages.All(guide);
        return View.Of(
            ("has_pdfs", PrintPages.Pdfs(guide).Any(isThere)),
            ("ready", View.List(Ready(guide, isThere, p => !p.IsNumbered && !p.IsFolded))),
            ("booklets", View.List(Ready(guide, isThere, p => p.IsFolded))),
            ("booklet_pages", View.List(Ready(guide, p => false, p => p.IsFolded && isThere(p)))),
            ("booklet_picture", booklet is null ? null : new HtmlText(BookletDrawing.Picture(booklet, Imposition.Of(Booklet.Columns, guide.Language.Direction == "rtl"), guide.Language))),
            ("handbook_picture", new HtmlText(HandbookPicture.Svg(guide.Language))),
            ("handbooks", View.List(Ready(guide, isThere, p => p.IsNumbered))),
            ("handbook_pages", View.List(Ready(guide, p => false, p => p.IsNumbered && isThere(p)))),
            ("sizes", View.List(guide.Print.Presets.Select((preset, i) => View.Of(
                ("picture", new HtmlText(SheetPicture.Svg(preset, guide.Language))),
                ("pages", View.List(pages.Where(p => p.Preset == i).Select(p => Link(p.Address, p.Title)))))))));
    }

    // The PDFs, or where the browser has made none the pages that they would be of.
    private static IEnumerable<ScriptObject> Ready(Guide guide, Func<ReadyPdf, bool> isThere, Func<ReadyPdf, bool> isWanted) =>
        PrintPages.Pdfs(guide).Where(isWanted).Select(pdf => isThere(pdf)
            ? Link("/" + pdf.File, guide.Language.Fill("print_pdf", ("preset", pdf.Title)))
            : Link(pdf.Address, guide.Language.Word("print_open") + ": " + pdf.Title));

    /// <summary>The sheets of one page.</summary>
    public static ScriptObject Of(Guide guide, CardsPage page, ImmutableArray<CardSet> sets)
    {
        var (preset, set) = (guide.Print.Presets[page.Preset], sets[page.Preset]);
        return View.Of(
            ("url", guide.Language.Address("print")),
            ("turned", page.Sides switch
            {
                Sides.LongEdge => guide.Language.Word("print_duplex"),
                Sides.One => guide.Language.Word("print_no_duplex"),
                _ => null,
            }),
            ("sides", page.Sides switch { Sides.LongEdge => "long", Sides.ShortEdge => "short", _ => "one" }),
            ("is_two_sided", page.Sides != Sides.One),
            ("columns", preset.Columns.ToString(CultureInfo.InvariantCulture)),
            ("rows", preset.Rows.ToString(CultureInfo.InvariantCulture)),
            ("cards", View.List(set.Cards.Select(c => c.Front.Step > 0 ? $"{c.Front.Step.ToString(CultureInfo.InvariantCulture)} {c.Name}" : c.Name))),
            ("tests", page.Sides == Sides.One ? null : new HtmlText(TestSheet.Html(preset.Paper, page.Sides, guide.Language))),
            ("sheets", new HtmlText(Sheets.Html(set, preset, page.Preset, page.Sides, guide.Language))));
    }

    /// <summary>The booklet's sheet.</summary>
    public static ScriptObject Of(Guide guide, Booklet booklet) => View.Of(
        ("url", guide.Language.Address("print")),
        ("sheets", new HtmlText(BookletHtml.Html(booklet, guide.Steps.Length, guide.Language))));

    private static ScriptObject Link(string url, string title) => View.Of(("url", url), ("title", title));
}
