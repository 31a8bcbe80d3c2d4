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
    private string? _program;

    // Root has no sandbox.
    private static bool HasSandbox => !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess);

    // How long what must come may take: a machine that does other work as well is slow, not wrong.
    private static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    // It talks to nobody but the tests.
    private static string[] Arguments { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The guide, built without an address.</summary>
    public BuiltSite Site { get; } = new(Repository.Root);

    /// <summary>The address of its front page, ending in a slash.</summary>
    public string Start => _server!.Start;

    /// <summary>A new window with a profile of its own; close it by disposing of it.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null) => Patient(await _browser!.NewContextAsync(options ?? new()));

    /// <summary>A new window of this size, in CSS pixels.</summary>
    public Task<IBrowserContext> OpenAsync(int width, int height) =>
        OpenAsync(new() { ViewportSize = new() { Width = width, Height = height } });

    /// <summary>
    /// A new window of a phone's size, for tests that keep files back: a worker that is quick to be there has them all, and
    /// fetches them past whoever keeps them back.
    /// </summary>
    public Task<IBrowserContext> OpenWithoutWorkerAsync() =>
        OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 640 }, ServiceWorkers = ServiceWorkerPolicy.Block });

    /// <summary>A browser of its own over a profile that stays when it is closed, or when its process is ended.</summary>
    /// <param name="profile">The profile's folder.</param>
    public async Task<IBrowserContext> OpenProfileAsync(string profile) => Patient(await _playwright!.Chromium.LaunchPersistentContextAsync(profile, new()
    {
        ExecutablePath = _program,
        Headless = true,
        ChromiumSandbox = HasSandbox,
        Args = Arguments,
        ViewportSize = new() { Width = 360, Height = 640 },
    }));

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _server = await SiteServer.StartAsync(Site);
        _playwright = await Playwright.CreateAsync();
        _program = InstalledBrowser.FindOrGet();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = _program,
            Headless = true,
            ChromiumSandbox = HasSandbox,
            Args = Arguments,
        });
    }

    private static IBrowserContext Patient(IBrowserContext window)
    {
        window.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        window.SetDefaultNavigationTimeout((float)Patience.TotalMilliseconds);
        return window;
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
