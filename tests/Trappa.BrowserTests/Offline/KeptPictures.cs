using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;
using Trappa.Tests;
using Trappa.Tests.Pictures;

namespace Trappa.BrowserTests.Offline;

/// <summary>A phone keeps one size of each picture, and shows it for all of them.</summary>
public sealed class KeptPictures(World world)
{
    [Fact]
    public async Task A_picture_is_shown_without_a_network_whatever_size_the_screen_wants()
    {
        using var site = Guide();
        await using var server = await SiteServer.StartAsync(site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start + "om/");
        server.GoAway();

        await page.GotoAsync(server.Start);

        // On this screen a browser would ask for the smallest; it gets the one that is kept.
        Assert.Equal("bild.480.jpg 960", await SeenAsync(page));
    }

    [Fact]
    public async Task With_a_network_no_size_of_a_kept_picture_is_asked_for()
    {
        using var site = Guide();
        await using var server = await SiteServer.StartAsync(site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start + "om/");
        var asked = new List<string>();
        server.Before = context =>
        {
            asked.Add(context.Request.Path.Value!);
            return Task.FromResult(true);
        };

        await page.GotoAsync(server.Start);

        Assert.Equal("bild.480.jpg 960", await SeenAsync(page));
        Assert.DoesNotContain(asked, a => a.EndsWith(".jpg", StringComparison.Ordinal));
    }

    // Which file the browser chose, and how wide the one is that it got.
    private static Task<string> SeenAsync(IPage page) => page.EvaluateAsync<string>("""
        async () => {
          const chosen = document.querySelector("main img");
          await chosen.decode();
          const plain = new Image();
          plain.src = chosen.currentSrc;
          await plain.decode();
          return chosen.currentSrc.split("/").pop() + " " + plain.naturalWidth;
        }
        """);

    private static BuiltSite Guide()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content"]);
        File.WriteAllText(folder["content/site.yaml"], "titel: Liten guide\nspråk: sv\n");
        File.WriteAllText(folder["content/index.md"], "# Start\n\n![En bild](bild.jpg)\n");
        File.WriteAllText(folder["content/om.md"], "# Om\n\nText.\n");
        File.WriteAllBytes(folder["content/bild.jpg"], Made.Photo(1300, 900));
        return new(folder.Path);
    }
}
