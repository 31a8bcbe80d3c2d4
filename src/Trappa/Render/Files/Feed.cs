using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Trappa.Model;

namespace Trappa.Render.Files;

/// <summary>
/// What has changed, newest first, in Atom (RFC 4287): pages that have a date, and the edition. Its dates are the
/// content's own, never the clock's.
/// </summary>
internal static class Feed
{
    private const int MostEntries = 50;

    private sealed record Entry(string Id, string Title, string Url, DateOnly Date, string? Summary);

    /// <summary>Whether there is anything to tell, and an address to tell it from.</summary>
    public static bool IsMade(Guide guide) => guide.Site.Address is not null
        && (guide.Site.Edition is not null || guide.AllPages().Any(p => p.Date is not null));

    /// <summary>The feed, or none.</summary>
    public static ImmutableArray<OutputFile> Of(Guide guide, ImmutableArray<PageEntry> pages) =>
        IsMade(guide) && Entries(guide, guide.Site.Address!, pages) is { Count: > 0 } entries
            ? [new("feed.xml", FileText.Xml(xml => Write(xml, guide, guide.Site.Address!, entries)))]
            : [];

    private static List<Entry> Entries(Guide guide, string address, ImmutableArray<PageEntry> pages)
    {
        var entries = pages.Where(p => p.Indexed && p.Page?.Date is not null)
            .Select(p => new Entry(Id(address + p.Address[1..]), p.Title, address + p.Address[1..], p.Page!.Date!.Value, p.Description));
        if (guide.Site.Edition is { } edition)
        {
            var month = guide.Language.Month(edition.Year, edition.Month);
            var first = new DateOnly(edition.Year, edition.Month, 1);
            entries = entries.Append(new(Id($"{address}#{Day(first)[..7]}"),
                guide.Language.Fill("edition_of", ("month", month)), address, first, null));
        }
        return [.. entries.OrderByDescending(e => e.Date).ThenBy(e => e.Url, StringComparer.Ordinal).Take(MostEntries)];
    }

    private static void Write(XmlWriter xml, Guide guide, string address, List<Entry> entries)
    {
        xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
        xml.WriteAttributeString("xml", "lang", null, guide.Language.Code);
        Text(xml, "title", guide.Site.Title);
        if (guide.Site.Description.Length > 0)
        {
            Text(xml, "subtitle", guide.Site.Description);
        }
        xml.WriteElementString("id", Id(address));
        xml.WriteElementString("updated", Moment(entries[0].Date));
        Link(xml, "self", address + "feed.xml");
        Link(xml, "alternate", address);
        xml.WriteStartElement("author");
        Text(xml, "name", guide.Site.Owner.Length > 0 ? guide.Site.Owner : guide.Site.Title);
        xml.WriteEndElement();
        foreach (var entry in entries)
        {
            xml.WriteStartElement("entry");
            Text(xml, "title", entry.Title);
            xml.WriteElementString("id", entry.Id);
            xml.WriteElementString("updated", Moment(entry.Date));
            Link(xml, "alternate", entry.Url);
            if (entry.Summary is { Length: > 0 } summary)
            {
                Text(xml, "summary", summary);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, FileText.Of(text));

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateOnly date) => Day(date) + "T00:00:00Z";

    // A name-based UUID (RFC 9562 §5.8): the same as long as the address is, and it claims no date as a tag: would.
    private static string Id(string url)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(hash, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}
