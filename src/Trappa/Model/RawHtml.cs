using System.Net;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;
using Trappa.Pictures;

namespace Trappa.Model;

/// <summary>Addresses in raw HTML, where <c>site.yaml</c> lets it through: they lead where those of Markdown do.</summary>
internal static partial class RawHtml
{
    /// <summary>Puts addresses of the site in place of ways to files.</summary>
    /// <param name="node">A tag, or a block of HTML.</param>
    /// <param name="text">The text that it stands in.</param>
    /// <param name="language">For the page of terms.</param>
    /// <param name="find">What an address leads to, by its place and whether it is a picture's; null where it stays.</param>
    public static void Settle(MarkdownObject node, MarkdownText text, Language language, Func<string, Place, bool, Target?> find)
    {
        string Settled(string html, int start) => Address().Replace(html, match =>
        {
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"]);
            var url = WebUtility.HtmlDecode(value.Value).Trim();
            var isPicture = name.Equals("src", StringComparison.OrdinalIgnoreCase) && PictureKind.IsNamed(Path.GetExtension(url));
            // What is fetched from elsewhere is told of as such.
            var found = url.Length == 0 || url.StartsWith("//", StringComparison.Ordinal) ? null : find(url, text.At(start + value.Index, value.Length), isPicture) switch
            {
                AddressTarget target => target.Address,
                TermTarget term => language.Address("terms") + "#" + term.Slug,
                _ => null,
            };
            return found is null ? match.Value : name + "=\"" + WebUtility.HtmlEncode(found) + "\"";
        });

        if (node is HtmlInline tag)
        {
            tag.Tag = Settled(tag.Tag, node.Span.Start);
        }
        if (node is not HtmlBlock block)
        {
            return;
        }
        for (var i = 0; i < block.Lines.Count; i++)
        {
            ref var line = ref block.Lines.Lines[i].Slice;
            var written = line.ToString();
            // A line that is no piece of the text has the block's place.
            var settled = Settled(written, ReferenceEquals(line.Text, text.Text) ? line.Start : node.Span.Start);
            if (settled != written)
            {
                line = new StringSlice(settled, line.NewLine);
            }
        }
    }

    // An attribute as HTML §13.1.2.3 writes it, after the space that comes before each.
    [GeneratedRegex("""(?<=\s)(?<name>href|src)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=<>`]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
