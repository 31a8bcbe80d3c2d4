using System.IO.Compression;
using System.Text.RegularExpressions;
using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests.Searching;

/// <summary>Search on the phone: what it finds, what it costs, and that it goes by keyboard.</summary>
public sealed class Search(World world)
{
    private const string Address = "sok/";

    private sealed record Hit(string Url, string Page, string Heading);

    [Fact]
    public async Task Of_what_readers_ask_the_answer_is_among_the_first_three()
    {
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + Address);
        var queries = File.ReadLines(Path.Combine(Tests.Repository.PathOf("tests", "Trappa.BrowserTests", "Searching"), "queries.txt"))
            .Where(l => l.Contains(" | ", StringComparison.Ordinal)).Select(l => l.Split(" | ")).ToList();
        Assert.True(queries.Count >= 100);
        var found = await page.EvaluateAsync<string[][]>("""
            async queries => {
              const link = name => document.querySelector(`[data-${name}]`).href;
              const { engine } = await import(link("code"));
              const find = engine(await (await fetch(link("index"))).json());
              return queries.map(q => find(q).slice(0, 3).map(h => h.url));
            }
            """, queries.Select(q => q[0]));
        var (first, three, faults) = (0, 0, new List<string>());
        for (var i = 0; i < queries.Count; i++)
        {
            var wanted = queries[i][1].Split(',');
            bool Fits(string url) => wanted.Any(w => url.StartsWith(w, StringComparison.Ordinal));
            var isNone = wanted is ["-"];
            first += (isNone ? found[i].Length == 0 : found[i].Take(1).Any(Fits)) ? 1 : 0;
            if (isNone ? found[i].Length == 0 : found[i].Any(Fits))
            {
                three++;
            }
            else
            {
                faults.Add($"{queries[i][0]}: {string.Join(" ", found[i])}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"of {queries.Count}: first {first}, among the first three {three}\n{string.Join("\n", faults)}");
        Assert.True(three >= 0.95 * queries.Count, $"among the first three {three} of {queries.Count}\n{string.Join("\n", faults)}");
        Assert.True(first >= 0.85 * queries.Count, $"first {first} of {queries.Count}");
    }

    [Fact]
    public async Task Nothing_of_it_is_fetched_before_the_box_is_used_and_nothing_asked_goes_anywhere()
    {
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(world.Start + Address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain(asked, a => a.Contains("search", StringComparison.Ordinal) || a.EndsWith("index.json", StringComparison.Ordinal));
        await page.FocusAsync("#search");
        await page.FillAsync("#search", "ringledar utbilding");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToBeVisibleAsync();
        var once = asked.Count;
        Assert.Equal(2, asked.Count(a => a.Contains("search", StringComparison.Ordinal) || a.EndsWith("index.json", StringComparison.Ordinal)));
        await page.FillAsync("#search", "stuga");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToContainTextAsync("Ringstugan");
        Assert.Equal(once, asked.Count);
        Assert.DoesNotContain(asked, a => a.Contains('?', StringComparison.Ordinal));
        Assert.Equal(world.Start + Address, page.Url);
    }

    [Fact]
    public void Code_and_index_weigh_at_most_15_KB()
    {
        var bytes = world.Site.Files.Where(f => Regex.IsMatch(f, "^assets/search\\.|^sok/index.json$")).Sum(f =>
        {
            using var output = new MemoryStream();
            using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                brotli.Write(world.Site.Bytes(f));
            }
            return output.Length;
        });
        Assert.InRange(bytes, 1000, 15 * 1024);
    }

    // WAI-ARIA Authoring Practices, "Editable Combobox with Grid Popup".
    [Fact]
    public async Task The_box_goes_by_keyboard_alone()
    {
        await using var window = await world.OpenAsync(360, 640);
        await window.GrantPermissionsAsync(["clipboard-write"]);
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + Address);
        var input = page.Locator("#search");
        await input.FocusAsync();
        await page.Keyboard.TypeAsync("skänka slant");
        await Assertions.Expect(input).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.Locator("[data-hits-status]")).ToHaveTextAsync(new Regex("^Träffar: [0-9]+$"));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("hit-0", await input.GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("copy-0", await input.GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-hits-status]")).ToHaveTextAsync("Kopierat");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(input).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.False(await page.Locator("#hits").IsVisibleAsync());
        await input.FillAsync("medlemmar");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToContainTextAsync("Medlem");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(world.Start + "steg/medlem/");
    }

    [Fact]
    public async Task The_open_list_has_nothing_that_axe_finds()
    {
        await using var window = await world.OpenAsync(320, 800);
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + Address);
        await page.FillAsync("#search", "skänka");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(320, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
        Faults.None([.. await page.AxeAsync(), .. await page.SidewaysAsync()]);
    }

    [Fact]
    public async Task Without_script_there_is_no_box_and_the_register_leads_to_all()
    {
        await using var window = await world.OpenAsync(new() { JavaScriptEnabled = false });
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + Address);
        Assert.False(await page.Locator("#search").IsVisibleAsync());
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.register a')].map(a => a.textContent.replaceAll('\\u00ad', ''))");
        Assert.All(new[] { "Väljare", "Ringstugan", "Säg tack", "Valskolan" }, name => Assert.Contains(name, links));
    }

    // Typing while the code is on its way loses nothing, and markup in a search is words.
    [Fact]
    public async Task What_is_typed_before_the_index_is_there_counts_and_markup_is_words()
    {
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.ListenTo(world.Start, complaints);
        var gate = new TaskCompletionSource();
        await page.RouteAsync("**/index.json", async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(world.Start + Address);
        await page.FillAsync("#search", "valskola");
        gate.SetResult();
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToContainTextAsync("Valskolan");
        await page.FillAsync("#search", "<img src=x onerror=alert(1)> valskola");
        await Assertions.Expect(page.Locator("[data-hits-status]")).Not.ToHaveTextAsync("");
        Assert.Equal(0, await page.Locator(".search img").CountAsync());
        Faults.None(complaints);
    }
}
