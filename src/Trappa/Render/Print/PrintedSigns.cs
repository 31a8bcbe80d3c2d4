using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Trappa.Render.Print;

/// <summary>
/// Signs of finished print pages that the print font lacks, such as ✓: a browser would take them from any font that it
/// finds, and a PDF may have no other.
/// </summary>
internal static class PrintedSigns
{
    /// <summary>The signs that are lacking, each once, in the order of the page.</summary>
    /// <param name="page">A page that is printed to PDF.</param>
    /// <param name="font">The print font.</param>
    public static ImmutableArray<Rune> Lacking(OutputFile page, FontWidths font) =>
        [.. Lacking(Encoding.UTF8.GetString(page.Bytes.Span), font).Distinct()];

    // Most pages have none, and need not be read as HTML to know that.
    private static IEnumerable<Rune> Lacking(string html, FontWidths font) =>
        html.EnumerateRunes().All(font.Has) ? [] : Words(html).EnumerateRunes().Where(r => !font.Has(r));

    private static string Words(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var unseen in body.QuerySelectorAll("script, style"))
        {
            unseen.Remove();
        }
        return body.TextContent;
    }
}
