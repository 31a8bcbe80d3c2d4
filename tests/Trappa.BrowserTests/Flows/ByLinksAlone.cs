using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests.Flows;

/// <summary>The flow without JavaScript: links to sections, and the browser's own ways of going.</summary>
public sealed class ByLinksAlone(World world) : IAsyncLifetime
{
    private IBrowserContext? _window;
    private IPage? _page;

    private IPage Page => _page!;

    [Fact]
    public async Task Back_Forward_reload_and_a_bookmark_show_the_same_question()
    {
        var way = Way.All[0];
        await Page.GoAsync(way);
        await Page.GoBackAsync();
        await Page.AsksAsync(way.Questions[^1]);
        await Page.ReloadAsync();
        await Page.AsksAsync(way.Questions[^1]);
        await Page.GoForwardAsync();
        await Page.AsksAsync(way.Outcome);
        var bookmark = await _window!.NewPageAsync();
        await bookmark.GotoAsync(Page.Url);
        await bookmark.AsksAsync(way.Outcome);
        await bookmark.Seen().GetByRole(AriaRole.Link, new() { Name = "Börja om" }).ClickAsync();
        await bookmark.AsksAsync("Vem gäller det?");
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_shows_the_beginning()
    {
        await Page.GotoAsync(world.Start + FlowPage.Address + "#finns-inte");
        await Page.AsksAsync("Vem gäller det?");
    }

    [Fact]
    public async Task The_addresses_name_no_step_and_no_answer()
    {
        var fragments = await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.flow > section')].map(s => s.id)");
        Assert.All(fragments.Where(f => f.Length > 0 && f != "start"), f => Assert.Matches("^s[0-9]+$", f));
    }

    [Fact]
    public async Task Without_its_style_sheet_it_reads_from_top_to_bottom()
    {
        await Page.EvaluateAsync("document.querySelector('style').remove()");
        Assert.Equal(
            await Page.Locator(".flow > section:not([hidden])").CountAsync(),
            await Page.Locator(".flow > section:visible").CountAsync());
        Assert.Equal(1, await Page.Locator("h1").CountAsync());
        // Each answer says where it goes, and each place bears its number.
        foreach (var answer in await Page.Locator(".flow .answers li").AllAsync())
        {
            var target = (await answer.Locator("a").GetAttributeAsync("href"))![2..];
            Assert.EndsWith($"(gå till {target})", (await answer.InnerTextAsync()).Trim(), StringComparison.Ordinal);
            Assert.StartsWith(target + ". ", await Page.Locator($"#s{target} h2").InnerTextAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_paper_all_of_it_stands_with_its_numbers()
    {
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(
            await Page.Locator(".flow > section:not([hidden])").CountAsync(),
            await Page.Locator(".flow > section:visible").CountAsync());
        Assert.True(await Page.Locator(".goto:visible").CountAsync() > 20);
    }

    [Fact]
    public async Task A_guide_read_from_files_goes_the_same_ways()
    {
        using var portable = new Site.BuiltSite(Tests.Repository.Root, "--portable");
        foreach (var script in new[] { true, false })
        {
            await using var window = await world.OpenAsync(new() { JavaScriptEnabled = script });
            var page = await window.NewPageAsync();
            await page.GotoAsync(new Uri(Path.Combine(portable.Folder, "vilket-steg", "index.html")).AbsoluteUri);
            await page.GoAsync(Way.All[0]);
            await page.GoBackAsync();
            await page.AsksAsync(Way.All[0].Questions[^1]);
        }
    }

    public async ValueTask InitializeAsync()
    {
        _window = await world.OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 640 }, JavaScriptEnabled = false });
        _page = await _window.OpenFlowAsync(world);
    }

    public ValueTask DisposeAsync() => _window?.DisposeAsync() ?? ValueTask.CompletedTask;
}
