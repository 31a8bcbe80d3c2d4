using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests;

/// <summary>Colours and size of text follow the phone, and can be chosen.</summary>
public sealed class Looks(World world)
{
    private const string Ground = "() => getComputedStyle(document.documentElement).backgroundColor",
        Bar = "() => [...new Set([...document.querySelectorAll('meta[name=theme-color]')].map(m => m.content))]";

    private const string Paper = "() => getComputedStyle(document.body).color", Size = "() => getComputedStyle(document.documentElement).fontSize";

    [Fact]
    public async Task A_choice_holds_on_every_page_from_the_first_paint_and_is_all_that_is_kept()
    {
        await using var window = await world.OpenWithoutWorkerAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + "steg/valjare/");
        var light = await page.EvaluateAsync<string>(Paper);
        await page.GetByText("Textstorlek och färger").ClickAsync();
        await page.GetByLabel("Mörkt").CheckAsync();
        await page.GetByLabel("Störst").CheckAsync();
        var dark = await page.EvaluateAsync<string>(Paper);
        Assert.NotEqual(light, dark);
        Assert.Equal("24px", await page.EvaluateAsync<string>(Size));
        // The bar at the foot grows less, and the browser's own takes the page's colour.
        Assert.Equal("16.8px", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.menu a')).fontSize"));
        Assert.Equal([await page.EvaluateAsync<string>(Ground)], await page.EvaluateAsync<string[]>(Bar));

        // The script at the end is not needed for it: without it the page has its looks all the same.
        await page.RouteAsync("**/site.*.js", route => route.AbortAsync());
        await page.GotoAsync(world.Start + "begrepp/");
        Assert.Equal(dark, await page.EvaluateAsync<string>(Paper));
        Assert.Equal("24px", await page.EvaluateAsync<string>(Size));
        Assert.Equal(["looks"], await page.EvaluateAsync<string[]>("() => Object.keys(localStorage)"));

        await page.UnrouteAsync("**/site.*.js");
        await page.GotoAsync(world.Start);
        await page.GetByText("Textstorlek och färger").ClickAsync();
        await Assertions.Expect(page.GetByLabel("Mörkt")).ToBeCheckedAsync();
        Assert.Equal([await page.EvaluateAsync<string>(Ground)], await page.EvaluateAsync<string[]>(Bar));
        foreach (var group in await page.GetByLabel("Som telefonen").AllAsync())
        {
            await group.CheckAsync();
        }
        Assert.Equal(light, await page.EvaluateAsync<string>(Paper));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length"));
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_has_the_choice_as_long_as_the_page_is_open()
    {
        await using var window = await world.OpenAsync(360, 640);
        await window.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })");
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.ListenTo(world.Start, complaints);
        await page.GotoAsync(world.Start);
        await page.GetByText("Textstorlek och färger").ClickAsync();
        await page.GetByLabel("Större").CheckAsync();
        Assert.Equal("20px", await page.EvaluateAsync<string>(Size));
        Faults.None(complaints);
    }

    [Fact]
    public async Task Where_one_part_of_the_script_fails_the_others_go_on()
    {
        await using var window = await world.OpenAsync(360, 640);
        // The first part asks for the clipboard; a later one for the dialog.
        await window.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { get() { throw new Error('broken') } })");
        var page = await window.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(world.Start + "steg/valjare/");
        await page.Locator("[data-large]").First.ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-choose-looks]")).ToBeVisibleAsync();
        // And it is told, to whoever looks.
        Assert.Contains("broken", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_workers_are_blocked_the_pages_are_as_they_were()
    {
        await using var window = await world.OpenAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Block });
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.ListenTo(world.Start, complaints);
        await page.GotoAsync(world.Start);
        await page.GotoAsync(world.Start + "steg/valjare/");
        await Assertions.Expect(page.Locator("[data-choose-looks]")).ToBeVisibleAsync();
        complaints.RemoveAll(c => c.Contains("Service Worker registration blocked by Playwright", StringComparison.Ordinal));
        Faults.None(complaints);
    }
}
