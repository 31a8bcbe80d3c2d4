using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests.Flows;

/// <summary>The page of the flow in a window, as a reader goes through it.</summary>
internal static class FlowPage
{
    /// <summary>Its address from the site's start.</summary>
    public const string Address = "vilket-steg/";

    /// <summary>Opens it.</summary>
    public static async Task<IPage> OpenFlowAsync(this IBrowserContext window, World world, string fragment = "")
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync(world.Start + Address + fragment);
        return page;
    }

    /// <summary>The one section that is seen, the answers given apart.</summary>
    public static ILocator Seen(this IPage page) => page.Locator(".flow > section:not(.so-far):visible");

    /// <summary>Waits until one section is seen, and its heading, without what stands above it, says this.</summary>
    public static async Task AsksAsync(this IPage page, string words)
    {
        try
        {
            // Without script a page has no clock of its own to wait by: Playwright asks again and again.
            await Assertions.Expect(page.Seen()).ToHaveCountAsync(1);
            await Assertions.Expect(page.Seen().Locator("h2")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(
                string.Join("\u00AD?", words.Select(c => c == ' ' ? "\\s" : System.Text.RegularExpressions.Regex.Escape(c.ToString()))) + "$"));
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"{words}: is not asked, but: {string.Join(" | ", await page.Seen().Locator("h2").AllInnerTextsAsync())}");
        }
    }

    /// <summary>Chooses what has these words: a reader, an answer.</summary>
    public static Task ChooseAsync(this IPage page, string words) =>
        page.Seen().Locator(".answers a").Filter(new() { HasTextRegex = new("^" + System.Text.RegularExpressions.Regex.Escape(words)) })
            .First.ClickAsync();

    /// <summary>Goes a whole way and sees each question on it.</summary>
    public static async Task GoAsync(this IPage page, Way way)
    {
        await page.ChooseAsync(way.Reader);
        for (var i = 0; i < way.Answers.Length; i++)
        {
            await page.AsksAsync(way.Questions[i]);
            await page.Seen().GetByRole(AriaRole.Link, new() { Name = way.Answers[i], Exact = true }).ClickAsync();
        }
        await page.AsksAsync(way.Outcome);
    }
}
