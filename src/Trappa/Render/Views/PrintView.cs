using System.Collections.Immutable;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Print;

namespace Trappa.Render.Views;

/// <summary>What is printed: <c>print</c>.</summary>
internal static class PrintView
{
    /// <summary>All that can be printed, for the page where one chooses.</summary>
    public static ScriptObject Choices(Guide guide, bool hasPdfs)
    {
        var pages = PrintPages.All(guide);
        return View.Of(
            ("ready", View.List(hasPdfs
                ? PrintPages.Pdfs(guide).Select(pdf => Link("/" + pdf.File, guide.Language.Fill("print_pdf", ("preset", pdf.Title))))
                : [Link(pages[0].Address, guide.Language.Word("print_open") + ": " + pages[0].Title)])),
            ("handbooks", View.List([
                Link(PrintPages.Handbook(guide, isLarge: false), guide.Language.Word("print_handbook")),
                Link(PrintPages.Handbook(guide, isLarge: true), guide.Language.Word("print_handbook_large")),
            ])),
            ("pages", View.List(pages.Select(p => Link(p.Address, p.Title)))));
    }

    /// <summary>The sheets of one page.</summary>
    public static ScriptObject Of(Guide guide, CardsPage page, ImmutableArray<CardSet> sets) => View.Of(
        ("url", guide.Language.Address("print")),
        ("turned", page.Sides switch
        {
            Sides.LongEdge => guide.Language.Word("print_duplex"),
            Sides.One => guide.Language.Word("print_no_duplex"),
            _ => null,
        }),
        ("sheets", new HtmlText(Sheets.Html(sets[page.Preset], guide.Print.Presets[page.Preset], page.Preset, page.Sides, guide.Language))));

    private static ScriptObject Link(string url, string title) => View.Of(("url", url), ("title", title));
}
