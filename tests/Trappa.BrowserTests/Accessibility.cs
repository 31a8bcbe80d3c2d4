using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Trappa.BrowserTests;

/// <summary>WCAG 2.2 AA by axe, with AAA contrast, and targets of 44 pixels, on every page.</summary>
public sealed class Accessibility(BrowserFixture fixture)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
        Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true } },
    };

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_page(int width, ColorScheme scheme)
    {
        var found = new List<string>();
        var page = await fixture.Open("", width, scheme: scheme);
        foreach (var address in fixture.Site.Pages.Append("404.html"))
        {
            await page.GotoAsync(fixture.Site.Address + address);
            await page.SetViewportSizeAsync(width, 640);
            // As high as the page: what lies under the bar at the foot before one has scrolled is no fault.
            var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            await page.SetViewportSizeAsync(width, height + 100);
            var result = await page.RunAxe(Rules);
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id} {n.Html}")));
        }
        await page.Context.CloseAsync();
        Assert.Empty(found);
    }

    // WCAG 2.2 SC 2.5.5 (AAA): 44 by 44 but for links within a sentence.
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task What_one_presses_is_44_pixels_wide_and_high(int width)
    {
        var found = new List<string>();
        var page = await fixture.Open("", width);
        foreach (var address in fixture.Site.Pages.Append("404.html"))
        {
            await page.GotoAsync(fixture.Site.Address + address);
            var small = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll("a[href], button, summary, input, select")].filter(e => {
                  if (!e.checkVisibility({ visibilityProperty: true }) || e.closest("[popover], dialog")) return false;
                  const box = e.getBoundingClientRect();
                  if (box.width >= 44 && box.height >= 44) return false;
                  if (e.classList.contains("skip") || getComputedStyle(e).display !== "inline") return !e.classList.contains("skip");
                  const around = e.closest("p, li, dd, dt, h1, h2, h3, h4, td, blockquote");
                  return !around || around.textContent.trim() === e.textContent.trim() && around.matches("li, dt, h2, h3");
                }).map(e => e.outerHTML.slice(0, 120) + " " + Math.round(e.getBoundingClientRect().width) + "x" + Math.round(e.getBoundingClientRect().height))
                """);
            found.AddRange(small.Select(s => address + ": " + s));
        }
        await page.Context.CloseAsync();
        Assert.Empty(found);
    }
}
