using System.Text.Json;
using System.Xml.Linq;

namespace Trappa.Tests.Render.Files;

public class FilesForPrograms
{
    private const string Address = "https://example.org/guide/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void The_sitemap_has_every_page_but_those_kept_from_search_engines()
    {
        var files = SmallGuide.Build(Address);
        var urls = XDocument.Parse(files.Text("sitemap.xml")).Root!.Elements(Map + "url").ToList();
        Assert.Equal(
            files.Keys.Where(p => p.EndsWith("index.html", StringComparison.Ordinal) && !files.Text(p).Contains("noindex", StringComparison.Ordinal))
                .Select(p => Address + p[..^"index.html".Length]).Order(StringComparer.Ordinal),
            urls.Select(u => u.Element(Map + "loc")!.Value).Order(StringComparer.Ordinal));
        Assert.Equal([("https://example.org/guide/tips/first/", "2024-05-06")],
            urls.Where(u => u.Element(Map + "lastmod") is not null).Select(u => (u.Element(Map + "loc")!.Value, u.Element(Map + "lastmod")!.Value)));
        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://example.org/guide/sitemap.xml\n", files.Text("robots.txt"));
    }

    [Fact]
    public void The_feed_tells_of_pages_with_a_date_and_of_the_edition_newest_first()
    {
        var feed = XDocument.Parse(SmallGuide.Build(Address).Text("feed.xml")).Root!;
        Assert.Equal("Fish & <chips> “now”", feed.Element(Atom + "title")!.Value);
        Assert.Equal("2024-05-06T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal(
            [
                ("First & “last”", "2024-05-06T00:00:00Z", "https://example.org/guide/tips/first/"),
                ("Edition April 2024", "2024-04-01T00:00:00Z", "https://example.org/guide/"),
            ],
            feed.Elements(Atom + "entry").Select(e =>
                (e.Element(Atom + "title")!.Value, e.Element(Atom + "updated")!.Value, e.Element(Atom + "link")!.Attribute("href")!.Value)));
        var ids = feed.Descendants(Atom + "id").Select(i => i.Value).ToList();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal('8', Guid.Parse(id["urn:uuid:".Length..]).ToString()[14]));
    }

    [Fact]
    public void An_entrys_id_stays_when_its_date_changes()
    {
        var before = XDocument.Parse(SmallGuide.Build(Address).Text("feed.xml"));
        var after = XDocument.Parse(SmallGuide.Build(Address, more: ("tips/first.md", "---\ntitle: New\ndate: 2024-05-20\n---\nText.\n")).Text("feed.xml"));
        Assert.NotEqual(before.Descendants(Atom + "updated").First().Value, after.Descendants(Atom + "updated").First().Value);
        Assert.Equal(before.Descendants(Atom + "id").Select(i => i.Value), after.Descendants(Atom + "id").Select(i => i.Value));
    }

    [Fact]
    public void What_needs_an_address_is_left_out_where_there_is_none()
    {
        var files = SmallGuide.Build(null);
        Assert.DoesNotContain("sitemap.xml", files.Keys);
        Assert.DoesNotContain("feed.xml", files.Keys);
        Assert.DoesNotContain(files.Keys, p => p.StartsWith("share/", StringComparison.Ordinal));
        Assert.Equal("User-agent: *\nAllow: /\n", files.Text("robots.txt"));
        Assert.DoesNotContain("application/ld+json", files.Text("index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("feed.xml", files.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_guide_without_dates_has_no_feed_and_no_link_to_one()
    {
        var files = SmallGuide.Build(Address, settings: "title: Plain\n", more: ("tips/first.md", "# First\n"));
        Assert.DoesNotContain("feed.xml", files.Keys);
        Assert.DoesNotContain("feed.xml", files.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_works_from_any_folder_and_names_files_that_are_there()
    {
        var files = SmallGuide.Build(null);
        using var manifest = JsonDocument.Parse(files.Text("manifest.webmanifest"));
        string Of(string name) => manifest.RootElement.GetProperty(name).GetString()!;
        Assert.Equal(("Fish & <chips> “now”", "Åt <alla> & envar", "en", "ltr", "./", "./", "#fffcf7"),
            (Of("name"), Of("description"), Of("lang"), Of("dir"), Of("start_url"), Of("scope"), Of("theme_color")));
        var icons = manifest.RootElement.GetProperty("icons").EnumerateArray().ToList();
        Assert.Equal(["any any", "192x192 any", "512x512 any", "512x512 maskable"],
            icons.Select(i => i.GetProperty("sizes").GetString() + " " + i.GetProperty("purpose").GetString()));
        Assert.All(icons, i => Assert.Contains(i.GetProperty("src").GetString()!, files.Keys));
        var shortcuts = manifest.RootElement.GetProperty("shortcuts").EnumerateArray().ToList();
        Assert.NotEmpty(shortcuts);
        Assert.All(shortcuts, s => Assert.Contains(s.GetProperty("url").GetString() + "index.html", files.Keys));
    }

    [Fact]
    public void What_a_page_says_of_itself_is_JSON_that_cannot_end_its_element()
    {
        var files = SmallGuide.Build(Address);
        using var front = Data(files.Text("index.html"));
        Assert.Equal(("WebSite", "Fish & <chips> “now”", Address, "en"), (
            front.RootElement.GetProperty("@type").GetString(), front.RootElement.GetProperty("name").GetString(),
            front.RootElement.GetProperty("url").GetString(), front.RootElement.GetProperty("inLanguage").GetString()));
        using var page = Data(files.Text("tips/first/index.html"));
        Assert.Equal(
            [(1, "Fish & <chips> “now”", Address), (2, "Tips", Address + "tips/"), (3, "First & “last”", Address + "tips/first/")],
            page.RootElement.GetProperty("itemListElement").EnumerateArray().Select(i =>
                (i.GetProperty("position").GetInt32(), i.GetProperty("name").GetString(), i.GetProperty("item").GetString())));

        static JsonDocument Data(string html)
        {
            const string start = "<script type=\"application/ld+json\">";
            var from = html.IndexOf(start, StringComparison.Ordinal) + start.Length;
            var json = html[from..html.IndexOf("</script>", from, StringComparison.Ordinal)];
            Assert.DoesNotContain('<', json);
            return JsonDocument.Parse(json);
        }
    }

    [Fact]
    public void Signs_that_XML_cannot_hold_and_soft_hyphens_stay_out()
    {
        Assert.Equal("ab😀c", Trappa.Render.Files.FileText.Of("a\u00AD\u0001b\uFFFF😀\uD83Dc"));
        var feed = SmallGuide.Build(Address, settings: "title: \"Bell\\u0007 soft\\u00ADly\"\nedition: {name: A, month: 2024-04}\n").Text("feed.xml");
        Assert.Equal("Bell softly", XDocument.Parse(feed).Root!.Element(Atom + "title")!.Value);
    }

    [Fact]
    public void The_same_guide_gives_the_same_bytes()
    {
        var (one, two) = (SmallGuide.Build(Address), SmallGuide.Build(Address));
        Assert.Equal(one.Keys, two.Keys);
        Assert.All(one.Keys, path => Assert.Equal(one[path], two[path]));
    }
}
