using System.Text.RegularExpressions;
using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;

namespace Trappa.BrowserTests.Offline;

/// <summary>One visit, and the whole guide is on the phone.</summary>
public sealed partial class WithoutNetwork(World world)
{
    [Fact]
    public async Task After_one_visit_every_page_is_there_without_a_network()
    {
        await using var server = await SiteServer.StartAsync(world.Site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start + "steg/valjare/");
        server.GoAway();

        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        foreach (var address in world.Site.Pages.Where(IsKept))
        {
            await page.GotoAsync(server.Start + address);
            Assert.Equal(TitleOf(address), await page.TitleAsync());
        }
        Faults.None(complaints);
    }

    [Fact]
    public async Task Search_and_flow_work_without_a_network()
    {
        await using var server = await SiteServer.StartAsync(world.Site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start);
        server.GoAway();

        await page.GotoAsync(server.Start + "sok/");
        await page.GetByRole(AriaRole.Combobox).FillAsync("ringledar utbilding");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).First).ToContainTextAsync(new Regex("ringledarutbildning", RegexOptions.IgnoreCase));

        await page.GotoAsync(server.Start + "vilket-steg/");
        await page.Locator("[data-flow] a:visible, main a[href*='#']:visible").First.ClickAsync();
        Assert.StartsWith(server.Start + "vilket-steg/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_kept_is_said_to_need_a_network()
    {
        await using var server = await SiteServer.StartAsync(world.Site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start);
        server.GoAway();
        await page.GotoAsync(server.Start + "skriv-ut/kort/");
        Assert.Equal(server.Start + "utan-nat/#skriv-ut/kort/", page.Url);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sidan behöver nät");
        server.ComeBack();
        await page.GetByText("Försök igen").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(server.Start + "skriv-ut/kort/");
    }

    [Fact]
    public async Task An_address_without_its_last_slash_or_with_the_files_name_is_the_same_page()
    {
        await using var server = await SiteServer.StartAsync(world.Site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start);
        server.GoAway();
        await page.GotoAsync(server.Start + "steg/valjare");
        Assert.Equal(server.Start + "steg/valjare/", page.Url);
        await page.GotoAsync(server.Start + "steg/medlem/index.html");
        Assert.Equal(TitleOf("steg/medlem/"), await page.TitleAsync());
    }

    [Fact]
    public async Task A_network_that_never_answers_is_not_waited_for()
    {
        await using var server = await SiteServer.StartAsync(world.Site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start);
        server.FallSilent();
        foreach (var address in world.Site.Steps)
        {
            await page.GotoAsync(server.Start + address);
            Assert.Equal(TitleOf(address), await page.TitleAsync());
        }
    }

    [Fact]
    public async Task The_page_of_a_captive_network_is_never_kept()
    {
        await using var server = await SiteServer.StartAsync(world.Site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        // Between the worker's own file and what it is to keep.
        server.Before = async context =>
        {
            if (context.Request.Path == "/offline.js" || !context.Request.Headers["Sec-Fetch-Dest"].Contains("empty"))
            {
                return true;
            }
            context.Response.ContentType = "text/html";
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<h1>Torgets nät</h1>", context.RequestAborted);
            return false;
        };
        await page.GotoAsync(server.Start);
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.getRegistration().then(r => !r)");
        server.ComeBack();
        await page.KeepAsync(server.Start);
        // And one that answers all of it, later.
        server.Capture();
        await page.UpdateAsync();
        await page.GotoAsync(server.Start + "steg/medlem/");
        Assert.Equal(TitleOf("steg/medlem/"), await page.TitleAsync());
    }

    // A site that is gone for a while, as in a publishing that went wrong, is no site that has ended.
    [Theory]
    [InlineData(404)]
    [InlineData(301)]
    [InlineData(410)]
    public async Task Two_guides_of_one_host_do_not_touch_each_other(int status)
    {
        await using var server = await SiteServer.StartAsync(world.Site, "/a/");
        using var other = Edition.Named("Den andra");
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start);

        // The guide moves: at its old address there is nothing any more.
        server.Before = context =>
        {
            if (context.Request.Path.StartsWithSegments("/b"))
            {
                context.Request.Path = "/a" + context.Request.Path.Value![2..];
                return Task.FromResult(true);
            }
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/b" + context.Request.Path.Value![2..];
            return Task.FromResult(false);
        };
        server.Publish(other);
        var moved = server.Start[..^2] + "b/";
        await page.KeepAsync(moved);
        Assert.Equal(2, (await page.CachesAsync()).Length);

        // What was kept for the old address goes when it is used and has been missing for a day, and the new is left alone.
        await page.GotoAsync(server.Start);
        if (status != 410)
        {
            await page.WaitForFunctionAsync("() => caches.keys().then(k => k.length === 3)");
            await page.EvaluateAsync("""
                async () => {
                  const missing = await caches.open((await caches.keys()).find(k => k.startsWith("trappa-missing")));
                  const [since] = await missing.keys();
                  await missing.put(since, new Response(String(Date.now() - 25 * 60 * 60 * 1000)));
                }
                """);
            var devTools = await window.NewCDPSessionAsync(page);
            await devTools.SendAsync("ServiceWorker.enable");
            await devTools.SendAsync("ServiceWorker.stopAllWorkers");
            await page.GotoAsync(server.Start + "steg/valjare/");
            Assert.EndsWith("Engagemangstrappan", await page.TitleAsync(), StringComparison.Ordinal);
        }
        await page.WaitForFunctionAsync("() => caches.keys().then(k => k.length === 1)");
        await page.GotoAsync(moved);
        server.GoAway();
        await page.GotoAsync(moved + "steg/valjare/");
        Assert.EndsWith("Den andra", await page.TitleAsync(), StringComparison.Ordinal);
    }

    private static bool IsKept(string address) =>
        address != "404.html" && !(address.StartsWith("skriv-ut/", StringComparison.Ordinal) && address != "skriv-ut/");

    private string TitleOf(string address) =>
        System.Net.WebUtility.HtmlDecode(Title().Match(System.Text.Encoding.UTF8.GetString(world.Site.Bytes(BuiltSite.FileOf(address)))).Groups[1].Value);

    [GeneratedRegex("<title>(.*?)</title>")]
    private static partial Regex Title();
}
