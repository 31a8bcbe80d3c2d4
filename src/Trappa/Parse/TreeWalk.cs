using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Trappa.Parse;

/// <summary>
/// Goes through all of a tree in the order of its text. Markdig's own way (<c>Descendants</c>) makes two stacks and their
/// growth for each tree, which is as much memory as many a text.
/// </summary>
internal static class TreeWalk
{
    /// <summary>Visits every block and inline below a block, each before what it holds. None may be taken away on the way.</summary>
    public static void Each(ContainerBlock tree, Action<MarkdownObject> visit)
    {
        foreach (var block in tree)
        {
            visit(block);
            if (block is ContainerBlock container)
            {
                Each(container, visit);
            }
            else if (block is LeafBlock { Inline: { } inlines })
            {
                Each(inlines, visit);
            }
        }
    }

    /// <summary>Whether something in it stands within more than this many others, the tree itself among them.</summary>
    public static bool IsDeeper(ContainerBlock tree, int limit) => limit == 0 || tree.Any(block => block switch
    {
        ContainerBlock container => IsDeeper(container, limit - 1),
        LeafBlock { Inline: { } inlines } => IsDeeper(inlines, limit - 1),
        _ => false,
    });

    private static bool IsDeeper(ContainerInline inlines, int limit)
    {
        if (limit == 0)
        {
            return true;
        }
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is ContainerInline container && IsDeeper(container, limit - 1))
            {
                return true;
            }
        }
        return false;
    }

    private static void Each(ContainerInline inlines, Action<MarkdownObject> visit)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            visit(inline);
            if (inline is ContainerInline container)
            {
                Each(container, visit);
            }
        }
    }
}
