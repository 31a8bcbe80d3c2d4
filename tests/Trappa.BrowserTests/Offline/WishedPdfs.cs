using System.Globalization;
using System.Text.RegularExpressions;
using Trappa.BrowserTests.Browser;
using Trappa.BrowserTests.Site;
using Trappa.Commands;
using Trappa.Tests;

namespace Trappa.BrowserTests.Offline;

/// <summary>The PDFs are kept on the phone of who asks for them, and of nobody else.</summary>
public sealed partial class WishedPdfs(World world)
{
    private static readonly string[] Names = ["skriv-ut/hafte.pdf", "skriv-ut/handbok-storstil.pdf", "skriv-ut/handbok.pdf", "skriv-ut/kort-enkelsidig.pdf", "skriv-ut/kort.pdf"];

    [Fact]
    public async Task A_button_says_how_large_they_are_keeps_them_renews_them_and_lets_them_go()
    {
        using var site = Edition.Printed("Med papper");
        Assert.Equal(Names, site.Files.Where(f => f.EndsWith(".pdf", StringComparison.Ordinal)));
        await using var server = await SiteServer.StartAsync(site);
        await using var window = await world.OpenAsync(360, 640);
        var page = await window.NewPageAsync();
        await page.KeepAsync(server.Start + "skriv-ut/");

        var keep = page.Locator("[data-wishes] button").First;
        var remove = page.Locator("[data-wishes] button").Last;
        var status = page.Locator("[data-wishes] [role=status]");
        await Assertions.Expect(keep).ToBeVisibleAsync();
        await Assertions.Expect(remove).ToBeHiddenAsync();
        Assert.Equal(Megabytes(Names.Sum(n => site.Bytes(n).Length)), Size().Match(await keep.InnerTextAsync()).Value);
        Assert.DoesNotContain(await page.CachesAsync(), n => n.StartsWith("trappa-wishes", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log, line => line.Contains(".pdf", StringComparison.Ordinal));

        // A line that breaks at one of them: the others are kept, and what is left can be asked for again.
        server.Before = context => Task.FromResult(Breaks(context, "/skriv-ut/handbok.pdf"));
        await keep.ClickAsync();
        await Assertions.Expect(status).ToHaveTextAsync("Alla PDF:er kom inte med. Försök igen när nätet är bättre.");
        await Assertions.Expect(keep).ToBeVisibleAsync();
        await Assertions.Expect(keep).ToContainTextAsync(Megabytes(site.Bytes("skriv-ut/handbok.pdf").Length));
        server.ComeBack();
        server.Log.Clear();
        await keep.ClickAsync();
        await Assertions.Expect(status).ToHaveTextAsync("PDF:erna är sparade. De går att öppna utan nät.");
        await Assertions.Expect(remove).ToBeFocusedAsync();
        Assert.Equal("GET /skriv-ut/handbok.pdf ", Assert.Single(server.Log, line => line.Contains(".pdf", StringComparison.Ordinal)));

        server.GoAway();
        await page.ReloadAsync();
        await Assertions.Expect(remove).ToBeVisibleAsync();
        await Assertions.Expect(keep).ToBeHiddenAsync();
        foreach (var name in Names)
        {
            Assert.Equal(site.Bytes(name).Length, await LengthAsync(page, server.Start + name));
        }

        // They follow the edition: the handbook has the guide's name on its first page.
        server.ComeBack();
        using var next = Edition.Printed("Med mera papper");
        server.Publish(next);
        await page.UpdateAsync();
        await page.WaitForFunctionAsync("""
            async (size) => {
              const kept = await (await caches.open("trappa-wishes " + new URL("/", location))).match("/skriv-ut/handbok.pdf");
              return (await kept.arrayBuffer()).byteLength === size;
            }
            """, next.Bytes("skriv-ut/handbok.pdf").Length);
        server.GoAway();
        await page.ReloadAsync();
        await remove.ClickAsync();
        await Assertions.Expect(page.Locator("[data-wishes]")).ToBeHiddenAsync();
        Assert.Equal(0, await LengthAsync(page, server.Start + Names[0]));
    }

    // Readers without script, and checkers, meet the buttons as the page was built.
    [Fact]
    public void The_button_has_a_name_before_script_gives_it_its_size()
    {
        using var site = Edition.Printed("Med papper");
        var page = System.Text.Encoding.UTF8.GetString(site.Bytes("skriv-ut/index.html"));
        Assert.Contains("data-wishes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("></button>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_are_none_there_is_no_button()
    {
        Assert.DoesNotContain("data-wishes", System.Text.Encoding.UTF8.GetString(world.Site.Bytes("skriv-ut/index.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("skriv-ut/pdf.json", world.Site.Files);
    }

    [Fact]
    public void What_is_printed_is_nothing_that_publishing_would_change()
    {
        using var site = new BuiltSite(Repository.Root, "--pdf", "require");
        using var output = new StringWriter { NewLine = "\n" };
        CommandLine.Run(["plan", Repository.Root, "--against", site.Folder, "--date", "2026-11-23"],
            new(output, TextWriter.Null, Repository.Root, new(2026, 11, 23), IsTerminal: false, Colour: false));
        Assert.Equal("Inget ändras.\n", output.ToString());
    }

    // As Swedish has it.
    private static string Megabytes(int bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');

    private static bool Breaks(Microsoft.AspNetCore.Http.HttpContext context, string path)
    {
        if (context.Request.Path != path)
        {
            return true;
        }
        context.Abort();
        return false;
    }

    private static Task<int> LengthAsync(IPage page, string address) =>
        page.EvaluateAsync<int>("url => fetch(url).then(r => r.arrayBuffer()).then(b => b.byteLength, () => 0)", address);

    [GeneratedRegex(@"\d+,\d")]
    private static partial Regex Size();
}
