using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Trappa.BrowserTests.Browser;

/// <summary>WCAG 2.2 AA by axe, and of AAA the contrast (SC 1.4.6).</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string Everything = JsonSerializer.Serialize(new
    {
        runOnly = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } },
        // It tells only of what has the contrast of AA and not that of AAA, so the other rule is needed beside it.
        rules = new Dictionary<string, object> { ["color-contrast-enhanced"] = new { enabled = true } },
        resultTypes = new[] { "violations" },
    });

    private static readonly string OfColours = JsonSerializer.Serialize(new
    {
        runOnly = new { type = "rule", values = new[] { "color-contrast", "color-contrast-enhanced", "link-in-text-block" } },
        resultTypes = new[] { "violations" },
    });

    /// <summary>
    /// All that it finds on a page. It runs in the page itself, which has no frames; the package's own way opens another
    /// page for each.
    /// </summary>
    public static Task<string[]> AxeAsync(this IPage page) => RunAsync(page, Everything);

    /// <summary>What it finds by its rules for colours: for a page that has been looked at in others.</summary>
    public static Task<string[]> AxeOnColoursAsync(this IPage page) => RunAsync(page, OfColours);

    private static async Task<string[]> RunAsync(IPage page, string options)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }
        return await page.EvaluateAsync<string[]>("""
            async options => (await axe.run(document, JSON.parse(options))).violations.flatMap(v => v.nodes.map(n =>
              `${v.id}: ${n.html}: ${[...n.any, ...n.all, ...n.none].map(c => c.message).join(", ")}`))
            """, options);
    }
}
