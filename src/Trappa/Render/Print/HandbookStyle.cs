using System.Globalization;
using System.Text;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>
/// Running heads of the handbook: which chapter, which edition, which page. Each chapter is a kind of page of its own
/// (CSS Paged Media 3 §7), so that its name can stand in the margin of all its pages.
/// </summary>
internal static class HandbookStyle
{
    /// <summary>The kind of page that is left empty, so that what follows begins on a left one.</summary>
    private const string Empty = "empty";

    /// <summary>The rules that follow from the guide's chapters.</summary>
    public static string Css(Guide guide)
    {
        var foot = guide.Site.Title + (guide.Site.Edition is { } edition ? ", " + guide.Language.Month(edition.Year, edition.Month) : "");
        var css = new StringBuilder();
        // The outer edge is where a thumb is; the cover has nothing in the margin, and what is left empty no chapter.
        var chapters = Chapter.All(guide).Select((c, i) => (Name: "p" + i.ToString(CultureInfo.InvariantCulture), c.Title))
            .Prepend((Name: "leaves", Title: guide.Language.Word("contents"))).Prepend((Name: Empty, Title: ""));
        foreach (var (name, title) in chapters)
        {
            css.Append(CultureInfo.InvariantCulture, $"@page {name}{{size:210mm 297mm;margin:22mm 20mm 20mm;font-family:{PrintType.Family}}}");
            foreach (var (side, outer, inner) in new[] { ("left", "left", "right"), ("right", "right", "left") })
            {
                css.Append(CultureInfo.InvariantCulture, $"@page {name}:{side}{{")
                    .Append(CultureInfo.InvariantCulture, $"@top-{outer}{{content:{Text(title)}}}")
                    .Append(CultureInfo.InvariantCulture, $"@bottom-{outer}{{content:counter(page)}}")
                    .Append(CultureInfo.InvariantCulture, $"@bottom-{inner}{{content:{Text(foot)}}}}}");
            }
            css.Append(CultureInfo.InvariantCulture, $"@media print{{.{name}{{page:{name}}}}}");
        }
        // As on the sheets (see PrintStyle.Paged): what the body seems to have after the last chapter is on its page.
        css.Append(CultureInfo.InvariantCulture, $"@media print{{body:has(>.handbook){{page:{chapters.Last().Name}}}}}");
        return css.ToString();
    }

    // A string (CSS Syntax 3 §4.3.5); letters need no escape, and what could end the style element gets one.
    private static string Text(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c is '"' or '\\' or '<' or < ' '
                ? css.Append(CultureInfo.InvariantCulture, $"\\{(int)c:x} ")
                : css.Append(c);
        }
        return css.Append('"').ToString();
    }
}
