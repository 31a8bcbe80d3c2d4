using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Trappa.Model;
using Trappa.Render.Assets;

namespace Trappa.Render.Files;

/// <summary>What a site has besides its pages. What needs an absolute address is left out where there is none.</summary>
internal static class SiteFiles
{
    public static ImmutableArray<OutputFile> All(Guide guide, SiteAssets assets, ImmutableArray<PageEntry> pages) =>
    [
        new("robots.txt", Text(Robots(guide))),
        new("manifest.webmanifest", Manifest(guide, assets)),
        new("_headers", Text(Headers.Write(assets))),
        .. Redirects.All(guide),
        .. OpenGraph.All(guide),
        .. guide.Site.Address is not { } address ? Array.Empty<OutputFile>() :
        [
            new("sitemap.xml", Xml(x => Sitemap(x, address, pages))),
            new("feed.xml", Xml(x => Feed(x, guide, address, pages))),
        ],
    ];

    private static string Robots(Guide guide) =>
        "User-agent: *\nAllow: /\n" + (guide.Site.Address is { } address ? $"\nSitemap: {address}sitemap.xml\n" : "");

    // sitemaps.org 0.9
    private static void Sitemap(XmlWriter xml, string address, ImmutableArray<PageEntry> pages)
    {
        xml.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        foreach (var page in pages.Where(p => p.Indexed))
        {
            xml.WriteStartElement("url");
            xml.WriteElementString("loc", address + page.Address[1..]);
            if (page.Page?.Date is { } date)
            {
                xml.WriteElementString("lastmod", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // Atom, RFC 4287. Its dates are the content's own: the edition's month and the pages' dates.
    private static void Feed(XmlWriter xml, Guide guide, string address, ImmutableArray<PageEntry> pages)
    {
        var entries = pages.Where(p => p.Page?.Date is not null)
            .Select(p => (p.Title, Url: address + p.Address[1..], Date: p.Page!.Date!.Value, p.Description))
            .ToList();
        if (guide.Site.Edition is { } edition)
        {
            var month = guide.Language.Month(edition.Year, edition.Month);
            entries.Add((guide.Language.Fill("edition_of", ("month", month)), address, new(edition.Year, edition.Month, 1), null));
        }
        entries = [.. entries.OrderByDescending(e => e.Date).ThenBy(e => e.Url, StringComparer.Ordinal).Take(30)];
        xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
        xml.WriteAttributeString("xml", "lang", null, guide.Language.Code);
        xml.WriteElementString("title", guide.Site.Title);
        xml.WriteElementString("id", address);
        xml.WriteElementString("updated", Moment(entries.Count > 0 ? entries[0].Date : new(2000, 1, 1)));
        Link(xml, "self", address + "feed.xml");
        Link(xml, "alternate", address);
        xml.WriteStartElement("author");
        xml.WriteElementString("name", guide.Site.Owner.Length > 0 ? guide.Site.Owner : guide.Site.Title);
        xml.WriteEndElement();
        foreach (var entry in entries)
        {
            xml.WriteStartElement("entry");
            xml.WriteElementString("title", entry.Title);
            xml.WriteElementString("id", entry.Url + "#" + entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            xml.WriteElementString("updated", Moment(entry.Date));
            Link(xml, "alternate", entry.Url);
            xml.WriteElementString("summary", entry.Description ?? entry.Title);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Moment(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    // W3C Web Application Manifest. Addresses in it are relative to it.
    private static byte[] Manifest(Guide guide, SiteAssets assets)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", guide.Site.Title);
            json.WriteString("short_name", guide.Site.Title);
            if (guide.Site.Description.Length > 0)
            {
                json.WriteString("description", guide.Site.Description);
            }
            json.WriteString("lang", guide.Language.Code);
            json.WriteString("dir", guide.Language.Direction);
            json.WriteString("start_url", "./");
            json.WriteString("scope", "./");
            json.WriteString("id", "./");
            json.WriteString("display", "standalone");
            json.WriteString("background_color", "#fffcf7");
            json.WriteString("theme_color", "#fffcf7");
            json.WriteStartArray("icons");
            Icon("/assets/icon.svg", "any", "image/svg+xml", "any");
            Icon("/assets/icon-192.png", "192x192", "image/png", "any");
            Icon("/assets/icon-512.png", "512x512", "image/png", "any");
            Icon("/assets/icon-maskable.png", "512x512", "image/png", "maskable");
            json.WriteEndArray();
            json.WriteEndObject();

            void Icon(string name, string sizes, string type, string purpose)
            {
                if (assets.Names.TryGetValue(name, out var hashed))
                {
                    json.WriteStartObject();
                    json.WriteString("src", hashed[1..]);
                    json.WriteString("sizes", sizes);
                    json.WriteString("type", type);
                    json.WriteString("purpose", purpose);
                    json.WriteEndObject();
                }
            }
        }
        return stream.ToArray();
    }

    private static byte[] Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartDocument();
            write(xml);
        }
        return stream.ToArray();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
