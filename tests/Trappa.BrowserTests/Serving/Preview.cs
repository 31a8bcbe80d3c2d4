using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Flows;
using Trappa.Tests;
using Trappa.Tests.Serving;

namespace Trappa.BrowserTests.Serving;

/// <summary>E13: what an editor sees of a change, in a browser with the site's own policy.</summary>
public sealed class Preview(World world) : IAsyncLifetime
{
    private const string Step = "content/steg/03-valjare.md";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _complaints = [];
    private Served? _served;
    private IBrowserContext? _window;
    private IPage? _page;

    private IPage Page => _page!;

    public async ValueTask InitializeAsync()
    {
        _served = await Served.OfTheGuide(_folder);
        _window = await world.OpenAsync(360, 640);
        _page = await _window.NewPageAsync();
        _page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("favicon", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text + " " + message.Location);
            }
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _window!.DisposeAsync();
        await _served!.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Words_come_in_where_they_stand_and_the_scroll_stays()
    {
        await OpenAsync("steg/valjare/");
        await Page.EvaluateAsync("() => scrollTo(0, 700)");
        var was = await Page.EvaluateAsync<double>("() => scrollY");
        Replace(Step, "Lokalföreningen är osynlig.", "Lokalföreningen syns aldrig.");
        await Assertions.Expect(Page.GetByText("Lokalföreningen syns aldrig.")).ToHaveCountAsync(1);
        await Kept();
        Assert.Equal(was, await Page.EvaluateAsync<double>("() => scrollY"));

        // A new line of a list, and the title.
        Replace(Step, "- Lokalföreningen syns aldrig.", "- Lokalföreningen syns aldrig.\n- Ingen har frågat.");
        await Assertions.Expect(Page.GetByText("Ingen har frågat.")).ToHaveCountAsync(1);
        await Kept();
    }

    [Fact]
    public async Task The_place_in_the_flow_stays()
    {
        await OpenAsync("vilket-steg/");
        await Page.ChooseAsync("Någon jag möter");
        await Page.Seen().GetByRole(AriaRole.Link, new() { Name = "Ja", Exact = true }).ClickAsync();
        await Page.AsksAsync("Har personen en roll eller ett uppdrag?");
        Replace("content/flode.yaml", "Har personen en roll eller ett uppdrag?", "Har personen redan en roll eller ett uppdrag?");
        await Page.AsksAsync("Har personen redan en roll eller ett uppdrag?");
        await Kept();
        await Assertions.Expect(Page.Locator(".so-far")).ToContainTextAsync("Ja");
    }

    [Fact]
    public async Task Style_comes_in_without_the_page_being_loaded_again()
    {
        await OpenAsync("steg/valjare/");
        Write("templates/assets/css/9-mine.css", "@layer utilities { h1 { letter-spacing: 7px; } }\n");
        await Assertions.Expect(Page.Locator("h1")).ToHaveCSSAsync("letter-spacing", "7px");
        await Kept();
        Write("templates/assets/css/9-mine.css", "@layer utilities { h1 { letter-spacing: 9px; } }\n");
        await Assertions.Expect(Page.Locator("h1")).ToHaveCSSAsync("letter-spacing", "9px");
        await Kept();
    }

    [Fact]
    public async Task What_scripts_have_made_theirs_is_loaded_again()
    {
        await OpenAsync("steg/valjare/");
        Replace("content/citat/slant.md", "---\n\n", "---\n\nHallå där. ");
        await Assertions.Expect(Page.Locator("[data-words]").First).ToContainTextAsync("Hallå där.");
    }

    [Fact]
    public async Task A_mistake_is_a_panel_over_the_last_good_page_until_it_is_mended()
    {
        await OpenAsync("steg/valjare/");
        Replace(Step, "citat: slant", "citat: slnt");
        var panel = Page.Locator("#trappa-panel");
        await Assertions.Expect(panel).ToContainTextAsync("slnt");
        await Assertions.Expect(panel.Locator("mark")).ToHaveTextAsync("slnt");
        await Assertions.Expect(panel.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^vscode://file/.*03-valjare\\.md:5:8$"));
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Väljare");
        Replace(Step, "citat: slnt", "citat: slant");
        await Assertions.Expect(panel).ToHaveCountAsync(0);
        await Kept();
    }

    private async Task OpenAsync(string path)
    {
        await Page.GotoAsync(_served!.Client.BaseAddress + path);
        // The script listens once it has seen the page as it was sent.
        await Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(r => r.name.endsWith('/__trappa/preview.js')) && document.readyState === 'complete'");
        await Page.EvaluateAsync("() => { window.stayed = true; }");
    }

    private async Task Kept() => Assert.True(await Page.EvaluateAsync<bool>("() => window.stayed === true"), "the page was loaded again");

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    private void Replace(string path, string old, string words)
    {
        var text = File.ReadAllText(_folder[path]);
        Assert.True(text.Contains(old, StringComparison.Ordinal), $"'{old}' is not in {path}");
        File.WriteAllText(_folder[path], text.Replace(old, words, StringComparison.Ordinal));
    }
}
