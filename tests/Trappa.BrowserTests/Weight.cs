using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Trappa.BrowserTests.Browser;

namespace Trappa.BrowserTests;

/// <summary>What a page costs on a bad line, and that it stays where it is while it comes.</summary>
public sealed class Weight(World world)
{
    private const int MostRequests = 3;

    [Fact]
    public async Task The_flow_with_all_it_loads_is_at_most_20_KB_and_3_requests() =>
        Faults.None(await HeavierAsync([Flows.FlowPage.Address], 20 * 1024));

    [Fact]
    public async Task A_step_with_all_it_loads_is_at_most_14_KB_and_3_requests()
    {
        Assert.NotEmpty(world.Site.Steps);
        Faults.None(await HeavierAsync(world.Site.Steps, 14 * 1024));
    }

    [Fact]
    public void The_whole_guide_for_the_phone_is_at_most_250_KB()
    {
        var worker = Encoding.UTF8.GetString(world.Site.Bytes("offline.js"));
        using var list = JsonDocument.Parse(worker["self.guide=".Length..worker.IndexOf(";\n", StringComparison.Ordinal)]);
        var kept = list.RootElement.GetProperty("files").EnumerateArray().Select(f => f[0].GetString()!).ToList();
        Assert.All(world.Site.Steps, step => Assert.Contains(step, kept));
        Assert.InRange(kept.Append("offline.js").Sum(f => Brotli(world.Site.Bytes(Site.BuiltSite.FileOf(f)))), 0, 250 * 1024);
    }

    [Theory]
    [InlineData(360, 640)]
    [InlineData(1280, 800)]
    public async Task Nothing_moves_while_a_page_loads(int width, int height)
    {
        await using var window = await world.OpenAsync(width, height);
        var page = await window.NewPageAsync();
        var found = new List<string>();
        foreach (var address in world.Site.Pages)
        {
            // Bytes that come in two halves, cut in the middle of a line, may move that line once. A page that moves does so
            // each time.
            var shift = await ShiftAsync(page, address);
            for (var again = 0; again < 3 && shift > 0; again++)
            {
                shift = await ShiftAsync(page, address);
            }
            if (shift > 0)
            {
                found.Add($"/{address}: {shift}");
            }
        }
        Faults.None(found);
    }

    private async Task<double> ShiftAsync(IPage page, string address)
    {
        await page.GotoAsync(world.Start + address);
        return await page.EvaluateAsync<double>("""
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
                .observe({ type: "layout-shift", buffered: true });
              // Shifts are told of after the frame they were in.
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)));
            })
            """);
    }

    private async Task<List<string>> HeavierAsync(IEnumerable<string> addresses, int mostBytes)
    {
        await using var window = await world.OpenAsync(360, 640);
        var found = new List<string>();
        foreach (var address in addresses)
        {
            var page = await window.NewPageAsync();
            var files = new SortedSet<string>(StringComparer.Ordinal);
            page.Request += (_, request) => files.Add(request.Url[world.Start.Length..]);
            await page.GotoAsync(world.Start + address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            // The icon of the window's tab, which the browser does not tell of.
            var icon = await page.EvaluateAsync<string>("document.querySelector('link[rel=icon]').href");
            files.Add(icon[world.Start.Length..]);
            var bytes = files.Sum(f => Brotli(world.Site.Bytes(Site.BuiltSite.FileOf(f))));
            if (bytes > mostBytes || files.Count > MostRequests)
            {
                found.Add($"/{address}: {bytes} bytes, {string.Join(", ", files)}");
            }
            await page.CloseAsync();
        }
        return found;
    }

    private static int Brotli(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(bytes);
        }
        return (int)output.Length;
    }
}
