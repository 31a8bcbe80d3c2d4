using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Web;

namespace Trappa.Links;

/// <summary>A place in the content where an outside address stands.</summary>
/// <param name="Asked">The address as a server is asked for it: no fragment, the host in the letters of DNS.</param>
/// <param name="Written">The address as it is written.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Resource">The resource whose address it is, or null.</param>
internal sealed record OutsideAddress(string Asked, string Written, Place Place, Resource? Resource = null);

/// <summary>Finds every outside address that readers can follow.</summary>
internal static class OutsideAddresses
{
    /// <summary>All of them in the order of files and lines; one that no server can have is not among them.</summary>
    public static ImmutableArray<OutsideAddress> Of(Guide guide) =>
    [
        .. guide.Resources.Where(r => r.Link is not null)
            .Select(r => Address(r.Link!, r.UrlPlace ?? r.Place, r))
            .Concat(guide.Texts().SelectMany(t => Of(t, guide.Site.AllowsHtml)))
            .OfType<OutsideAddress>()
            .OrderBy(a => a.Place),
    ];

    private static IEnumerable<OutsideAddress?> Of(Prose prose, bool hasHtml) => prose.Tree.Descendants().SelectMany(node => node switch
    {
        LinkInline { Url: { } url } link when !prose.Targets.ContainsKey(link) => [Address(url, prose.PlaceOf(link))],
        AutolinkInline { IsEmail: false } link => [Address(link.Url, prose.Text.At(link.Span.Start, link.Span.Length))],
        HtmlBlock or HtmlInline when hasHtml => OfHtml(prose, node.Span.Start, node.Span.End),
        _ => Enumerable.Empty<OutsideAddress?>(),
    });

    private static List<OutsideAddress?> OfHtml(Prose prose, int start, int end)
    {
        var html = prose.Text.Text[start..Math.Min(end + 1, prose.Text.Text.Length)];
        using var document = new HtmlParser().ParseDocument(html);
        var found = new List<OutsideAddress?>();
        var from = 0;
        foreach (var element in document.QuerySelectorAll("a[href], img[src]"))
        {
            var url = element.GetAttribute("href") ?? element.GetAttribute("src")!;
            // Where it is written with character references it is not found, and the tag's own place has to do.
            var at = url.Length == 0 ? -1 : html.IndexOf(url, from, StringComparison.Ordinal);
            from = at < 0 ? from : at + url.Length;
            found.Add(Address(url.Trim(), at < 0 ? prose.Text.At(start, 0) : prose.Text.At(start + at, url.Length)));
        }
        return found;
    }

    private static OutsideAddress? Address(string url, Place place, Resource? resource = null) =>
        WebAddress.Askable(url) is { } uri ? new(uri.GetLeftPart(UriPartial.Query), url, place, resource) : null;
}
