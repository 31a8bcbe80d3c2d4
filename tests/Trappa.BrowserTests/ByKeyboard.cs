using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests;

/// <summary>The keyboard alone reaches everything, in the document's order, and what has focus can be seen.</summary>
public sealed class ByKeyboard(World world)
{
    [Theory]
    [InlineData(360, 640)]
    [InlineData(1280, 800)]
    public async Task Tab_reaches_everything_in_order_and_the_bar_covers_nothing(int width, int height)
    {
        await using var window = await world.OpenAsync(width, height);
        var page = await window.NewPageAsync();
        var found = new List<string>();
        foreach (var address in world.Site.PagesByLooks)
        {
            await page.GotoAsync(world.Start + address);
            var all = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll("a[href], button, summary, input, .scroll[tabindex='0']")]
                  .filter(e => e.checkVisibility({ visibilityProperty: true }))
                  .map((e, i) => { e.dataset.order = i; return e.outerHTML.slice(0, 120); })
                """);
            Assert.Contains("href=\"#text\"", all[0].Replace("href=#text", "href=\"#text\"", StringComparison.Ordinal), StringComparison.Ordinal);
            for (var i = 0; i < all.Length; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                var wrong = await page.EvaluateAsync<string?>("""
                    order => {
                      const e = document.activeElement;
                      if (e.dataset.order !== String(order)) return "focus is elsewhere, at " + e.outerHTML.slice(0, 120);
                      const style = getComputedStyle(e);
                      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "focus does not show";
                      for (const box of e.getClientRects()) {
                        // Of what is larger than the window, such as a sheet of cards, the middle of what is seen.
                        const middle = (from, to, most) => to - from > most ? (Math.max(from, 0) + Math.min(to, most)) / 2 : (from + to) / 2;
                        const top = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
                        if (!top) return "out of the window";
                        if (!e.contains(top) && top.closest(".menu")) return "covered by the menu";
                        if (!e.contains(top) && !top.contains(e)) return "covered by " + top.outerHTML.slice(0, 120);
                        const foot = document.elementFromPoint(middle(box.left, box.right, innerWidth), box.bottom - 2);
                        if (foot?.closest(".menu") && !e.closest(".menu")) return "half covered by the menu";
                      }
                      return null;
                    }
                    """, i);
                if (wrong is not null)
                {
                    found.Add($"/{address}: {all[i]}: {wrong}");
                }
            }
        }
        Faults.None(found);
    }

    [Fact]
    public async Task The_first_link_leads_to_the_text_and_the_second_to_the_menu()
    {
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + "steg/valjare/");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"), "the skip link does not show");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.localName"));

        await page.GotoAsync(world.Start + "steg/valjare/");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement === document.querySelector('.menu a')"));
    }
}
