using System.Globalization;
using System.Text;
using Trappa.Languages;

namespace Trappa.Render.Print;

/// <summary>Writes the booklet's sheet as HTML: pages in the order of reading, each put where it lies by the style sheet.</summary>
internal static class BookletHtml
{
    /// <summary>The sheet.</summary>
    public static string Html(Booklet booklet, int steps, Language language)
    {
        var imposition = Imposition.Of(Booklet.Columns, language.Direction == "rtl");
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"sheet {BookletStyle.PageName(booklet.Sheet)}\">\n");
        html.Append(BookletDrawing.Sheet(booklet, imposition, language));
        foreach (var panel in imposition.Panels)
        {
            var page = booklet.Pages[panel.Number - 1];
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"panel p{panel.Number} {page.Kind.ToString().ToLowerInvariant()}{(panel.IsTurned ? " turned" : "")}\">\n");
            Page(html, booklet, page, steps, language);
            html.Append("</div>\n");
        }
        return html.Append("</div>\n").ToString();
    }

    private static void Page(StringBuilder html, Booklet booklet, BookletPage page, int steps, Language language)
    {
        foreach (var (part, i) in page.Blocks.GroupBy(b => b.Part).Select((p, i) => (p, i)))
        {
            html.Append("<div class=\"part\">\n");
            if (part.First().Step is { } step)
            {
                html.Append(BookletDrawing.Step(step.Number, steps, language));
            }
            var isFirst = i == 0;
            foreach (var block in part)
            {
                BlockHtml.Append(html, block, Tag(block.Kind), isFirst);
                isFirst = false;
            }
            html.Append("</div>\n");
            if (page.Kind == BookletPageKind.Cover && i == 0)
            {
                html.Append(BookletDrawing.Cover(booklet, steps, language));
            }
        }
        if (page.Kind == BookletPageKind.Cover && booklet.HasPenBox)
        {
            html.Append(CardDrawing.PenBox(booklet.PageWidth - (2 * Booklet.Safe), Booklet.Pen));
        }
        if (page.Kind == BookletPageKind.Last && booklet.Code is { } code)
        {
            html.Append(CardDrawing.Code(code, language));
        }
    }

    // The booklet's title is above all its headings, which are bookmarks of the PDF.
    private static string Tag(BlockKind kind) =>
        kind == BlockKind.Title ? "h2" : kind == BlockKind.Heading || kind == BlockKind.StepName ? "h3" : kind == BlockKind.Point ? "h4" : "p";
}
