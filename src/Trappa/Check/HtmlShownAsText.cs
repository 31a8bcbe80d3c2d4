using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>TR216: HTML in a text while <c>site.yaml</c> does not let it through: readers see the tags.</summary>
internal static class HtmlShownAsText
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) =>
        input.Guide.Site.AllowsHtml ? [] : input.Texts.SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(Prose prose)
    {
        foreach (var node in prose.Marked)
        {
            if (node is HtmlBlock or HtmlInline)
            {
                var place = prose.Text.At(node.Span.Start, node.Span.Length);
                var html = prose.Text.Text.Substring(node.Span.Start, Math.Min(node.Span.Length, 40)).ReplaceLineEndings(" ");
                yield return new(Codes.HtmlShownAsText, place, ("html", html));
            }
        }
    }
}
