using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;
using Trappa.Tests;

[assembly: AssemblyFixture(typeof(World))]

namespace Trappa.BrowserTests.Browser;

/// <summary>What all tests share: one browser, and the guide of this repository as a host shows it.</summary>
public sealed class World : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SiteServer? _server;

    /// <summary>The guide, built without an address.</summary>
    public BuiltSite Site { get; } = new(Repository.Root);

    /// <summary>The address of its front page, ending in a slash.</summary>
    public string Start => _server!.Start;

    /// <summary>A new window with a profile of its own; close it by disposing of it.</summary>
    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null) => _browser!.NewContextAsync(options ?? new());

    /// <summary>A new window of this size, in CSS pixels.</summary>
    public Task<IBrowserContext> OpenAsync(int width, int height) =>
        OpenAsync(new() { ViewportSize = new() { Width = width, Height = height } });

    public async ValueTask InitializeAsync()
    {
        _server = await SiteServer.StartAsync(Site);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = InstalledBrowser.FindOrGet(),
            Headless = true,
            // Root has no sandbox.
            ChromiumSandbox = !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
            // It talks to nobody but the tests.
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
        Site.Dispose();
    }
}
