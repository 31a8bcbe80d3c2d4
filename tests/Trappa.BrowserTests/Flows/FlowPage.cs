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

    /// <summary>Its heading without what stands above it.</summary>
    public static async Task<string> AskedAsync(this IPage page)
    {
        Assert.Equal(1, await page.Seen().CountAsync());
        return Plain(await page.Seen().Locator("h2").EvaluateAsync<string>("h => h.lastChild.textContent"));
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
            Assert.Equal(way.Questions[i], await page.AskedAsync());
            await page.Seen().GetByRole(AriaRole.Link, new() { Name = way.Answers[i], Exact = true }).ClickAsync();
        }
        Assert.Equal(way.Outcome, await page.AskedAsync());
    }

    private static string Plain(string text) => text.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
}
