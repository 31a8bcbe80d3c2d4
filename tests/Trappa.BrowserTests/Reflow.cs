using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;
using Trappa.Tests;

namespace Trappa.BrowserTests;

/// <summary>Narrow windows, zoom, the reader's own spacing, and a guide that reads from right to left.</summary>
public sealed class Reflow(World world)
{
    // WCAG 2.2 SC 1.4.10: 320 pixels wide; and a window of 1280 by 1024 at 400 %, which is 320 by 256 to the page.
    // And with the largest text that the page itself offers.
    [Theory]
    [InlineData(320, 568, "largest")]
    [InlineData(320, 256, "")]
    [InlineData(768, 1024, "")]
    [InlineData(1280, 800, "")]
    public async Task No_page_goes_sideways(int width, int height, string looks)
    {
        await using var window = await world.OpenAsync(width, height);
        await window.AddInitScriptAsync($"localStorage.setItem('looks', '{looks}')");
        Faults.None(await SidewaysAsync(window, world.Start, world.Site));
    }

    // WCAG 2.2 SC 1.4.12. A style sheet that a script constructs is what the site's policy lets a test put in.
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Spacing_set_by_the_reader_loses_nothing(int width)
    {
        await using var window = await world.OpenAsync(width, 640);
        Faults.None(await SidewaysAsync(window, world.Start, world.Site, """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`
                * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                p { margin-block-end: 2em !important }`);
              document.adoptedStyleSheets = [sheet];
              return [...document.body.querySelectorAll("*")].filter(e =>
                e.checkVisibility() && !e.closest(".hush, svg") && getComputedStyle(e).overflowY === "hidden"
                  && (e.scrollHeight > e.clientHeight || e.scrollWidth > e.clientWidth))
                .map(e => "cut off: " + e.outerHTML.slice(0, 120));
            }
            """));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_guide_that_reads_from_right_to_left_does_so(int width)
    {
        using var site = new BuiltSite(Repository.PathOf("tests", "guides", "rtl"));
        await using var server = await SiteServer.StartAsync(site);
        await using var window = await world.OpenAsync(width, 640);
        Faults.None(await SidewaysAsync(window, server.Start, site, """
            () => [
              ...document.documentElement.dir === "rtl" && document.documentElement.lang === "ar" ? [] : ["not rtl, or not ar"],
              // What the guide's language lacks is in English.
              ...document.querySelector(".menu").ariaLabel === "Menu" ? [] : ["not English where Arabic lacks a word"],
            ]
            """));
    }

    [Fact]
    public async Task Words_without_end_go_on_in_the_next_line_also_in_the_register_and_in_headings_that_are_links()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content"]);
        File.WriteAllText(folder["content/site.yaml"], "title: Guide\n");
        foreach (var n in Enumerable.Range(1, 8))
        {
            File.WriteAllText(folder[$"content/{n}.md"], $"# {new string((char)('a' + n), 70)}\n\n## {new string((char)('k' + n), 90)}\n\nText.\n\n## [{new string('m', 90)}](https://example.org/)\n");
        }
        using var site = new BuiltSite(folder.Path);
        await using var server = await SiteServer.StartAsync(site);
        await using var window = await world.OpenAsync(320, 640);
        Assert.Contains("search/", site.Pages);
        Faults.None(await SidewaysAsync(window, server.Start, site));
    }

    private static async Task<List<string>> SidewaysAsync(IBrowserContext window, string start, BuiltSite site, string first = "() => []")
    {
        var page = await window.NewPageAsync();
        var found = new List<string>();
        foreach (var address in site.Pages)
        {
            await page.GotoAsync(start + address);
            string[] here = [.. await page.EvaluateAsync<string[]>(first), .. await page.SidewaysAsync()];
            found.AddRange(here.Select(h => $"/{address}: {h}"));
        }
        return found;
    }
}
