using System.Collections.Immutable;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Print;

namespace Trappa.Render.Views;

/// <summary>What is printed: <c>print</c>.</summary>
internal static class PrintView
{
    /// <summary>The list of all, or the sheets of one page.</summary>
    public static ScriptObject Of(Guide guide, CardsPage? page, ImmutableArray<CardSet> sets, bool hasPdfs)
    {
        var pages = PrintPages.All(guide);
        var pdfs = PrintPages.Pdfs(guide);
        return View.Of(
            ("url", guide.Language.Address("print")),
            ("ready", View.List(hasPdfs
                ? [Link("/" + pdfs.TwoSided, guide.Language.Fill("print_pdf", ("preset", pages[0].Title))), Link("/" + pdfs.OneSided, guide.Language.Fill("print_pdf", ("preset", pages[1].Title)))]
                : [Link(pages[0].Address, guide.Language.Word("print_open") + ": " + pages[0].Title)])),
            ("pages", View.List(pages.Select(p => Link(p.Address, p.Title)))),
            ("turned", page?.Sides == Sides.LongEdge ? guide.Language.Word("print_duplex") : page?.Sides == Sides.One ? guide.Language.Word("print_no_duplex") : null),
            ("sheets", page is null ? null : new HtmlText(Sheets.Html(sets[page.Preset], guide.Print.Presets[page.Preset], page.Preset, page.Sides, guide.Language))));
    }

    private static ScriptObject Link(string url, string title) => View.Of(("url", url), ("title", title));
}
