using System.Globalization;
using System.Text;
using Trappa.Render.Html;

namespace Trappa.Render.Print;

/// <summary>Writes a paragraph of a card or a booklet as HTML.</summary>
internal static class BlockHtml
{
    /// <summary>Writes it.</summary>
    /// <param name="html">Where it is written.</param>
    /// <param name="block">The paragraph.</param>
    /// <param name="tag"><c>p</c> or a heading, which is bold by itself.</param>
    /// <param name="isFirst">Whether nothing stands above it.</param>
    public static void Append(StringBuilder html, CardBlock block, string tag, bool isFirst)
    {
        html.Append(CultureInfo.InvariantCulture, $"<{tag} class=\"{block.Kind.Name}{(isFirst ? " f" : "")}{(block.IsTooMuch ? " over" : "")}\">");
        // A line that another browser would end elsewhere is held together. A link is not cut in two for it.
        if (block.Held.IsEmpty || block.Runs.Any(r => r.Url is not null))
        {
            Runs(html, block.Runs, tag);
        }
        else
        {
            foreach (var line in HeldLines.Of(block.Runs, block.Held))
            {
                html.Append("<span class=\"held\">");
                Runs(html, line.Words, tag);
                html.Append("</span>").Append(line.After);
            }
        }
        html.Append(CultureInfo.InvariantCulture, $"</{tag}>\n");
    }

    private static void Runs(StringBuilder html, IEnumerable<TextRun> runs, string tag)
    {
        foreach (var run in runs)
        {
            // Where an address may be broken no letter stands (HTML §4.5.28); the measure has a space without width.
            var text = HtmlText.Escape(run.Text).Replace("\u200B", "<wbr>", StringComparison.Ordinal);
            text = run.Url is { } url ? $"<a href=\"{HtmlText.Escape(url)}\">{text}</a>" : text;
            html.Append(run.IsBold && tag == "p" ? $"<b>{text}</b>" : text);
        }
    }
}
