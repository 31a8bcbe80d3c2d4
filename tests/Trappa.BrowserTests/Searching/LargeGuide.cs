using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;

namespace Trappa.BrowserTests.Searching;

/// <summary>Search in a guide that is too large for an index in one file.</summary>
public sealed class LargeGuide(World world)
{
    private const int Pages = 240;

    [Fact]
    public async Task The_index_is_fetched_in_parts_as_words_are_typed()
    {
        using var site = Large();
        var parts = site.Files.Where(f => Regex.IsMatch(f, @"^assets/search/[wp][0-9]+\.[0-9a-f]{8}\.json$")).ToList();
        Assert.True(parts.Count > 10, string.Join("\n", parts));
        await using var server = await SiteServer.StartAsync(site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.ListenTo(server.Start, complaints);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(server.Start + "sok/");
        await page.FocusAsync("#search");
        await page.Keyboard.TypeAsync("stuga 117");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToContainTextAsync("Ringstugan 117");
        await page.FillAsync("#search", "kalasnt 42");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToContainTextAsync("Kalaset 42");
        await Assertions.Expect(page.Locator("#hits mark").First).ToBeVisibleAsync();
        await page.FillAsync("#search", "donera");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToContainTextAsync("När 100");
        Assert.InRange(asked.Count(a => a.Contains("/assets/search/", StringComparison.Ordinal)), 4, parts.Count - 3);
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.DoesNotContain(asked, a => a.Contains('?', StringComparison.Ordinal));
        await page.FillAsync("#search", "xyzzyx");
        await Assertions.Expect(page.Locator("[data-hits-status]")).ToHaveTextAsync("Inget passar. Se i registret.");
        Faults.None(complaints);
    }

    [Fact]
    public async Task Each_part_that_fails_is_asked_for_again()
    {
        using var site = Large();
        await using var server = await SiteServer.StartAsync(site);
        await using var window = await world.OpenWithoutWorkerAsync();
        var page = await window.NewPageAsync();
        await page.RouteAsync("**/assets/search/**", route => route.AbortAsync());
        await page.GotoAsync(server.Start + "sok/");
        await page.FillAsync("#search", "ringstugan");
        await Assertions.Expect(page.Locator("[data-hits-status]")).ToHaveTextAsync("Sökningen nås inte just nu. Se i registret.");
        await page.UnrouteAllAsync();
        await page.FillAsync("#search", "ringstugan 9");
        await Assertions.Expect(page.Locator("#hits [role=row]").First).ToContainTextAsync("Ringstugan 9");
    }

    private static BuiltSite Large()
    {
        using var folder = new Tests.TemporaryFolder();
        Write("site.yaml", "titel: Stor\nspråk: sv\nbeskrivning: Mycket.\nutgåva: {månad: 2026-03}\n");
        Write("index.md", "# Stor\n");
        Write("ordlista.yaml", "sammansatta: [ring|stuga]\nsynonymer: {donera: skänka}\n");
        for (var i = 0; i < Pages; i++)
        {
            var name = i % 3 == 0 ? "Ringstugan" : i % 3 == 1 ? "Torget" : "Mötet";
            var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"# {(i == 42 ? "Kalaset" : name)} {i}\n\n## När {i}\n\n"));
            for (var word = 0; word < 180; word++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(char)('a' + ((i + word) % 20))}{(char)('a' + (word % 7))}rd{i * word % 977} ");
            }
            text.Append(i == 100 ? "Du kan skänka.\n" : "\n");
            Write(string.Create(CultureInfo.InvariantCulture, $"sidor/{i:000}.md"), text.ToString());
        }
        return new(folder.Path);

        void Write(string file, string text)
        {
            var path = folder["content/" + file];
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
