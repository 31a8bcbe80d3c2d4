using System.Diagnostics;
using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;
using Trappa.Tests;

namespace Trappa.BrowserTests.Offline;

/// <summary>The phone is turned off, at any moment.</summary>
public sealed class TurnedOff(World world) : IDisposable
{
    // As many as the issue of it asks for: each at another of the answers that an update waits for.
    private const int Moments = 50;

    // A browser that has just begun waits for seconds before it looks for a newer worker: so many wait together.
    private const int Lanes = 3;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_guide_is_there_when_the_browser_is_opened_again()
    {
        await using var server = await SiteServer.StartAsync(world.Site);
        await using (var window = await world.OpenProfileAsync(_folder["profile"]))
        {
            await window.Pages[0].KeepAsync(server.Start);
        }
        server.GoAway();
        await using var again = await world.OpenProfileAsync(_folder["profile"]);
        await again.Pages[0].GotoAsync(server.Start + "steg/valjare/");
        await Assertions.Expect(again.Pages[0].Locator("h1")).ToContainTextAsync("Väljare");
    }

    [Fact]
    public async Task Wherever_an_update_is_broken_off_each_page_is_whole_and_all_are_of_one_edition()
    {
        using var next = Edition.Named("Nästa upplaga");
        var seen = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => BreakOffEachAsync(
            _folder["lane" + lane], next, Enumerable.Range(0, Moments).Where(moment => moment % Lanes == lane))));
        // Some were broken off early enough to be without effect, and some late enough to have one.
        Assert.Equal(["Engagemangstrappan", "Nästa upplaga"], seen.SelectMany(s => s).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    // Which names pages had after each of the moments: more than one at a time, or half a page, is a fault.
    private async Task<IEnumerable<string>> BreakOffEachAsync(string folder, BuiltSite next, IEnumerable<int> moments)
    {
        var (profile, phone) = (Path.Combine(folder, "profile"), Path.Combine(folder, "phone"));
        await using var server = await SiteServer.StartAsync(world.Site);
        await using (var window = await world.OpenProfileAsync(profile))
        {
            await window.Pages[0].KeepAsync(server.Start);
        }
        server.Publish(next);
        var seen = new List<string>();
        foreach (var moment in moments)
        {
            CopyFolder(profile, phone);
            server.ComeBack();
            await using (var window = await world.OpenProfileAsync(phone))
            {
                await BreakOffAsync(window, server, 1 + (moment * 40 / Moments));
            }
            server.GoAway();
            await using (var window = await world.OpenProfileAsync(phone))
            {
                seen.Add(string.Join(", ", await EditionOfAllPagesAsync(window.Pages[0], server.Start)));
            }
            Directory.Delete(phone, recursive: true);
        }
        return seen;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    // Ends the browser's processes, as a phone that runs out of power does, when the server has been asked so many times.
    private static async Task BreakOffAsync(IBrowserContext window, SiteServer server, int requests)
    {
        var devTools = await window.Browser!.NewBrowserCDPSessionAsync();
        var processes = await devTools.SendAsync("SystemInfo.getProcessInfo");
        var main = processes!.Value.GetProperty("processInfo").EnumerateArray()
            .First(p => p.GetProperty("type").GetString() == "browser").GetProperty("id").GetInt32();
        using var process = Process.GetProcessById(main);
        var ended = new TaskCompletionSource();
        window.Close += (_, _) => ended.TrySetResult();
        var asked = 0;
        server.Before = context =>
        {
            // The pages and their parts; a browser asks for the worker's own file when it likes.
            if (context.Request.Path != "/offline.js" && Interlocked.Increment(ref asked) == requests)
            {
                process.Kill(entireProcessTree: true);
            }
            return Task.FromResult(true);
        };
        try
        {
            await window.Pages[0].GotoAsync(server.Start);
            await window.Pages[0].UpdateAsync();
            // The update asked for less than that: it has come to its end.
            process.Kill(entireProcessTree: true);
        }
        catch (PlaywrightException)
        {
            // The browser has gone, as was meant.
        }
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    // The names that the pages' titles end in, as the phone has them; a page that is not whole gives its address. One that does
    // not come is asked for again, as whoever reads would: a browser that was killed puts its store in order when it is opened.
    private static async Task<string[]> EditionOfAllPagesAsync(IPage page, string start)
    {
        await page.GotoAsync(start);
        return await page.EvaluateAsync<string[]>("""
            async () => {
              const names = new Set();
              const seen = new Set([location.href]);
              for (const address of seen) {
                const get = () => fetch(address).then((r) => r.text());
                const text = await get().catch(get).catch(() => "");
                const title = /<title>(?:.* – )?(.*)<\/title>/.exec(text)?.[1];
                names.add(title && text.trimEnd().endsWith("</html>") ? title : address);
                for (const [, link] of text.matchAll(/<a [^>]*href="?([^" >]+)/g)) {
                  const url = new URL(link, address);
                  if (url.origin === location.origin && /\/$/.test(url.pathname) && !/skriv-ut\/./.test(url.pathname)) seen.add(url.origin + url.pathname);
                }
              }
              return [...names];
            }
            """);
    }
}
