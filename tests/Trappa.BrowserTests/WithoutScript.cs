using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests;

/// <summary>JavaScript off: nothing is missing, and nothing is there that does not work.</summary>
public sealed class WithoutScript(World world)
{
    // Buttons that need the script are the one thing that it adds.
    private const string Words = """
        () => [...document.querySelectorAll(".acts, .search")].forEach(a => a.remove()) || document.body.innerText
        """;

    [Fact]
    public async Task All_words_are_there_and_no_button_is_dead()
    {
        await using var without = await OpenAsync();
        await using var with = await world.OpenAsync(360, 640);
        var page = await without.NewPageAsync();
        var other = await with.NewPageAsync();
        foreach (var address in world.Site.Pages)
        {
            await page.GotoAsync(world.Start + address);
            await other.GotoAsync(world.Start + address);
            // What only script can do is not there without it.
            await other.EvaluateAsync("() => document.querySelectorAll('[data-choose-looks], [data-chooser]').forEach((e) => e.hidden = true)");
            var dead = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll("button, input, select, summary")]
                  .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.popoverTargetElement).map(e => e.outerHTML)
                """);
            Faults.None(dead);
            Assert.Equal(await other.EvaluateAsync<string>(Words), await page.EvaluateAsync<string>(Words));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("steg/valjare/")]
    [InlineData("404.html")]
    public async Task Every_link_can_be_clicked(string address)
    {
        await using var window = await OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + address);
        var links = page.Locator("a[href]:not([href^='#']):not(.skip):not([href^=http]):visible");
        var count = await links.CountAsync();
        Assert.True(count > 4);
        for (var i = 0; i < count; i++)
        {
            var target = await links.Nth(i).EvaluateAsync<string>("a => a.href");
            await links.Nth(i).ClickAsync();
            // What is asked for is seen when it is there. A load that ended while one began to wait for it has been missed.
            await Assertions.Expect(page).ToHaveURLAsync(target);
            await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
            Assert.DoesNotContain("404", await page.TitleAsync(), StringComparison.Ordinal);
            await page.GotoAsync(world.Start + address);
        }
    }

    [Fact]
    public async Task A_term_opens_in_place_and_closes()
    {
        await using var window = await OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + "steg/valjare/");
        var note = page.Locator("#term-relationell-organisering");
        Assert.False(await note.IsVisibleAsync());
        await page.ClickAsync("[popovertarget=term-relationell-organisering] >> nth=0");
        Assert.True(await note.IsVisibleAsync());
        await note.Locator("button").ClickAsync();
        Assert.False(await note.IsVisibleAsync());
    }

    private Task<IBrowserContext> OpenAsync() =>
        world.OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 640 }, JavaScriptEnabled = false });
}
