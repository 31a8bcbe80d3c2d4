namespace Trappa.BrowserTests;

/// <summary>Narrow screens, large text, text spacing, right to left, no style sheet.</summary>
public sealed class Layout(BrowserFixture fixture)
{
    private const string Overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    // WCAG 2.2 SC 1.4.10: 320 pixels wide, and 1280 by 1024 at 400 %, which is 320 by 256.
    [Theory]
    [InlineData(320, 640)]
    [InlineData(320, 256)]
    [InlineData(360, 640)]
    public async Task No_page_scrolls_sideways(int width, int height)
    {
        var found = new List<string>();
        var page = await fixture.Open("", width, height);
        foreach (var address in fixture.Site.Pages.Append("404.html"))
        {
            await page.GotoAsync(fixture.Site.Address + address);
            if (await page.EvaluateAsync<int>(Overflow) > 0)
            {
                found.Add(address);
            }
        }
        await page.Context.CloseAsync();
        Assert.Empty(found);
    }

    // WCAG 2.2 SC 1.4.12. The style is put in by the browser, past the page's own policy.
    [Fact]
    public async Task Text_spacing_set_by_the_reader_loses_nothing()
    {
        var found = new List<string>();
        var page = await fixture.Open("");
        foreach (var address in fixture.Site.Pages)
        {
            await page.GotoAsync(fixture.Site.Address + address);
            await page.EvaluateAsync("""
                () => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
                  document.adoptedStyleSheets = [sheet];
                }
                """);
            if (await page.EvaluateAsync<int>(Overflow) > 0)
            {
                found.Add(address);
            }
        }
        await page.Context.CloseAsync();
        Assert.Empty(found);
    }

    [Fact]
    public async Task Nothing_moves_while_a_page_loads()
    {
        var page = await fixture.Open("");
        foreach (var address in fixture.Site.Pages)
        {
            await page.GotoAsync(fixture.Site.Address + address);
            var shift = await page.EvaluateAsync<double>("""
                () => new Promise(done => {
                  let sum = 0;
                  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
                  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
                })
                """);
            Assert.True(shift == 0, $"{address}: {shift}");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_style_sheet_a_step_reads_from_its_name_to_its_neighbours()
    {
        var page = await fixture.Open("steg/valjare/");
        var headings = await page.EvaluateAsync<string[]>("""
            () => { for (const s of document.querySelectorAll("style")) s.remove();
              return [...document.querySelectorAll("h1, h2")].map(h => h.textContent.replace(/\u00AD/g, "")); }
            """);
        Assert.Equal(
            ["Väljare", "Säg så här", "Behov", "Insatser att föreslå", "Så kan hen bjudas in", "Så kan hen ta ett steg till", "Känns igen på",
                "Vad som kan hålla emot", "Var på trappan", "Trappan"],
            headings);
    }

    [Fact]
    public async Task A_guide_that_reads_from_right_to_left_does_so()
    {
        using var site = Site.Build(guide: Path.Combine(Site.Repository(), "tests", "guides", "rtl"));
        var page = await fixture.Open(site.Address, 320);
        foreach (var address in site.Pages)
        {
            await page.GotoAsync(site.Address + address);
            Assert.Equal("rtl", await page.EvaluateAsync<string>("getComputedStyle(document.body).direction"));
            Assert.Equal(0, await page.EvaluateAsync<int>(Overflow));
        }
        await page.Context.CloseAsync();
    }
}
