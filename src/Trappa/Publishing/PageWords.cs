using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Trappa.Publishing;

/// <summary>What a reader reads on a finished page.</summary>
internal static class PageWords
{
    /// <summary>
    /// The title and the words of the main part, one space between them. Soft hyphens and no-break spaces are typography,
    /// which a change of words does not tell of.
    /// </summary>
    public static string Of(byte[] page)
    {
        using var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
        var words = new StringBuilder(document.Title).Append(' ');
        Append(words, (INode?)document.QuerySelector("main") ?? document.Body!);
        var text = words.Replace("\u00AD", "").Replace('\u00A0', ' ').Replace('\u202F', ' ').ToString();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder words, INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                words.Append(text.Data);
            }
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "svg" or "template"))
            {
                // Words of two paragraphs or cells are two; those of a link in a sentence are as the sentence has them.
                var apart = element.LocalName is not ("a" or "em" or "strong" or "b" or "i" or "span" or "abbr" or "code" or "sup" or "sub" or "mark" or "q" or "cite");
                words.Append(apart ? " " : "");
                Append(words, element);
                words.Append(apart ? " " : "");
            }
        }
    }
}
