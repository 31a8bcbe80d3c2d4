using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Offline;
using Trappa.BrowserTests.Site;

namespace Trappa.BrowserTests;

/// <summary>WCAG 2.2 SC 2.5.5 (AAA): what one taps is as large as a finger.</summary>
public sealed class TapTargets(World world)
{
    // A link within a sentence is let off by the criterion; one that stands alone in its paragraph is not.
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task What_one_taps_is_44_pixels_wide_and_high(int width)
    {
        await using var window = await world.OpenAsync(width, 800);
        var page = await window.NewPageAsync();
        var found = new List<string>();
        foreach (var address in world.Site.Pages)
        {
            await page.GotoAsync(world.Start + address);
            found.AddRange((await SmallAsync(page)).Select(s => $"/{address}: {s}"));
        }
        Faults.None(found);
    }

    // Where there are PDFs, the pages that one can print oneself are links below their buttons.
    [Fact]
    public async Task Ways_to_print_are_as_large_where_there_are_PDFs_beside_them()
    {
        using var site = Edition.Printed("Med papper");
        await using var server = await SiteServer.StartAsync(site);
        await using var window = await world.OpenAsync(360, 800);
        var page = await window.NewPageAsync();
        await page.GotoAsync(server.Start + "skriv-ut/");
        Assert.NotEqual(0, await page.Locator(".ways a").CountAsync());
        Faults.None(await SmallAsync(page));
    }

    private static Task<string[]> SmallAsync(IPage page) =>
        page.EvaluateAsync<string[]>("""
            () => {
              const small = within => [...within.querySelectorAll("a[href], button, summary, input, select, textarea")].filter(e => {
                if (!e.checkVisibility({ visibilityProperty: true })) return false;
                const box = e.getBoundingClientRect();
                if (box.width >= 43.99 && box.height >= 43.99) return false;
                const around = e.closest("p, li, dd, dt, td, th, h1, h2, h3, h4, blockquote, figcaption");
                const inSentence = getComputedStyle(e).display === "inline" && around
                  && around.textContent.trim() !== e.textContent.trim();
                return !inSentence;
              }).map(e => `${e.outerHTML.slice(0, 120)} ${e.getBoundingClientRect().width} × ${e.getBoundingClientRect().height}`);
              const found = small(document);
              for (const note of document.querySelectorAll("[popover]")) {
                note.showPopover();
                found.push(...small(note));
                note.hidePopover();
              }
              const dialog = document.querySelector("dialog");
              dialog.showModal();
              found.push(...small(dialog));
              return found;
            }
            """);
}
