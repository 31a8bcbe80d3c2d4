using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;

namespace Trappa.BrowserTests.Offline;

/// <summary>A newer edition is applied whole or not at all, and can be taken back.</summary>
public sealed class Updates(World world) : IAsyncLifetime
{
    private SiteServer? _server;
    private IBrowserContext? _window;
    private IPage? _page;

    private SiteServer Server => _server!;

    private IPage Page => _page!;

    public async ValueTask InitializeAsync()
    {
        _server = await SiteServer.StartAsync(world.Site);
        _window = await world.OpenAsync(360, 640);
        _page = await _window.NewPageAsync();
        await _page.KeepAsync(_server.Start);
    }

    public async ValueTask DisposeAsync()
    {
        await _window!.DisposeAsync();
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task Only_what_changed_is_fetched_and_the_reader_is_told()
    {
        using var edition = Edition.With(("grunder/02-tacka.md", "titel: ", "titel: Äntligen, "));
        await Assertions.Expect(Page.Locator("[data-news]")).ToBeHiddenAsync();
        Server.Publish(edition);
        Server.Log.Clear();
        await Page.UpdateAsync();

        var changed = edition.Files.Where(f => !world.Site.Files.Contains(f) || !world.Site.Bytes(f).AsSpan().SequenceEqual(edition.Bytes(f)))
            .Select(f => "GET /" + (f.EndsWith("index.html", StringComparison.Ordinal) ? f[..^"index.html".Length] : f));
        Assert.Superset(Server.Log.Select(l => l.Trim()).ToHashSet(), changed.Append("GET /offline.js").ToHashSet());

        await Assertions.Expect(Page.Locator("[data-news]")).ToBeVisibleAsync();
        Server.GoAway();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Visa den" }).ClickAsync();
        await Assertions.Expect(Page.Locator("[data-news]")).ToBeHiddenAsync();
        await Page.GotoAsync(Server.Start + "grunder/tacka/");
        await Assertions.Expect(Page.Locator("h1")).ToContainTextAsync("Äntligen,");
    }

    [Fact]
    public async Task A_tab_that_shows_the_edition_before_loads_what_belongs_to_it()
    {
        await Page.GotoAsync(Server.Start + "sok/");
        using var edition = Edition.With(("grunder/02-tacka.md", "titel: ", "titel: Nyordet, "));
        Server.Publish(edition);
        await Page.UpdateAsync();
        var other = await _window!.NewPageAsync();
        await other.GotoAsync(Server.Start + "sok/");
        Server.GoAway();

        Assert.False(await Finds(Page, "nyordet"));
        Assert.True(await Finds(other, "nyordet"));
    }

    [Fact]
    public async Task An_update_that_does_not_come_through_changes_nothing()
    {
        using var edition = Edition.Named("Nästa upplaga");
        Server.Publish(edition);
        var asked = 0;
        // The line breaks in the middle.
        Server.Before = context =>
        {
            if (Interlocked.Increment(ref asked) > 12)
            {
                context.Abort();
                return Task.FromResult(false);
            }
            return Task.FromResult(true);
        };
        await Page.UpdateAsync();
        Server.GoAway();
        foreach (var address in world.Site.Steps.Append(""))
        {
            await Page.GotoAsync(Server.Start + address);
            Assert.EndsWith("Engagemangstrappan", await Page.TitleAsync(), StringComparison.Ordinal);
        }

        // The next attempt goes on where this one ended.
        Server.ComeBack();
        Server.Log.Clear();
        await Page.UpdateAsync();
        Assert.True(Server.Log.Count < edition.Files.Count(f => f.EndsWith("index.html", StringComparison.Ordinal) && !f.StartsWith("skriv-ut/kort", StringComparison.Ordinal)),
            string.Join("\n", Server.Log));
        await Page.GotoAsync(Server.Start);
        Assert.Equal("Nästa upplaga", await Page.TitleAsync());
    }

    [Fact]
    public async Task A_setting_takes_the_copy_away()
    {
        using var edition = Edition.Set("utan-nät: nej");
        Server.Publish(edition);
        await Page.EvaluateAsync("() => navigator.serviceWorker.getRegistration().then(r => r.update())");
        await Page.WaitForFunctionAsync("() => navigator.serviceWorker.getRegistration().then(r => !r?.installing && !r?.waiting)");

        // The next page comes from the network, and then nothing is left.
        await Page.ReloadAsync();
        await Assertions.Expect(Page.Locator("script[data-offline]")).ToHaveCountAsync(0);
        await Page.WaitForFunctionAsync("() => caches.keys().then(k => k.length === 0)");
        await Page.WaitForFunctionAsync("() => navigator.serviceWorker.getRegistration().then(r => !r)");
        await Page.ReloadAsync();
        Assert.True(await Page.EvaluateAsync<bool>("() => !navigator.serviceWorker.controller"));
    }

    [Fact]
    public async Task A_copy_with_holes_is_mended_from_the_network()
    {
        await Page.EvaluateAsync("""
            async () => {
              for (const key of await caches.keys()) {
                const cache = await caches.open(key);
                for (const request of (await cache.keys()).slice(0, 20)) await cache.delete(request);
              }
            }
            """);
        foreach (var address in world.Site.Steps)
        {
            await Page.GotoAsync(Server.Start + address);
        }
        Server.GoAway();
        foreach (var address in world.Site.Steps)
        {
            await Page.GotoAsync(Server.Start + address);
            Assert.Equal(Server.Start + address, Page.Url);
        }
    }

    [Theory]
    [InlineData("for (const request of (await cache.keys()).slice(0, 20)) await cache.delete(request);")]
    [InlineData("await caches.delete(key);")]
    public async Task What_the_phone_lost_is_there_again_after_one_visit(string loss)
    {
        const string Kept = "async () => { let all = 0; for (const key of await caches.keys()) all += (await (await caches.open(key)).keys()).length; return all; }";
        var files = await Page.EvaluateAsync<int>(Kept);
        await Page.EvaluateAsync($"async () => {{ for (const key of await caches.keys()) {{ const cache = await caches.open(key); {loss} }} }}");
        Assert.True(await Page.EvaluateAsync<int>(Kept) < files);
        await Page.GotoAsync(Server.Start);
        await Page.WaitForFunctionAsync($"async files => (await ({Kept})()) === files", files);
        Server.GoAway();
        foreach (var address in world.Site.Steps)
        {
            await Page.GotoAsync(Server.Start + address);
            Assert.Equal(Server.Start + address, Page.Url);
        }
    }

    [Fact]
    public async Task A_phone_that_is_full_keeps_the_edition_it_has()
    {
        var devTools = await _window!.NewCDPSessionAsync(Page);
        await devTools.SendAsync("Storage.overrideQuotaForOrigin", new() { ["origin"] = Server.Start.TrimEnd('/'), ["quotaSize"] = 1_000 });
        using var edition = Edition.Named("Nästa upplaga");
        Server.Publish(edition);
        await Page.UpdateAsync();
        Assert.Single(await Page.CachesAsync());
        Server.GoAway();
        await Page.GotoAsync(Server.Start + "steg/valjare/");
        Assert.EndsWith("Engagemangstrappan", await Page.TitleAsync(), StringComparison.Ordinal);
    }

    private static async Task<bool> Finds(IPage page, string query)
    {
        await page.GetByRole(AriaRole.Combobox).FillAsync(query);
        await Assertions.Expect(page.Locator("[data-hits-status]")).Not.ToBeEmptyAsync();
        return await page.GetByRole(AriaRole.Row).Filter(new() { HasTextString = "Nyordet" }).CountAsync() > 0;
    }
}
