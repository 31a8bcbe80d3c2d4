using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Flows;

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

    // What a page does when it is used, and not only when it comes: a rule of the policy that is broken is told in the
    // console and by an event, Trusted Types among them (W3C Trusted Types, 4.1).
    [Fact]
    public async Task Whoever_uses_all_that_script_adds_breaks_no_rule_of_the_policy()
    {
        await using var window = await world.OpenAsync(360, 640);
        await window.GrantPermissionsAsync(["clipboard-write"]);
        await window.AddInitScriptAsync("""
            addEventListener("securitypolicyviolation", (e) => console.error(`${e.effectiveDirective}: ${e.blockedURI} ${e.sample}`));
            new ReportingObserver((all) => all.forEach((r) => console.error(`${r.type}: ${r.body?.message}`)), { buffered: true }).observe();
            """);
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.ListenTo(world.Start, complaints);
        await page.GotoAsync(world.Start + Flows.FlowPage.Address);
        // A way through the flow, back, and from the beginning.
        await page.GoAsync(Flows.Way.All[0]);
        await page.GoBackAsync();
        await page.AsksAsync(Flows.Way.All[0].Questions[^1]);
        // Search, as words are typed; each has its words marked.
        await page.GotoAsync(world.Start + "sok/");
        await page.FillAsync("[role=combobox]", "ringledar utbilding");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToBeVisibleAsync();
        // The chooser of cards, and how the pages look.
        await page.GotoAsync(world.Start + "skriv-ut/kort/");
        await page.ClickAsync("[data-each='0']");
        await page.Locator(".looks summary").ClickAsync();
        foreach (var choice in await page.Locator(".looks input").AllAsync())
        {
            await choice.ClickAsync();
        }
        // The worker, whose address is the one thing that a policy must make, and a page from what it keeps.
        await Offline.Phone.KeepAsync(page, world.Start);
        await page.GotoAsync(world.Start + "steg/valjare/");
        Assert.True(await page.EvaluateAsync<bool>("performance.getEntriesByType('navigation')[0].workerStart > 0"));
        // A rule that is broken is seen: else there would be nothing to hear.
        Faults.None(complaints);
        await page.EvaluateAsync("() => { try { document.body.innerHTML = '<p>'; } catch { } }");
        Assert.Contains(complaints, c => c.Contains("require-trusted-types-for", StringComparison.Ordinal) || c.Contains("TrustedHTML", StringComparison.Ordinal));
    }
}
