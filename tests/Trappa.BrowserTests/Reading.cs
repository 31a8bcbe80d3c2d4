using System.IO.Compression;
using Microsoft.Playwright;

namespace Trappa.BrowserTests;

/// <summary>What a reader does: without script, with it, by keyboard, on a bad line, from a folder.</summary>
public sealed class Reading(BrowserFixture fixture)
{
    [Fact]
    public async Task A_step_page_is_at_most_14_kB_and_3_requests()
    {
        var context = await fixture.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var sizes = new Dictionary<string, int>();
        page.Response += async (_, response) => sizes[response.Url] = Brotli(await response.BodyAsync());
        await page.GotoAsync(fixture.Site.Address + "steg/valjare/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.True(sizes.Count <= 3, string.Join(", ", sizes.Keys));
        var icon = Directory.GetFiles(Path.Combine(fixture.Site.Folder, "assets"), "icon.*.svg").Single();
        Assert.InRange(sizes.Values.Sum() + Brotli(await File.ReadAllBytesAsync(icon, TestContext.Current.CancellationToken)), 1, 14 * 1024);
        await context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_all_words_are_there_and_no_button_is_dead()
    {
        var page = await fixture.Open("steg/valjare/", script: false);
        Assert.Contains("skänka en slant", await page.InnerTextAsync(".speech"), StringComparison.Ordinal);
        Assert.False(await page.Locator("[data-copy]").IsVisibleAsync());
        Assert.False(await page.Locator("[data-large]").IsVisibleAsync());
        await page.ClickAsync("nav.ladder a >> nth=1");
        Assert.EndsWith("/steg/foljare/", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_term_opens_in_place_and_closes_without_script()
    {
        var page = await fixture.Open("steg/valjare/", script: false);
        var note = page.Locator("#term-relationell-organisering");
        Assert.False(await note.IsVisibleAsync());
        await page.ClickAsync("[popovertarget=term-relationell-organisering] >> nth=0");
        Assert.True(await note.IsVisibleAsync());
        await note.Locator("button").ClickAsync();
        Assert.False(await note.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_copied_has_no_soft_hyphens()
    {
        var page = await fixture.Open("steg/valjare/");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.ClickAsync("[data-copy]");
        await page.Locator("[data-status]", new() { HasText = "Kopierat" }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        // Reading it back is what the page's own policy denies, so it is pasted into another page.
        var paste = await page.Context.NewPageAsync();
        await paste.SetContentAsync("<textarea></textarea>");
        await paste.FocusAsync("textarea");
        await paste.Keyboard.PressAsync("ControlOrMeta+v");
        var text = await paste.InputValueAsync("textarea");
        Assert.StartsWith("Vad roligt att du röstar på oss!", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u00AD', text);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_quote_fills_the_screen_and_Escape_brings_the_page_back()
    {
        var page = await fixture.Open("steg/valjare/");
        await page.ClickAsync("[data-large]");
        var dialog = page.Locator("dialog");
        Assert.True(await dialog.IsVisibleAsync());
        Assert.Contains("röstar på oss", await dialog.InnerTextAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await dialog.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_everything_is_reached_and_nothing_in_focus_is_covered()
    {
        var page = await fixture.Open("steg/valjare/");
        var all = await page.EvaluateAsync<int>("""
            () => {
              const all = [...document.querySelectorAll("a[href], button")].filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest("[popover], dialog"));
              all.forEach((e, i) => e.dataset.order = i);
              return all.length;
            }
            """);
        var reached = new List<int>();
        for (var i = 0; i < all; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var state = await page.EvaluateAsync<string[]>("""
                () => { const e = document.activeElement, b = e.getBoundingClientRect();
                  const at = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);
                  return [e.dataset.order ?? "-1", String(!!at && (e.contains(at) || at.contains(e))), e.outerHTML.slice(0, 100)]; }
                """);
            reached.Add(int.Parse(state[0], System.Globalization.CultureInfo.InvariantCulture));
            Assert.True(state[1] == "true", $"covered after {string.Join(' ', reached)} of {all}: {state[2]}");
        }
        Assert.Equal(Enumerable.Range(0, all), reached);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_walk_over_all_pages_asks_nobody_else_and_leaves_no_message()
    {
        var context = await fixture.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Text}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(fixture.Site.Address, StringComparison.Ordinal) || request.Url.Contains('?', StringComparison.Ordinal))
            {
                complaints.Add("asked: " + request.Url);
            }
        };
        foreach (var address in fixture.Site.Pages)
        {
            await page.GotoAsync(fixture.Site.Address + address);
        }
        Assert.Empty(complaints);
        Assert.Empty(await context.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        await context.CloseAsync();
    }

    [Fact]
    public async Task In_a_subfolder_every_link_and_asset_works_and_so_does_the_page_for_what_is_missing()
    {
        using var site = Site.Build("/a/b/", options: ["--base-url", "https://example.org/a/b/"]);
        var context = await fixture.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var failed = new List<string>();
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Url.EndsWith("/not/here", StringComparison.Ordinal))
            {
                failed.Add(response.Url);
            }
        };
        foreach (var address in site.Pages.Append("not/here"))
        {
            await page.GotoAsync(site.Address + address);
            foreach (var link in await page.EvaluateAsync<string[]>("() => [...document.links].filter(l => l.origin === location.origin && l.pathname !== location.pathname).map(l => l.href)"))
            {
                var path = new Uri(link).AbsolutePath;
                Assert.StartsWith("/a/b/", path, StringComparison.Ordinal);
                Assert.True(File.Exists(Path.Combine(site.Folder, path["/a/b/".Length..], path.EndsWith('/') ? "index.html" : "").TrimEnd('/')), $"{address}: {link}");
            }
        }
        Assert.Empty(failed);
        await context.CloseAsync();
    }

    [Fact]
    public async Task The_portable_site_works_from_a_folder()
    {
        var folder = Site.BuildFolder(options: ["--portable"]);
        var page = await fixture.Open(new Uri(Path.Combine(folder, "index.html")).AbsoluteUri);
        foreach (var link in await page.EvaluateAsync<string[]>("() => [...document.links].map(l => l.href)"))
        {
            Assert.True(!link.StartsWith("file:", StringComparison.Ordinal) || File.Exists(new Uri(link).LocalPath), link);
        }
        await page.ClickAsync("text=3 Väljare");
        Assert.EndsWith("/steg/valjare/index.html", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("[data-large]").IsVisibleAsync());
        await page.Context.CloseAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static int Brotli(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(bytes);
        }
        return (int)output.Length;
    }
}
