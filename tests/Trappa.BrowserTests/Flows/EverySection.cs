using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests.Flows;

/// <summary>Each question and each outcome in turn, for each reader: by axe, and within the width of the screen.</summary>
public sealed class EverySection(World world)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Has_nothing_that_axe_finds_and_fits_a_narrow_screen(bool script)
    {
        await using var window = await world.OpenAsync(new()
        {
            ViewportSize = new() { Width = 320, Height = 800 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await window.NewPageAsync();
        if (!script)
        {
            // axe is a script itself, so the page's own is kept away instead.
            await page.RouteAsync("**/*.js", route => route.AbortAsync());
        }
        await page.GotoAsync(world.Start + FlowPage.Address);
        var sections = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.flow > section[id]')].map(s => s.id)");
        Assert.True(sections.Length > 10);
        var found = new List<string>();
        foreach (var section in sections)
        {
            await page.SetViewportSizeAsync(320, 800);
            await page.EvaluateAsync("section => { location.hash = section; }", section);
            await Assertions.Expect(page.Locator("#" + section)).ToBeVisibleAsync();
            await page.SetViewportSizeAsync(320, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
            Assert.Equal(section, await page.Seen().EvaluateAsync<string>("s => s.id"));
            found.AddRange((await page.AxeAsync()).Select(f => $"#{section}: {f}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            found.AddRange((await page.AxeOnColoursAsync()).Select(f => $"#{section}, dark: {f}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            found.AddRange((await page.SidewaysAsync()).Select(s => $"#{section}: sideways: {s}"));
        }
        Faults.None(found);
    }
}
