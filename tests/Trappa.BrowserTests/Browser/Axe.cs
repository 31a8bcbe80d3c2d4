using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Trappa.BrowserTests.Browser;

/// <summary>WCAG 2.2 AA by axe, and of AAA the contrast (SC 1.4.6).</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>All that it finds on a page.</summary>
    public static Task<string[]> AxeAsync(this IPage page) => page.FoundAsync(JsonSerializer.Serialize(new
    {
        runOnly = new { type = "tag", values = Tags },
        rules = new Dictionary<string, object> { ["color-contrast-enhanced"] = new { enabled = true } },
        resultTypes = new[] { "violations" },
    }));

    /// <summary>What it finds of the rules that colours and width can break; a page in other looks has the same structure.</summary>
    public static Task<string[]> AxeOnLooksAsync(this IPage page) => page.FoundAsync(JsonSerializer.Serialize(new
    {
        runOnly = new { type = "rule", values = new[] { "color-contrast", "color-contrast-enhanced", "link-in-text-block", "target-size", "scrollable-region-focusable" } },
        resultTypes = new[] { "violations" },
    }));

    // In the page itself: it has no frames, for which the package's own way of running opens another page each time.
    private static async Task<string[]> FoundAsync(this IPage page, string options)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>("""
            async options => (await axe.run(document, JSON.parse(options))).violations.flatMap(v => v.nodes.map(n =>
              `${v.id}: ${n.html}: ${[...n.any, ...n.all, ...n.none].map(c => c.message).join(", ")}`))
            """, options);
    }
}
