using System.Text;
using System.Text.Json;
using System.Xml;
using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;

namespace Trappa.BrowserTests.Adversary;

/// <summary>Whatever stands in the content, no page runs it or asks anybody else: not even without the site's headers.</summary>
public sealed class NothingRuns(World world)
{
    // What the site itself has: the script for all, the ones of some pages, data that does not run.
    private const string Anomalies = """
        () => {
          const own = ["http:", "https:", "mailto:", "tel:", "sms:"];
          const found = [];
          const tell = (what, e) => found.push(`${what}: ${e.outerHTML.slice(0, 200)}`);
          for (const e of document.querySelectorAll("*")) {
            for (const { name, value } of e.attributes) {
              if (/^on/i.test(name)) tell("handler " + name, e);
              if (/^(href|src|action|formaction|data|xlink:href|poster|background|ping|cite)$/i.test(name) && !own.includes(new URL(value, location).protocol)) tell(name + " " + value, e);
              if (/^(style|srcdoc|srcset)$/i.test(name) && !e.closest("svg")) tell(name, e);
            }
            if (/^(iframe|frame|object|embed|base|form|applet|portal|style|link|meta|script|noscript|math|foreignobject|animate|set)$/i.test(e.localName)
              && document.body.contains(e) && !/^(\.\.\/)*assets\/choose\.[0-9a-f]{8}\.js$/.test(e.getAttribute("src"))) tell("element", e);
          }
          for (const s of document.querySelectorAll("script")) {
            if (s.src ? new URL(s.src).origin !== location.origin || s.getAttribute("src").includes("hit") : !s.type && /\bhit\b/.test(s.textContent)) tell("script", s);
            if (s.type === "application/ld+json") JSON.parse(s.textContent);
          }
          for (const l of document.querySelectorAll("link")) if (!/^(icon|apple-touch-icon|manifest|alternate|canonical)$/.test(l.rel)) tell("link", l);
          if (document.querySelectorAll("style").length !== 1) found.push("another style");
          return found;
        }
        """;

    [Fact]
    public async Task Of_every_vector_in_every_field_and_place()
    {
        using var guide = HostileGuide.Everywhere();
        using var site = Built(guide);
        var old = site.Pages.Where(IsOld).ToList();
        Assert.NotEmpty(old);
        Assert.All(old, page => Assert.Matches(
            """^<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n<title>[^<>]*</title>\n(<meta name="[a-z]+" content="[a-z=-]+">\n)*<meta http-equiv="refresh" content="0; url=[a-z0-9./-]+">\n<link rel="canonical" href="[a-z0-9:./-]+">\n<style>[^<]*</style>\n</head>\n<body>\n<main>\n<h1>[^<>]*</h1>\n<ul class="actions"><li><a class="button first" href="[a-z0-9./-]+">[^<>]*</a></li></ul>\n</main>\n</body>\n</html>\n$""",
            Encoding.UTF8.GetString(site.Bytes(BuiltSite.FileOf(page)))));
        Assert.All(File.ReadLines(Path.Combine(site.Folder, "_redirects")), l => Assert.Matches("^/[^ ]+ /[^ ]* 301!$", l));
        await WalkAsync(site, async (page, start, see) =>
        {
            await page.GotoAsync(start + "search/");
            await page.FillAsync("[role=combobox]", "script");
            await Assertions.Expect(page.Locator("#hits [role=row]").First).ToBeVisibleAsync();
            await see();
            await page.GotoAsync(start + "what-to-say/");
            await page.Locator("[data-large]").First.ClickAsync();
            await see();
        });
    }

    [Fact]
    public async Task Of_every_vector_as_raw_HTML_that_is_let_through()
    {
        using var guide = HostileGuide.OfHtml();
        using var site = Built(guide);
        await WalkAsync(site, (_, _, _) => Task.CompletedTask);
    }

    private static BuiltSite Built(HostileGuide guide)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{guide.Vectors.Length} vectors, refused: {string.Join(", ", guide.Refused)}");
        Assert.True(guide.Vectors.Length >= 100);
        var site = new BuiltSite(guide.Folder, "--preview");
        Assert.True(site.Pages.Length > 60, $"{site.Pages.Length} pages");
        FilesAreWhatTheySay(site);
        return site;
    }

    // Old addresses lead on by themselves, so they are read and not opened.
    private static bool IsOld(string page) => page.StartsWith("old/", StringComparison.Ordinal);

    private async Task WalkAsync(BuiltSite site, Func<IPage, string, Func<Task>, Task> use)
    {
        await using var server = await SiteServer.StartAsync(site);
        var complaints = new List<string>();
        // With the headers there is nothing that they would have to stop; without them it is the pages alone.
        foreach (var (bypass, pages) in new[] { (true, site.Pages), (false, site.PagesByLooks) })
        {
            await using var window = await WindowAsync(bypass);
            var page = await window.NewPageAsync();
            Listen(page, server, complaints);
            foreach (var address in pages.Where(p => !IsOld(p)))
            {
                await page.GotoAsync(server.Start + address);
                await SeeAsync(page, complaints);
            }
            await use(page, server.Start, () => SeeAsync(page, complaints));
        }
        Faults.None(complaints);
        Assert.DoesNotContain(server.Log, l => l.Contains(HostileGuide.Host, StringComparison.Ordinal));
    }

    // Without a worker the pages are as they are at a first visit; that there is none is told by Playwright.
    private static void Listen(IPage page, SiteServer server, List<string> complaints)
    {
        page.Dialog += (_, dialog) => complaints.Add($"{page.Url}: says {dialog.Message}");
        page.Popup += (_, other) => complaints.Add($"{page.Url}: opens {other.Url}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Start, StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: asks for {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            if (!Pages.IsOfPlaywright(message.Text))
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
    }

    private async Task<IBrowserContext> WindowAsync(bool bypass)
    {
        var window = await world.OpenAsync(new() { BypassCSP = bypass, ServiceWorkers = ServiceWorkerPolicy.Block, ViewportSize = new() { Width = 360, Height = 640 } });
        await window.AddInitScriptAsync("window.hits = 0; window.hit = () => { hits++; }; window.alert = window.confirm = window.prompt = window.hit;");
        return window;
    }

    // Events that wait for a reader are given to all that could be listening.
    private static async Task SeeAsync(IPage page, List<string> complaints)
    {
        var hits = await page.EvaluateAsync<int>("""
            () => {
              for (const e of document.querySelectorAll("*"))
                for (const event of ["mouseover", "focus", "toggle", "error", "load", "animationstart", "begin"]) e.dispatchEvent(new Event(event));
              return window.hits ?? -1;
            }
            """);
        if (hits != 0)
        {
            complaints.Add($"{page.Url}: {hits} hits");
        }
        complaints.AddRange((await page.EvaluateAsync<string[]>(Anomalies)).Select(a => $"{page.Url}: {a}"));
    }

    // Each is read by a program that would stop at what is not of its form, and no rule of a host's has lines of another.
    private static void FilesAreWhatTheySay(BuiltSite site)
    {
        foreach (var file in site.Files)
        {
            switch (Path.GetExtension(file))
            {
                case ".json" or ".webmanifest":
                    JsonDocument.Parse(site.Bytes(file)).Dispose();
                    break;
                case ".xml" or ".svg":
                    new XmlDocument { XmlResolver = null }.Load(new MemoryStream(site.Bytes(file)));
                    break;
            }
        }
        Assert.All(File.ReadLines(Path.Combine(site.Folder, "_headers")), l => Assert.Matches("^(/[^ ]*|  [A-Za-z-]+: [ -~]+)$", l));
    }
}
