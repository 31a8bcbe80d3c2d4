namespace Trappa.BrowserTests.Browser;

/// <summary>What tests ask of a page in the browser.</summary>
internal static class Pages
{
    /// <summary>
    /// What stands out to either side of the window, as the start of its HTML: a sideways scroll, or text that one
    /// cannot scroll to. What scrolls in a box of its own, as a wide table does, is let be.
    /// </summary>
    public static Task<string[]> SidewaysAsync(this IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const root = document.documentElement;
          const out = [...document.body.querySelectorAll("*")].filter(e => {
            if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".hush, .skip, .scroll, pre, svg")) return false;
            const box = e.getBoundingClientRect();
            return box.width > 0 && (box.left < -0.5 || box.right > root.clientWidth + 0.5);
          }).map(e => e.outerHTML.slice(0, 120));
          return root.scrollWidth > root.clientWidth ? ["scrolls to " + root.scrollWidth, ...out] : out;
        }
        """);

    /// <summary>The addresses of all links within the same site, without what they name on the page.</summary>
    public static Task<string[]> LinksAsync(this IPage page) => page.EvaluateAsync<string[]>("""
        () => [...new Set([...document.links].filter(l => !l.hidden).map(l => l.href.split("#")[0]).filter(h => new URL(h).origin === location.origin))]
        """);

    /// <summary>Whether a message in the console is not the page's: where a test has no worker, Playwright says that.</summary>
    public static bool IsOfPlaywright(string message) => message.StartsWith("Service Worker registration blocked", StringComparison.Ordinal);

    /// <summary>Adds to a list what the browser has to complain of, and what it asks of anybody but the host.</summary>
    public static void ListenTo(this IPage page, string start, List<string> complaints)
    {
        page.Console += (_, message) =>
        {
            if (!IsOfPlaywright(message.Text))
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => complaints.Add($"{page.Url}: {request.Url}: {request.Failure}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(start, StringComparison.Ordinal) || request.Url.Contains('?', StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: asks for {request.Url}");
            }
        };
    }
}
