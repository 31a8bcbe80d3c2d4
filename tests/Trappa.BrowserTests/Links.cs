using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;
using Trappa.Tests;

namespace Trappa.BrowserTests;

/// <summary>Every link, fragment, picture and reference in the built site leads to something.</summary>
public sealed class Links
{
    private const string Address = "https://example.org/guide/";

    // Attributes with an address, and those that name something on the same page.
    private static readonly (string Selector, string Attribute)[] Addresses =
    [
        ("a, link, area, use, image", "href"), ("img, script, source, iframe, video, audio", "src"),
        ("meta[property='og:image'], meta[property='og:url']", "content"),
    ];

    private static readonly string[] Names = ["popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "for"];

    [Theory]
    [InlineData]
    [InlineData("--base-url", Address)]
    [InlineData("--portable")]
    public void None_is_broken(params string[] options)
    {
        using var site = new BuiltSite(Repository.Root, options);
        var parser = new HtmlParser();
        var pages = site.Pages.ToDictionary(BuiltSite.FileOf, p => parser.ParseDocument(File.ReadAllText(Path.Combine(site.Folder, BuiltSite.FileOf(p)))));
        var broken = new List<string>();
        var followed = 0;
        foreach (var (file, page) in pages)
        {
            // A page that is shown at any address says where the site is; without an address that is the host's start.
            var root = new Uri(options.Contains(Address) ? Address : "https://example.org/");
            var here = new Uri(root, file);
            foreach (var (element, value) in AddressesOf(page))
            {
                followed++;
                var target = new Uri(here, value);
                if (target.Host == root.Host && Fault(site, pages, root, target) is { } fault)
                {
                    broken.Add($"{file}: {element}: {fault}");
                }
            }
            broken.AddRange(
                from name in Names
                from element in page.QuerySelectorAll($"[{name}]")
                from id in element.GetAttribute(name)!.Split(' ')
                where page.GetElementById(id) is null
                select $"{file}: {name}={id}");
            broken.AddRange(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{file}: id {g.Key} twice"));
        }
        Assert.True(followed > 500);
        Faults.None(broken);
    }

    private static IEnumerable<(string Element, string Value)> AddressesOf(IDocument page) =>
        (from kind in Addresses
         from element in page.QuerySelectorAll(kind.Selector)
         let value = element.GetAttribute(kind.Attribute)
         where value is not null
         select (element.OuterHtml[..Math.Min(100, element.OuterHtml.Length)], value))
        .Concat(
            from element in page.QuerySelectorAll("[srcset]")
            from part in element.GetAttribute("srcset")!.Split(',')
            select ("srcset", part.Trim().Split(' ')[0]));

    private static string? Fault(BuiltSite site, Dictionary<string, AngleSharp.Html.Dom.IHtmlDocument> pages, Uri root, Uri target)
    {
        if (!root.IsBaseOf(target))
        {
            return $"{target} is outside the site";
        }
        var file = BuiltSite.FileOf(Uri.UnescapeDataString(root.MakeRelativeUri(target).OriginalString.Split('#')[0]));
        if (file.Length == 0 || !site.Files.Contains(file))
        {
            return $"no file {file}";
        }
        var id = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        return id.Length == 0 || pages[file].GetElementById(id) is not null ? null : $"nothing in {file} is called {id}";
    }
}
