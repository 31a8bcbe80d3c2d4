using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests;

/// <summary>What the script and the browser add: copying, a quote over the whole screen, terms in place.</summary>
public sealed class WithScript(World world) : IAsyncLifetime
{
    private const string Step = "steg/valjare/";

    private IBrowserContext? _window;
    private IPage? _page;

    private IPage Page => _page!;

    [Fact]
    public async Task What_is_copied_has_no_soft_hyphens()
    {
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        foreach (var address in world.Site.Pages.Where(p => p == "sag-sa-har/" || world.Site.Steps.Contains(p)))
        {
            await Page.GotoAsync(world.Start + address);
            var buttons = Page.Locator("[data-copy]");
            for (var i = 0; i < await buttons.CountAsync(); i++)
            {
                var shown = await buttons.Nth(i).EvaluateAsync<string>("b => b.closest('[data-quote]').querySelector('[data-words]').textContent");
                // Both are taken back after a moment, which a slow machine may miss: the page is asked to note them.
                await buttons.Nth(i).EvaluateAsync("""
                    b => {
                        const status = document.querySelector("[data-status]");
                        window.said = null;
                        new MutationObserver((_, seen) => {
                            if (!status.textContent) return;
                            seen.disconnect();
                            window.said = [b.textContent, status.textContent];
                        }).observe(status, { childList: true });
                    }
                    """);
                await buttons.Nth(i).ClickAsync();
                var said = await Page.WaitForFunctionAsync("() => window.said");
                Assert.Equal(["Kopierat", "Kopierat"], await said.JsonValueAsync<string[]>());
                var copied = await PasteAsync();
                Assert.DoesNotContain('\u00AD', copied);
                Assert.DoesNotContain('\u00A0', copied);
                Assert.Equal(shown.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim(), copied);
            }
        }
    }

    [Fact]
    public async Task A_quote_fills_the_screen_and_gives_the_page_back()
    {
        await Page.GotoAsync(world.Start + Step);
        var dialog = Page.Locator("dialog");
        await Page.Locator("[data-large]").First.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        Assert.Contains("röstar på oss", await dialog.InnerTextAsync(), StringComparison.Ordinal);
        var box = await dialog.BoundingBoxAsync();
        Assert.Equal((360, 640), (box!.Width, box.Height));
        Assert.True(await dialog.EvaluateAsync<bool>("d => d.contains(document.activeElement) && d.scrollWidth <= d.clientWidth"));
        await Page.Keyboard.PressAsync("Escape");
        Assert.False(await dialog.IsVisibleAsync());
        Assert.True(await Page.EvaluateAsync<bool>("document.activeElement.matches('[data-large]')"));

        await Page.Keyboard.PressAsync("Enter");
        await dialog.Locator("button").ClickAsync();
        Assert.False(await dialog.IsVisibleAsync());
    }

    // However long the quote, and however small the screen, all of it can be read.
    [Fact]
    public async Task Every_quote_can_be_read_over_a_small_screen()
    {
        await Page.SetViewportSizeAsync(320, 256);
        await Page.GotoAsync(world.Start + "sag-sa-har/");
        var buttons = Page.Locator("[data-large]");
        for (var i = 0; i < await buttons.CountAsync(); i++)
        {
            await buttons.Nth(i).ClickAsync();
            Assert.True(
                await Page.EvaluateAsync<bool>("""
                    () => {
                      const dialog = document.querySelector("dialog"), close = dialog.querySelector("button");
                      const top = dialog.querySelector("p").getBoundingClientRect().top;
                      dialog.scrollTo(0, dialog.scrollHeight);
                      return top >= 0 && close.getBoundingClientRect().bottom <= innerHeight && dialog.scrollWidth <= dialog.clientWidth;
                    }
                    """),
                $"quote {i}");
            await Page.Keyboard.PressAsync("Escape");
        }
    }

    [Fact]
    public async Task Where_nothing_may_be_copied_the_words_are_marked_to_be_copied_by_hand()
    {
        var errors = new List<string>();
        Page.PageError += (_, error) => errors.Add(error);
        await Page.AddInitScriptAsync("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))");
        await Page.GotoAsync(world.Start + Step);
        await Page.Locator("[data-copy]").First.ClickAsync();
        await Page.WaitForFunctionAsync("() => getSelection().toString().includes('röstar på oss')");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Terms_open_and_close_by_keyboard()
    {
        await Page.GotoAsync(world.Start + Step);
        var asks = Page.Locator("[popovertarget]:not([popovertargetaction])");
        Assert.True(await asks.CountAsync() > 0);
        for (var i = 0; i < await asks.CountAsync(); i++)
        {
            var note = Page.Locator("#" + await asks.Nth(i).GetAttributeAsync("popovertarget"));
            await asks.Nth(i).FocusAsync();
            await Page.Keyboard.PressAsync("Enter");
            Assert.True(await note.IsVisibleAsync());
            await Page.Keyboard.PressAsync("Tab");
            Assert.True(await note.EvaluateAsync<bool>("n => n.contains(document.activeElement)"));
            await Page.Keyboard.PressAsync("Escape");
            Assert.False(await note.IsVisibleAsync());
            Assert.True(await asks.Nth(i).EvaluateAsync<bool>("a => a === document.activeElement"));

            await Page.Keyboard.PressAsync("Space");
            Assert.True(await note.IsVisibleAsync());
            await note.Locator("button").FocusAsync();
            await Page.Keyboard.PressAsync("Enter");
            Assert.False(await note.IsVisibleAsync());
        }
    }

    // A button for a sheet to share by, which this browser has not; the way back to what was asked for, where nothing was.
    [Fact]
    public async Task What_is_hidden_is_not_seen()
    {
        foreach (var address in world.Site.Pages)
        {
            await Page.GotoAsync(world.Start + address);
            var seen = await Page.EvaluateAsync<string[]>("""
                () => {
                  document.querySelectorAll(".flow > section").forEach(s => s.classList.add("seen"));
                  return [...document.querySelectorAll("[hidden]")]
                    .filter(e => e.checkVisibility({ visibilityProperty: true })).map(e => e.outerHTML.slice(0, 120));
                }
                """);
            Faults.None([.. seen.Select(e => $"/{address}: {e}")]);
        }
    }

    // Such a browser passes over the style sheet: all sections are there, and a script that shows one at a time would lead nowhere.
    [Fact]
    public async Task In_a_browser_from_before_layers_links_lead_through_the_flow_and_there_are_no_looks_to_choose()
    {
        await Page.AddInitScriptAsync("delete window.CSSLayerBlockRule");
        await Page.GotoAsync(world.Start + "vilket-steg/");
        await Page.Locator(".begin .answers a").First.ClickAsync();
        Assert.Contains('#', Page.Url);
        Assert.Null(await Page.Locator("[data-flow]").GetAttributeAsync("data-live"));
        Assert.False(await Page.Locator("[data-choose-looks]").IsVisibleAsync());
    }

    public async ValueTask InitializeAsync()
    {
        _window = await world.OpenAsync(360, 640);
        _page = await _window.NewPageAsync();
    }

    public ValueTask DisposeAsync() => _window?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The site's own policy denies reading the clipboard, so it is pasted into a page beside it.
    private async Task<string> PasteAsync()
    {
        var beside = await Page.Context.NewPageAsync();
        await beside.SetContentAsync("<textarea></textarea>");
        await beside.FocusAsync("textarea");
        await beside.Keyboard.PressAsync("ControlOrMeta+v");
        var text = await beside.InputValueAsync("textarea");
        await beside.CloseAsync();
        await Page.BringToFrontAsync();
        return text;
    }
}
