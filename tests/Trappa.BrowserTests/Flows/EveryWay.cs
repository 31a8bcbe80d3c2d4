using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests.Flows;

/// <summary>All ways, not a sample: each lands where the graph says, and nobody is told.</summary>
public sealed class EveryWay(World world)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lands_where_the_flow_says(bool script)
    {
        Assert.NotEmpty(Way.All);
        await using var window = await world.OpenAsync(new()
        {
            ViewportSize = new() { Width = 360, Height = 640 },
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        foreach (var way in Way.All)
        {
            var page = await window.OpenFlowAsync(world);
            await page.GoAsync(way);
            await page.CloseAsync();
        }
    }

    // The same again with a server that keeps a log: what it sees of one way, it sees of every way.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tells_no_server_anything(bool script)
    {
        await using var server = await Site.SiteServer.StartAsync(world.Site);
        string? first = null;
        foreach (var way in Way.All)
        {
            await using var window = await world.OpenAsync(new() { JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce });
            var page = await window.NewPageAsync();
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add($"{request.Method} {request.Url} {string.Join(",", request.Headers.Keys.Order(StringComparer.Ordinal))}");
            server.Log.Clear();
            await page.GotoAsync(server.Start + FlowPage.Address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            var loaded = asked.Count;
            await page.GoAsync(way);
            Assert.Equal(loaded, asked.Count);
            var heard = string.Join("\n", server.Log.Order(StringComparer.Ordinal));
            var kept = script ? await page.EvaluateAsync<string>("""
                async () => JSON.stringify([localStorage.length, sessionStorage.length, document.cookie,
                  (await indexedDB.databases()).length, (await caches.keys()).length, location.href.replace(location.origin, ""), name])
                """) : "";
            Assert.Empty(await window.CookiesAsync());
            first ??= heard + kept;
            Assert.Equal(first, heard + kept);
            Assert.DoesNotContain("referer", heard, StringComparison.OrdinalIgnoreCase);
        }
        Assert.NotNull(first);
    }
}
