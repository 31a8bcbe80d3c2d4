using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests;

/// <summary>Colours chosen by the reader's system, and no style sheet at all.</summary>
public sealed class OtherLooks(World world)
{
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task In_forced_colours_one_still_sees_where_one_is(int width, ColorScheme scheme)
    {
        await using var window = await world.OpenAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            ForcedColors = ForcedColors.Active,
        });
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + "steg/valjare/");
        Assert.True(await page.EvaluateAsync<bool>("matchMedia('(forced-colors: active)').matches"));
        Faults.None(await AlikeAsync(page, ".ladder a[aria-current]", ".ladder a:not([aria-current])", "borderInlineStartColor"));
        Faults.None(await AlikeAsync(page, ".stairs .here", ".stairs #steps", "fill"));
        await page.GotoAsync(world.Start + "sag-sa-har/");
        Faults.None(await AlikeAsync(page, ".menu a[aria-current]", ".menu a:not([aria-current])", "borderBlockStartColor"));
    }

    [Fact]
    public async Task Without_a_style_sheet_headings_tell_the_page_in_order()
    {
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        foreach (var address in world.Site.Pages)
        {
            var headings = await HeadingsAsync(page, address);
            Assert.StartsWith("1 ", headings[0], StringComparison.Ordinal);
            Assert.Single(headings, h => h[0] == '1');
            Assert.All(headings.Zip(headings.Skip(1)), pair => Assert.True(pair.Second[0] <= pair.First[0] + 1, $"/{address}: {pair}"));
        }
        Assert.Equal(
            [
                "1 Väljare", "2 Säg så här", "2 Behov", "2 Insatser att föreslå", "2 Så kan hen bjudas in",
                "2 Så kan hen ta ett steg till", "2 Känns igen på", "2 Vad som kan hålla emot", "2 Var på trappan", "2 Trappan",
            ],
            await HeadingsAsync(page, "steg/valjare/"));
    }

    private async Task<string[]> HeadingsAsync(IPage page, string address)
    {
        await page.GotoAsync(world.Start + address);
        return await page.EvaluateAsync<string[]>("""
            () => {
              for (const sheet of document.querySelectorAll("style, link[rel=stylesheet]")) sheet.remove();
              return [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
                .filter(h => h.checkVisibility())
                .map(h => h.localName[1] + " " + h.textContent.replace(/\u00AD/g, "").replace(/\s+/g, " ").trim());
            }
            """);
    }

    // Those of the others that look as the current one does.
    private static Task<string[]> AlikeAsync(IPage page, string current, string others, string property) => page.EvaluateAsync<string[]>("""
        ([current, others, property]) => {
          const look = e => getComputedStyle(e)[property];
          const here = document.querySelector(current), all = [...document.querySelectorAll(others)];
          if (!here || all.length === 0) return ["nothing to compare with"];
          return all.filter(e => look(e) === look(here)).map(e => e.outerHTML.slice(0, 120) + " " + look(e));
        }
        """, new[] { current, others, property });
}
