using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Trappa.Parse;

/// <summary>Takes HTML comments out of a text: they are notes among editors, never part of a page.</summary>
internal static class HtmlComments
{
    public static void Remove(MarkdownDocument tree)
    {
        foreach (var block in tree.Descendants<HtmlBlock>().Where(b => b.Type == HtmlBlockType.Comment).ToList())
        {
            block.Parent?.Remove(block);
        }
        foreach (var inline in tree.Descendants<HtmlInline>()
            .Where(i => i.Tag.StartsWith("<!--", StringComparison.Ordinal)).ToList())
        {
            inline.Remove();
        }
    }
}
