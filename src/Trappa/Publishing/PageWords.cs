using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Trappa.Publishing;

/// <summary>A paragraph, item or heading of a finished page.</summary>
/// <param name="Heading">The heading that it stands under, or that it is; empty before the first.</param>
/// <param name="Text">Its words, typography and all.</param>
internal sealed record PageBlock(string Heading, string Text);

/// <summary>What a reader reads on a finished page.</summary>
internal static class PageWords
{
    /// <summary>
    /// The title and the words of the main part, one space between them. Soft hyphens and no-break spaces are typography,
    /// which a change of words does not tell of.
    /// </summary>
    public static string Of(byte[] page)
    {
        var (title, blocks) = Read(page);
        var words = new StringBuilder(title);
        foreach (var block in blocks)
        {
            words.Append(' ').Append(block.Text);
        }
        var text = words.Replace("\u00AD", "").Replace('\u00A0', ' ').Replace('\u202F', ' ').ToString();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The title and the blocks of the main part; ways to other pages have the names of those.</summary>
    public static (string Title, ImmutableArray<PageBlock> Blocks) Read(byte[] page)
    {
        using var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
        var blocks = ImmutableArray.CreateBuilder<PageBlock>();
        var words = new StringBuilder();
        Append((INode?)document.QuerySelector("main") ?? document.Body!, words, blocks);
        End(words, blocks, isHeading: false);
        return (document.Title ?? "", blocks.ToImmutable());
    }

    private static void Append(INode node, StringBuilder words, ImmutableArray<PageBlock>.Builder blocks)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                words.Append(text.Data);
            }
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "svg" or "template" or "nav"))
            {
                // Words of two paragraphs or cells are two; those of a link in a sentence are as the sentence has them.
                if (element.LocalName is "a" or "em" or "strong" or "b" or "i" or "span" or "abbr" or "code" or "sup" or "sub" or "mark" or "q" or "cite")
                {
                    Append(element, words, blocks);
                    continue;
                }
                End(words, blocks, isHeading: false);
                Append(element, words, blocks);
                End(words, blocks, isHeading: element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6");
            }
        }
    }

    // Line ends and rows of spaces are how the page is written, and not what it says.
    private static void End(StringBuilder words, ImmutableArray<PageBlock>.Builder blocks, bool isHeading)
    {
        var text = string.Join(' ', words.ToString().Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        words.Clear();
        if (text.Length > 0)
        {
            blocks.Add(new(isHeading || blocks.Count == 0 ? isHeading ? text : "" : blocks[^1].Heading, text));
        }
    }
}
