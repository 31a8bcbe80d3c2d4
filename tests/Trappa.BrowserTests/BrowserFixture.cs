using Microsoft.Playwright;
using Trappa.BrowserTests;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Trappa.BrowserTests;

/// <summary>One browser and one built site for all tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var program = InstalledBrowser.Find();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Headless = true,
            // Chromium's sandbox does not start as root.
            Args = Environment.UserName == "root" ? [.. Arguments, "--no-sandbox"] : Arguments,
        });
        Site = Site.Build();
    }

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        await Browser.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page in a context of its own.</summary>
    public async Task<IPage> Open(
        string address, int width = 360, int height = 640, bool script = true, ColorScheme scheme = ColorScheme.Light, ForcedColors forced = ForcedColors.None)
    {
        var context = await Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ForcedColors = forced,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.Contains("://", StringComparison.Ordinal) ? address : Site.Address + address);
        return page;
    }
}
