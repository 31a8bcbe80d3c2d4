using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests;

/// <summary>Nothing goes wrong behind the reader's back, and nobody else is told what they read.</summary>
public sealed class Silence(World world)
{
    [Fact]
    public async Task A_walk_over_all_pages_leaves_no_message_and_asks_nobody_else()
    {
        await using var window = await world.OpenAsync(360, 640);
        await window.GrantPermissionsAsync(["clipboard-write"]);
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.ListenTo(world.Start, complaints);
        foreach (var address in world.Site.Pages)
        {
            var response = await page.GotoAsync(world.Start + address);
            Assert.Contains("default-src 'none'", await response!.HeaderValueAsync("content-security-policy") ?? "", StringComparison.Ordinal);
            foreach (var button in await page.Locator("[data-copy]:visible").AllAsync())
            {
                await button.ClickAsync();
            }
            if (await page.Locator("[data-large]:visible").CountAsync() > 0)
            {
                await page.Locator("[data-large]").First.ClickAsync();
                await page.Locator("dialog button").ClickAsync();
            }
            foreach (var ask in await page.Locator("[popovertarget]:not([popovertargetaction]):visible").AllAsync())
            {
                await ask.ClickAsync();
                await page.Keyboard.PressAsync("Escape");
            }
        }
        Faults.None(complaints);
        Assert.Empty(await window.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
    }
}
