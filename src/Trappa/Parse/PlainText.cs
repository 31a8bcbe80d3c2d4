using System.Text;
using Markdig.Syntax.Inlines;
using Trappa.Parse.Facts;

namespace Trappa.Parse;

/// <summary>The words of a tree without its marks.</summary>
public static class PlainText
{
    /// <summary>The words of a run of inlines; facts by name, as their text is not known yet.</summary>
    /// <param name="inlines">The run.</param>
    /// <param name="withTags">Whether tags of HTML are words like others.</param>
    public static string Of(ContainerInline? inlines, bool withTags = false)
    {
        if (inlines is { FirstChild: LiteralInline { NextSibling: null } only })
        {
            return only.Content.AsSpan().Trim().ToString();
        }
        var text = new StringBuilder();
        Append(inlines, fact => "{{ " + fact.Name + " }}", text, withTags);
        return text.ToString().Trim();
    }

    /// <summary>Appends the words of a run of inlines.</summary>
    public static void Append(ContainerInline? inlines, Func<FactInline, string> factText, StringBuilder text, bool withTags = false)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case FactInline fact:
                    text.Append(factText(fact));
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlInline html when withTags:
                    text.Append(html.Tag);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case ContainerInline container:
                    Append(container, factText, text, withTags);
                    break;
            }
        }
    }
}
