using System.Text;
using System.Text.Json;
using Trappa.Commands;
using Trappa.Publishing;
using Trappa.Tests.Links;
using Trappa.Web;

namespace Trappa.Tests.Editors;

/// <summary>E16: what will change is listed, compared with the site at its address.</summary>
public sealed class PlanAgainstAnAddress : IDisposable
{
    private const string Thanks = "content/grunder/02-tacka.md";

    private readonly CopiedGuide _guide = new();
    private readonly LinkClock _clock = new();

    public PlanAgainstAnAddress() => _guide.Change(Thanks, "\n---\n", "\n---\n\nTack för att du kom i onsdags.\n");

    public void Dispose() => _guide.Dispose();

    [Fact]
    public async Task Nothing_changes_where_nothing_was_changed_and_no_page_is_fetched()
    {
        _guide.Build();
        await using var server = Published();
        Assert.Equal("Inget ändras.\n", Plan(server).Output);
        Assert.Equal(["GET example.org/guide/.trappa"], server.Requests.Select(r => $"{r.Method} {r.Host}{r.Path}"));
    }

    [Fact]
    public async Task Words_of_changed_pages_are_fetched_and_listed()
    {
        _guide.Build();
        await using var server = Published();
        _guide.Change(Thanks, "kom i onsdags", "var med i torsdags");
        _guide.Write("content/grunder/20-ny.md", "---\ntitel: Ny sida\n---\n\nNytt.\n");
        _guide.Change("content/grunder/03-vi-ar-olika.md", "---\n", "---\nalias: [gammal-adress]\n");
        var text = Plan(server).Output;
        Assert.Contains("Nya sidor (1)\n  /grunder/ny/\n", text, StringComparison.Ordinal);
        Assert.Contains("[-onsdags.-] {+torsdags.+}", text, StringComparison.Ordinal);
        Assert.Contains("\n  /gammal-adress /grunder/vi-ar-olika/ 301!\n", text, StringComparison.Ordinal);
        Assert.Matches(@"Webbplatsen blir \d+ byte\.", text);
        Assert.Contains(server.Requests, r => r.Path == "/guide/grunder/tacka/");
        Assert.DoesNotContain(server.Requests, r => r.Path == "/guide/grunder/lyssna/" || r.Path.Contains("assets", StringComparison.Ordinal));
        Assert.Equal(1, server.MostAtOnce);

        using var json = JsonDocument.Parse(Plan(server, "json").Output);
        Assert.True(json.RootElement.GetProperty("changed").EnumerateArray().Single(p => p.GetProperty("address").GetString() == "/grunder/tacka/").GetProperty("read").GetBoolean());
        Assert.False(json.RootElement.TryGetProperty("bytesBefore", out _));
    }

    [Fact]
    public async Task What_is_published_stands_beside_what_the_files_say()
    {
        _guide.Build();
        await using var server = Published();
        _guide.Change(Thanks, "kom i onsdags", "var med i torsdags");
        _guide.Change("content/grunder/06-kom-som-du-ar.md", "---\n", "---\nalias: [gammal-adress]\n");
        var told = Run(server, "compare", "--against", "http://example.org/guide", "--out", "jämför.html");
        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        Assert.EndsWith("Texter som skiljer: 1. Öppna jämför.html i en webbläsare.\n", told.Error, StringComparison.Ordinal);
        Assert.Contains("<ins>torsdags.</ins>", _guide.Read("jämför.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, r => r.Path == "/guide/grunder/lyssna/");
    }

    [Fact]
    public async Task A_page_that_cannot_be_fetched_is_named_by_the_comparison()
    {
        _guide.Build();
        await using var server = Published(r => r.Path == "/guide/grunder/tacka/" ? OutsideServer.Answer(500) : null);
        _guide.Change(Thanks, "kom i onsdags", "var med i torsdags");
        var told = Run(server, "compare", "--against", "http://example.org/guide", "--out", "jämför.html");
        Assert.Contains("De här sidorna gick inte att hämta, och är inte med: /grunder/tacka/\n", told.Error, StringComparison.Ordinal);
        Assert.Contains("Inget skiljer.", _guide.Read("jämför.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_fetched_is_listed_all_the_same()
    {
        _guide.Build();
        await using var server = Published(r => r.Path == "/guide/grunder/tacka/" ? OutsideServer.Answer(500) : null);
        _guide.Change(Thanks, "kom i onsdags", "var med i torsdags");
        Assert.Contains("  /grunder/tacka/ (sidan gick inte att hämta, så orden visas inte)\n", Plan(server).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_lives_elsewhere_is_found_there()
    {
        _guide.Build();
        await using var server = Published(r => r.Host == "example.org" ? OutsideServer.Answer(301, $"Location: http://www.example.org{r.Path}\r\n") : null);
        _guide.Change(Thanks, "kom i onsdags", "var med i torsdags");
        Assert.Contains("{+torsdags.+}", Plan(server).Output, StringComparison.Ordinal);
        Assert.Contains(server.Requests, r => r.Host == "www.example.org" && r.Path == "/guide/grunder/tacka/");
    }

    [Theory]
    [InlineData(404, "", "På http://example.org/guide/.trappa finns inget att jämföra med.")]
    [InlineData(200, "<!doctype html>", "På http://example.org/guide/.trappa finns inget att jämföra med.")]
    [InlineData(200, "# trappa 99\n", "är byggd med en nyare Trappa")]
    [InlineData(500, "", "Det gick inte att hämta http://example.org/guide/.trappa: servern svarar med ett fel (500).")]
    [InlineData(302, "", "Det gick inte att hämta http://example.org/guide/.trappa: den leder vidare utan att säga vart (302).")]
    public async Task What_is_not_there_is_told_in_plain_words(int status, string body, string words)
    {
        await using var server = OutsideServer.Saying(_ => OutsideServer.Answer(status, body: body));
        var told = Plan(server);
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Equal("", told.Output);
        Assert.Contains(words, told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up()
    {
        await using var server = new OutsideServer(async (_, stream) =>
        {
            _clock.Advance(Requests.Limit);
            await OutsideServer.UntilLeft(stream);
        });
        Assert.Contains("inget svar på 20 sekunder", Plan(server).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_without_end_is_given_up()
    {
        await using var server = new OutsideServer(async (_, stream) =>
        {
            await OutsideServer.Say(stream, "HTTP/1.1 200 OK\r\n\r\n# trappa 1\n");
            while (true)
            {
                await OutsideServer.Say(stream, new string('a', 65_536));
            }
        });
        Assert.Contains("finns inget att jämföra med", Plan(server).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_take_too_long_in_all_are_listed_without_their_words()
    {
        _guide.Build();
        await using var server = Published(r =>
        {
            if (r.Path != "/guide/.trappa")
            {
                _clock.Advance(PublishedAddress.PagesLimit);
            }
            return null;
        });
        _guide.Change(Thanks, "kom i onsdags", "var med i torsdags");
        var told = Plan(server);
        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        Assert.Contains("orden visas inte", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_wrong_use()
    {
        await using var server = Published();
        Assert.Equal(ExitCodes.WrongUse, Plan(server, "text", "https://").ExitCode);
    }

    // The site as it was built last, under /guide/.
    private OutsideServer Published(Func<Asked, string?>? other = null)
    {
        var site = Directory.Exists(Path.Combine(_guide.Folder, "_site"))
            ? Directory.GetFiles(Path.Combine(_guide.Folder, "_site"), "*", SearchOption.AllDirectories)
                .ToDictionary(f => "/guide/" + Path.GetRelativePath(Path.Combine(_guide.Folder, "_site"), f).Replace('\\', '/'), File.ReadAllBytes)
            : [];
        return OutsideServer.Saying(r => other?.Invoke(r)
            ?? (site.TryGetValue(r.Path.EndsWith('/') ? r.Path + "index.html" : r.Path, out var bytes)
                ? OutsideServer.Answer(200, body: Encoding.UTF8.GetString(bytes)) : OutsideServer.Answer(404)));
    }

    private Terminal Plan(OutsideServer server, string format = "text", string address = "http://example.org/guide") =>
        Run(server, "plan", "--format", format, "--against", address);

    private Terminal Run(OutsideServer server, string command, params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run([command, _guide.Folder, "--date", "2024-04-30", "--base-url", "https://example.org/", .. words],
            new(output, error, _guide.Folder, new(2024, 4, 30), IsTerminal: false, Colour: false) { Connections = server.Connections, Clock = _clock });
        return new(code, output.ToString(), error.ToString());
    }
}
