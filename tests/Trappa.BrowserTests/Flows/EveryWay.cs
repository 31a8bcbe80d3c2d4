using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Offline;

namespace Trappa.BrowserTests.Flows;

/// <summary>All ways, not a sample: each lands where the graph says, and nobody is told.</summary>
public sealed class EveryWay(World world)
{
    // The server keeps a log: what it sees of one way, it sees of every way.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lands_where_the_flow_says_and_tells_no_server_anything(bool script)
    {
        Assert.NotEmpty(Way.All);
        await using var server = await Site.SiteServer.StartAsync(world.Site);
        await using var window = await world.OpenAsync(new()
        {
            ViewportSize = new() { Width = 360, Height = 640 },
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (script)
        {
            // Later visits have the guide on the phone; the first one fetches all of it, whatever is answered.
            await (await window.NewPageAsync()).KeepAsync(server.Start);
        }
        string? first = null;
        var page = await window.NewPageAsync();
        foreach (var way in Way.All)
        {
            server.Log.Clear();
            await page.GotoAsync(server.Start + FlowPage.Address);
            var loaded = Heard(server).ToList();
            await page.GoAsync(way);
            var heard = string.Join("\n", Heard(server));
            Assert.Equal(loaded, Heard(server));
            var kept = !script ? "" : await page.EvaluateAsync<string>("""
                async () => JSON.stringify([localStorage.length, sessionStorage.length, document.cookie,
                  (await indexedDB.databases()).length, (await caches.keys()).length, location.href, window.name])
                """);
            Assert.Empty(await window.CookiesAsync());
            // What the first visit fetched for good the later ones need not ask for.
            if (way != Way.All[0])
            {
                first ??= heard + kept;
                Assert.Equal(first, heard + kept);
            }
            Assert.DoesNotContain("referer", heard, StringComparison.OrdinalIgnoreCase);
        }
        Assert.NotNull(first);
    }

    // The icon of the window's tab, and whether there is a newer worker, are asked for when the browser likes.
    private static IEnumerable<string> Heard(Site.SiteServer server) =>
        server.Log.Where(l => !l.Contains("icon", StringComparison.Ordinal) && !l.Contains("offline.js", StringComparison.Ordinal));
}
