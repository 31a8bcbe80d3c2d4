using Markdig.Syntax;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>
/// What a page is called: its front matter, else its first-level heading, else its first heading, else its file's
/// name. The heading that gave the title is not part of the text, as the layout shows the title.
/// </summary>
/// <param name="Title">Plain text.</param>
/// <param name="Heading">The heading that the title stands for, or null.</param>
internal sealed record PageTitle(string Title, HeadingBlock? Heading)
{
    public static PageTitle Of(Document document, YamlText? own, bool isIndex, bool allowsHtml)
    {
        // <y> is a word like others where it is not HTML.
        string Words(HeadingBlock heading) => PlainText.Of(heading.Inline, withTags: !allowsHtml);
        var headings = document.Tree.Descendants<HeadingBlock>();
        var top = headings.FirstOrDefault(h => h.Level == 1);
        if (own is { Value.Length: > 0 })
        {
            // "# Title" above the text, as other programs want it, repeats the title; another one is a second title.
            return new(own.Value, top is not null && Words(top) == own.Value ? top : null);
        }
        var first = top ?? document.Tree.FirstOrDefault() as HeadingBlock;
        if (first is not null && Words(first) is { Length: > 0 } words)
        {
            return new(words, first);
        }
        return headings.Select(Words).FirstOrDefault(w => w.Length > 0) is { } other
            ? new(other, null)
            : new(Names.Title(isIndex ? Names.FileOf(Names.FolderOf(document.Path)) : Names.FileOf(document.Path)), null);
    }
}
