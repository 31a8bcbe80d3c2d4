using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;
using Trappa.Tests;

namespace Trappa.BrowserTests;

/// <summary>The site in a subfolder of a host, and in a folder without one.</summary>
public sealed class OtherPlaces(World world)
{
    // 404.html is shown at any address, so it needs to know where the site is; the other pages do not.
    [Theory]
    [InlineData("--base-url", "https://example.org/a/b/")]
    [InlineData]
    public async Task In_a_subfolder_everything_works(params string[] options)
    {
        using var site = new BuiltSite(Repository.Root, options);
        await using var server = await SiteServer.StartAsync(site, "/a/b/");
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.ListenTo(server.Start, complaints);
        var pages = await WalkAsync(page, server.Start, complaints);
        Assert.Equal(
            site.Pages.Where(p => p is not ("404.html" or "utan-nat/")).Select(p => server.Start + p).Order(StringComparer.Ordinal),
            pages.Order(StringComparer.Ordinal));
        Faults.None(complaints);

        if (options.Length > 0)
        {
            var response = await page.GotoAsync(server.Start + "not/here/at-all");
            Assert.Equal(404, response!.Status);
            Assert.All(await page.LinksAsync(), link => Assert.True(pages.Contains(link) || link == page.Url, link));
            Assert.True(await page.EvaluateAsync<bool>("document.querySelector('dialog') !== null && !document.querySelector('[data-copy]:not([hidden])')"));
            // The browser itself tells of the status.
            Assert.All(complaints, c => Assert.Contains("404 (Not Found)", c, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task From_a_folder_every_link_and_the_script_work()
    {
        using var site = new BuiltSite(Repository.Root, "--portable");
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        var start = new Uri(site.Folder + "/").AbsoluteUri;
        page.ListenTo(start, complaints);
        var pages = await WalkAsync(page, start + "index.html", complaints);
        Assert.Equal(
            site.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal) && f is not ("404.html" or "utan-nat/index.html")).Select(f => start + f),
            pages.Order(StringComparer.Ordinal));
        await page.GotoAsync(start + "steg/valjare/index.html");
        Assert.True(await page.Locator("[data-large]").IsVisibleAsync());
        Faults.None(complaints);
    }

    // Follows all links from the first page on, and tells which pages there were.
    private static async Task<HashSet<string>> WalkAsync(IPage page, string first, List<string> complaints)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { first };
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var address))
        {
            var response = await page.GotoAsync(address);
            if (response is { Status: >= 400 })
            {
                complaints.Add($"{address}: {response.Status}");
            }
            foreach (var link in (await page.LinksAsync()).Where(seen.Add))
            {
                waiting.Enqueue(link);
            }
        }
        return seen;
    }
}
