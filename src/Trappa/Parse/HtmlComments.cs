using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Trappa.Parse;

/// <summary>Takes HTML comments out of a text: they are notes among editors, never part of a page.</summary>
internal static class HtmlComments
{
    public static void Remove(List<MarkdownObject> comments)
    {
        foreach (var comment in comments)
        {
            if (comment is Block block)
            {
                block.Parent?.Remove(block);
            }
            else
            {
                ((Inline)comment).Remove();
            }
        }
    }
}
