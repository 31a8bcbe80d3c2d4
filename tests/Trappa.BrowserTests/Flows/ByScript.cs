using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests.Flows;

/// <summary>What script adds to the flow, and what it must survive.</summary>
public sealed class ByScript(World world) : IAsyncLifetime
{
    private IBrowserContext? _window;
    private IPage? _page;

    private IPage Page => _page!;

    private static string Met => Way.Flow.Readers[0].Name;

    [Fact]
    public async Task Focus_goes_to_the_question_and_its_heading_counts()
    {
        await Page.ChooseAsync(Met);
        Assert.Equal("Fråga 1 av högst 4 Är personen medlem?", await FocusedAsync());
        await Page.ChooseAsync("Ja");
        await Page.WaitForFunctionAsync("() => document.activeElement.matches('h2')");
        Assert.Equal("Fråga 2 av högst 4 Har personen en roll eller ett uppdrag?", await FocusedAsync());
        await Page.ChooseAsync("Ja");
        await Page.WaitForFunctionAsync("() => document.activeElement.matches('.outcome h2')");
        Assert.Equal("Det här ligger närmast Ledare/företrädare", await FocusedAsync());
    }

    [Fact]
    public async Task The_address_never_says_what_was_answered()
    {
        var address = Page.Url;
        await Page.GoAsync(Way.All[0]);
        Assert.Equal(address, Page.Url);
    }

    [Fact]
    public async Task Back_and_Forward_go_through_the_questions()
    {
        await Page.GoAsync(Way.All[0]);
        for (var i = Way.All[0].Questions.Length - 1; i >= 0; i--)
        {
            await Page.GoBackAsync();
            await Page.AsksAsync(Way.All[0].Questions[i]);
        }
        await Page.GoForwardAsync();
        await Page.AsksAsync(Way.All[0].Questions[1]);
        await Page.ChooseAsync("Nej");
        await Page.GoBackAsync();
        await Page.AsksAsync(Way.All[0].Questions[1]);
    }

    [Fact]
    public async Task An_answer_can_be_changed_and_later_ones_that_still_fit_are_kept()
    {
        await Page.GoAsync(Way.All.First(w => w.Reader == Met && string.Join(' ', w.Answers) == "Ja Nej Regelbundet Ja"));
        Assert.Equal(["medlemskap: Ja", "uppdrag: Nej", "att delta: Regelbundet", "öppenhet: Ja"], await AnswersAsync());

        // The role changes nothing of what comes after.
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ändra svaret om uppdrag" }).ClickAsync();
        await Page.AsksAsync("Har personen en roll eller ett uppdrag?");
        Assert.Equal(["medlemskap: Ja"], await AnswersAsync());
        await Page.ChooseAsync("Vet inte");
        await Page.AsksAsync("Ambassadör");
        Assert.Equal(["medlemskap: Ja", "uppdrag: Vet inte", "att delta: Regelbundet", "öppenhet: Ja"], await AnswersAsync());
        Assert.Contains("Svarade du ”vet inte” om uppdrag?", await Page.Seen().InnerTextAsync(), StringComparison.Ordinal);

        // Not a member: none of the later questions is met.
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ändra svaret om medlemskap" }).ClickAsync();
        await Page.ChooseAsync("Nej");
        await Page.AsksAsync("Röstar personen på partiet?");
        Assert.Equal(["medlemskap: Nej"], await AnswersAsync());

        // Back undoes a change, answers and all.
        await Page.GoBackAsync();
        await Page.GoBackAsync();
        await Page.AsksAsync("Ambassadör");
        Assert.Equal(4, (await AnswersAsync()).Count);
    }

    [Fact]
    public async Task An_outcome_reminds_only_of_what_was_not_known()
    {
        await Page.GoAsync(Way.All.First(w => w.Reader == Met && string.Join('|', w.Answers) == "Vet inte|Nej, inte nu|Nej"));
        Assert.Equal(1, await Page.Locator(".reminder:visible").CountAsync());
        Assert.Contains("medlemskap", await Page.Locator(".reminder:visible").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_again_forgets_and_Back_shows_the_beginning()
    {
        await Page.GoAsync(Way.All[0]);
        await Page.Seen().GetByRole(AriaRole.Link, new() { Name = "Börja om" }).ClickAsync();
        await Page.AsksAsync("Vem gäller det?");
        await Page.GoBackAsync();
        await Page.AsksAsync("Vem gäller det?");
        Assert.Empty(await AnswersAsync());
        await Page.ChooseAsync(Met);
        await Page.AsksAsync(Way.All[0].Questions[0]);
    }

    [Fact]
    public async Task Reloading_forgets_and_says_so()
    {
        await Page.GoAsync(Way.All[0]);
        await Page.ReloadAsync();
        await Page.AsksAsync("Vem gäller det?");
        Assert.Contains("är borta", await Page.Seen().InnerTextAsync(), StringComparison.Ordinal);
        await Page.GoAsync(Way.All[0]);
    }

    [Theory]
    [InlineData("#finns-inte")]
    [InlineData("#s999")]
    [InlineData("#%E5")]
    [InlineData("#<script>")]
    public async Task A_fragment_that_is_not_there_shows_the_beginning_and_says_so(string fragment)
    {
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.OpenFlowAsync(world, fragment);
        await page.AsksAsync("Vem gäller det?");
        Assert.Contains("Den frågan finns inte", await page.Seen().InnerTextAsync(), StringComparison.Ordinal);
        await page.GoAsync(Way.All[0]);
    }

    [Fact]
    public async Task A_fragment_written_into_the_address_leads_there_and_on()
    {
        await Page.GoAsync(Way.All[0]);
        await Page.EvaluateAsync("location.hash = '#s2'");
        await Assertions.Expect(Page).ToHaveURLAsync(world.Start + FlowPage.Address);
        await Page.AsksAsync(Way.All[0].Questions[1]);
        await Page.ChooseAsync("Nej");
        await Page.GoBackAsync();
        await Page.AsksAsync(Way.All[0].Questions[1]);
    }

    [Fact]
    public async Task The_second_of_two_taps_answers_nothing()
    {
        await Page.ChooseAsync(Met);
        await Page.Seen().GetByRole(AriaRole.Link, new() { Name = "Ja", Exact = true }).DblClickAsync();
        await Page.AsksAsync(Way.All[0].Questions[1]);
        Assert.Equal(["medlemskap: Ja"], await AnswersAsync());
    }

    // What the finger is on is laid out beforehand, so that the tap has only to show it: nobody may see, hear or feel that.
    [Fact]
    public async Task A_finger_that_goes_down_shows_nothing_and_one_that_slips_away_answers_nothing()
    {
        await Page.ChooseAsync(Met);
        await Page.AsksAsync(Way.All[0].Questions[0]);
        var below = await TopAsync(".kept");
        var told = await Page.Locator("main").AriaSnapshotAsync();
        await Page.Seen().GetByRole(AriaRole.Link, new() { Name = "Nej", Exact = true }).HoverAsync();
        await Page.Mouse.DownAsync();
        var next = Page.Locator(".flow > .next");
        Assert.Contains("Röstar personen på partiet?", (await next.Locator("h2").TextContentAsync() ?? "").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("hidden", await next.EvaluateAsync<string>("section => getComputedStyle(section).contentVisibility"));
        Assert.Equal(below, await TopAsync(".kept"));
        Assert.Equal(told, await Page.Locator("main").AriaSnapshotAsync());
        await Page.Mouse.MoveAsync(5, 5);
        await Page.Mouse.UpAsync();
        await Page.AsksAsync(Way.All[0].Questions[0]);
        await Page.ChooseAsync("Ja");
        await Page.AsksAsync(Way.All[0].Questions[1]);
        Assert.Equal(0, await next.CountAsync());
    }

    [Fact]
    public async Task Turning_the_phone_changes_nothing()
    {
        await Page.ChooseAsync(Met);
        await Page.ChooseAsync("Nej");
        await Page.SetViewportSizeAsync(640, 360);
        await Page.AsksAsync("Röstar personen på partiet?");
        Assert.Equal(["medlemskap: Nej"], await AnswersAsync());
    }

    [Fact]
    public async Task Coming_back_to_the_page_goes_on_where_one_was_or_says_that_it_is_forgotten()
    {
        await Page.ChooseAsync(Met);
        await Page.ChooseAsync("Nej");
        await Page.GotoAsync(world.Start);
        await Page.GoBackAsync();
        var seen = await Page.Seen().InnerTextAsync();
        Assert.True(seen.Contains("Röstar personen på partiet?", StringComparison.Ordinal) || seen.Contains("är borta", StringComparison.Ordinal), seen);
        await Page.ReloadAsync();
        await Page.GoAsync(Way.All[0]);
    }

    [Fact]
    public async Task Keys_answer_while_focus_is_in_the_question_and_only_then()
    {
        await Page.ChooseAsync(Met);
        await Page.Keyboard.PressAsync("2");
        await Page.AsksAsync("Röstar personen på partiet?");
        await Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("Ja", await FocusedAsync());
        await Page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal("Vet inte", await FocusedAsync());
        await Page.Keyboard.PressAsync("Enter");
        await Page.AsksAsync("Känner sig personen hemma i vänstern?");

        await Page.Locator(".home").FocusAsync();
        await Page.Keyboard.PressAsync("1");
        await Page.AsksAsync("Känner sig personen hemma i vänstern?");
        await Page.EvaluateAsync("document.activeElement.blur()");
        await Page.Keyboard.PressAsync("1");
        await Page.AsksAsync("Känner sig personen hemma i vänstern?");
    }

    // A result's own words, not the answers.
    [Fact]
    public async Task What_is_shared_says_nothing_of_the_answers()
    {
        await Page.AddInitScriptAsync("navigator.share = data => { window.shared = data; return Promise.resolve(); }");
        await Page.ReloadAsync();
        await Page.GoAsync(Way.All[0]);
        await Page.Seen().GetByRole(AriaRole.Button, new() { Name = "Dela det här" }).ClickAsync();
        var shared = await Page.EvaluateAsync<string>("JSON.stringify(window.shared)");
        Assert.Contains("Ledare/företrädare", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("url", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("medlemskap", shared, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("steg/valjare/")]
    public async Task Other_pages_lead_straight_to_each_reader_s_first_question(string from)
    {
        foreach (var (reader, i) in Way.Flow.Readers.Select((r, i) => (r, i)))
        {
            await Page.GotoAsync(world.Start + from);
            await Page.GetByRole(AriaRole.Link, new() { Name = reader.Name, Exact = true }).ClickAsync();
            await Page.AsksAsync(Way.Flow.QuestionAt(Way.Flow.Start)!.Texts[i]!.Ask);
            await Page.GoBackAsync();
            Assert.Equal(world.Start + from, Page.Url);
        }
    }

    public async ValueTask InitializeAsync()
    {
        _window = await world.OpenAsync(360, 640);
        _page = await _window.OpenFlowAsync(world);
    }

    public ValueTask DisposeAsync() => _window?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task<double> TopAsync(string selector) =>
        Page.Locator(selector).EvaluateAsync<double>("element => element.getBoundingClientRect().top + scrollY");

    private Task<string> FocusedAsync() => Page.EvaluateAsync<string>(
        "document.activeElement.innerText.replaceAll('\\u00ad', '').replace(/\\s+/g, ' ').trim()");

    private async Task<IReadOnlyList<string>> AnswersAsync() =>
        await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.so-far li')].map(l => l.firstChild.textContent)");
}
