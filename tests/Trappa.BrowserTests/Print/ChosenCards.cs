using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests.Print;

/// <summary>Choosing which cards to print, and how many of each: on the page of a size, by a script that only adds.</summary>
public sealed class ChosenCards(World world)
{
    private const string TwoSided = "skriv-ut/kort/", ShortEdge = "skriv-ut/kort/85x54-a4-2/", OneSided = "skriv-ut/kort/85x54-a4-1/";

    private static readonly Geometry Usual = Geometry.All[0];

    [Theory]
    [InlineData(TwoSided)]
    [InlineData(ShortEdge)]
    [InlineData(OneSided)]
    public async Task Steps_2_and_5_three_times_each_are_six_cards_with_their_backs_behind_them(string address)
    {
        await using var window = await world.OpenAsync(1280, 800);
        var page = await OpenAsync(window, address);
        await page.ClickAsync("[data-each='0']");
        Assert.Empty(await page.QuerySelectorAllAsync("[data-sheets] .sheet"));
        Assert.True(await page.IsDisabledAsync("[data-print]"));
        await CountsAsync(page, (1, "3"), (4, "3"));
        Assert.Equal(address == OneSided ? "6 kort på 2 ark" : "6 kort på 1 ark", await page.InnerTextAsync("[data-status]"));

        var sheets = PaperSheet.All(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Equal(2, sheets.Length);
        string[] expected = ["2 Följare", "2 Följare", "2 Följare", "5 Deltagare", "5 Deltagare", "5 Deltagare"];
        List<string> fronts = [];
        for (var i = 0; i < sheets.Length; i += address == OneSided ? 1 : 2)
        {
            for (var cell = 0; cell < 10; cell++)
            {
                var (column, row) = (cell % 2, cell / 2);
                if (sheets[i].TextIn(Usual.Inner(column, row)) is not { Length: > 0 } text || !char.IsAsciiDigit(text[0]))
                {
                    continue;
                }
                fronts.Add(text);
                var behind = address switch
                {
                    OneSided => sheets[i].TextIn(Usual.Inner(column + 1, row)),
                    TwoSided => sheets[i + 1].TextIn(Usual.Inner(1 - column, row)),
                    _ => sheets[i + 1].TextIn(Usual.Inner(column, 4 - row)),
                };
                Assert.StartsWith(text[0] == '2' ? "”Ärduintresserad" : "”Varjetisdag", behind, StringComparison.Ordinal);
            }
        }
        Assert.Equal(expected.Select(e => e.Replace(" ", "", StringComparison.Ordinal)), fronts.Select((f, i) => f[..(expected[i].Length - 1)]));
    }

    [Fact]
    public async Task More_cards_than_a_sheet_holds_take_more_sheets()
    {
        await using var window = await world.OpenAsync(1280, 800);
        var page = await OpenAsync(window, TwoSided);
        await CountsAsync(page, (0, "14"));
        Assert.Equal("23 kort på 3 ark", await page.InnerTextAsync("[data-status]"));
        Assert.Equal(["Ark 1", "Ark 2", "Ark 3", "Ark 4", "Ark 5", "Ark 6"],
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-sheets] .sheet')].map(s => s.getAttribute('aria-label'))"));
        Assert.Equal(6, PaperSheet.All(await page.PdfAsync(new() { PreferCSSPageSize = true })).Length);
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"));
    }

    [Fact]
    public async Task The_back_is_moved_as_much_as_asked_for_and_the_front_stays()
    {
        await using var window = await world.OpenAsync(1280, 800);
        var page = await OpenAsync(window, TwoSided);
        var before = PaperSheet.All(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        await page.ClickAsync(".chooser summary");
        await page.FillAsync("[data-right]", "1.5");
        await page.FillAsync("[data-down]", "-0.7");
        var after = PaperSheet.All(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.Equal(2, after.Length);
        Assert.Equal(before[0].Strokes, after[0].Strokes);
        Assert.Equal(before[1].Strokes.Length, after[1].Strokes.Length);
        Assert.All(before[1].Strokes.Zip(after[1].Strokes), s =>
        {
            Assert.Equal(1.5, s.Second.X1 - s.First.X1, 0.1);
            Assert.Equal(-0.7, s.Second.Y1 - s.First.Y1, 0.1);
        });
        Assert.All(before[1].Glyphs.Zip(after[1].Glyphs), g => Assert.Equal(1.5, g.Second.Start - g.First.Start, 0.1));
    }

    [Fact]
    public async Task The_test_sheet_has_the_middle_of_the_paper_on_both_sides()
    {
        await using var window = await world.OpenAsync(1280, 800);
        var page = await OpenAsync(window, TwoSided);
        await page.ClickAsync(".chooser summary");
        await page.CheckAsync("[data-test]");
        var sheets = PaperSheet.All(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(2, sheets.Length);
        Assert.All(sheets, s =>
        {
            Assert.Contains(s.Strokes, l => l.IsLevel && Math.Abs(l.Y1 - 148.5) < 0.1 && Math.Abs(((l.X1 + l.X2) / 2) - 105) < 0.1);
            Assert.Contains(s.Strokes, l => l.IsUpright && Math.Abs(l.X1 - 105) < 0.1 && Math.Abs(((l.Y1 + l.Y2) / 2) - 148.5) < 0.1);
            Assert.All(s.Glyphs.Index(), g => Assert.DoesNotContain(s.Glyphs.Skip(g.Index + 1), other => other.Box.Overlaps(g.Item.Box, 0.25)));
        });
        await page.UncheckAsync("[data-test]");
        Assert.Equal(20, await page.Locator("[data-sheets] .card").CountAsync());
    }

    [Theory]
    [InlineData(TwoSided, "test-A4-LongEdge")]
    [InlineData("skriv-ut/kort/85x54-a4-2/", "test-A4-ShortEdge")]
    [InlineData("skriv-ut/kort/3-5x2in-letter/", "test-Letter-LongEdge")]
    [InlineData("skriv-ut/kort/3-5x2in-letter-2/", "test-Letter-ShortEdge")]
    public async Task The_test_sheet_looks_as_it_did_when_it_was_last_looked_at(string address, string name)
    {
        await using var window = await world.OpenAsync(1280, 800);
        var page = await OpenAsync(window, address);
        await page.ClickAsync(".chooser summary");
        await page.CheckAsync("[data-test]");
        GoldenSheets.LooksAsItDid(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }), name);
    }

    [Fact]
    public async Task It_is_all_done_with_keys_and_prints()
    {
        await using var window = await world.OpenAsync(360, 740);
        var page = await OpenAsync(window, TwoSided);
        await page.EvaluateAsync("window.print = () => { document.title = 'printed' }");
        await page.FocusAsync("[data-count]");
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("11 kort på 2 ark", await page.InnerTextAsync("[data-status]"));
        while (!await page.EvaluateAsync<bool>("document.activeElement.matches('[data-print]')"))
        {
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("printed", await page.TitleAsync());
        Assert.DoesNotContain('?', page.Url);
        Assert.Equal("0", await page.EvaluateAsync<string>("`${localStorage.length + sessionStorage.length}`"));
    }

    [Fact]
    public async Task Nothing_is_amiss_for_axe_on_a_phone_and_nothing_stands_out_sideways()
    {
        await using var window = await world.OpenAsync(360, 740);
        var page = await window.NewPageAsync();
        List<string> complaints = [];
        page.ListenTo(world.Start, complaints);
        await page.GotoAsync(world.Start + TwoSided);
        await CountsAsync(page, (0, "14"));
        await page.ClickAsync(".chooser summary");
        await page.FillAsync("[data-right]", "2");
        Faults.None([.. await page.AxeAsync(), .. await page.SidewaysAsync(), .. complaints]);
    }

    [Fact]
    public async Task Without_a_script_the_sheets_are_there_and_nothing_asks_to_choose()
    {
        await using var window = await world.OpenAsync(new() { JavaScriptEnabled = false });
        var page = await OpenAsync(window, TwoSided);
        Assert.False(await page.IsVisibleAsync("[data-chooser]"));
        Assert.Equal(2, PaperSheet.All(await page.PdfAsync(new() { PreferCSSPageSize = true })).Length);
    }

    private async Task<IPage> OpenAsync(IBrowserContext window, string address)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + address);
        return page;
    }

    private static async Task CountsAsync(IPage page, params (int Card, string Count)[] counts)
    {
        foreach (var (card, count) in counts)
        {
            await page.Locator("[data-count]").Nth(card).FillAsync(count);
        }
    }
}
