using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Trappa.Render.Files;

/// <summary>The list of pages for search engines (sitemaps.org 0.9), and the file that tells them of it (RFC 9309).</summary>
internal static class Sitemap
{
    /// <summary>All pages that search engines should have.</summary>
    /// <param name="address">The site's absolute address with a slash at the end.</param>
    /// <param name="pages">All pages.</param>
    public static OutputFile Of(string address, ImmutableArray<PageEntry> pages) =>
        new("sitemap.xml", FileText.Xml(xml => Write(xml, address, pages)));

    /// <summary>Keeps nobody from anything.</summary>
    /// <param name="address">The site's absolute address with a slash at the end, or null.</param>
    public static OutputFile Robots(string? address) => new("robots.txt",
        FileText.Bytes("User-agent: *\nAllow: /\n" + (address is null ? "" : $"\nSitemap: {address}sitemap.xml\n")));

    private static void Write(XmlWriter xml, string address, ImmutableArray<PageEntry> pages)
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
}
