using Trappa.Links;

namespace Trappa.Tests.Links;

/// <summary>How servers outside are asked.</summary>
public class Politeness
{
    [Fact]
    public async Task A_host_has_one_request_at_a_time_and_its_rules_are_asked_for_once()
    {
        using var guide = new CheckedLinks([.. Enumerable.Range(0, 12).Select(i => $"http://{(i % 2 == 0 ? "a" : "b")}.example/{i}")]);
        await using var server = OutsideServer.Saying(r => OutsideServer.Answer(r.Path == "/robots.txt" ? 404 : 200));
        Assert.Contains("Adresser: 12. Fungerar: 12.", guide.Check(server).Output, StringComparison.Ordinal);
        Assert.Equal(1, server.MostAtOnce);
        Assert.Equal(["a.example", "b.example"], server.Requests.Where(r => r.Path == "/robots.txt").Select(r => r.Host).Order());
        Assert.Equal(12, server.Pages.Count());
        // A second between two requests to a server.
        Assert.True(guide.Clock.Waited >= TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task An_address_is_asked_for_once_however_often_it_stands()
    {
        using var guide = new CheckedLinks("http://a.example/x#ett", "http://a.example/x#två");
        guide["content/index.md"] = "# Start\n\n[Texten](http://a.example/x) och <http://a.example/x>.\n";
        await using var server = OutsideServer.Saying(r => Moved(r));
        var told = guide.Check(server).Output;
        Assert.Equal(["HEAD a.example/x", "HEAD a.example/y"], server.Pages);
        Assert.Contains("content/index.md:3:10: varning TR312 Adressen http://a.example/x har flyttat för gott, till http://a.example/y.\n", told, StringComparison.Ordinal);
        Assert.Contains("content/index.md:3:34: varning TR312", told, StringComparison.Ordinal);
        Assert.Contains("content/resurser.yaml:4:11: varning TR312 Adressen http://a.example/x#ett har flyttat för gott, till http://a.example/y#ett.\n", told, StringComparison.Ordinal);
        Assert.Contains("Ändra adressen i content/resurser.yaml till http://a.example/y#två\n", told, StringComparison.Ordinal);

        static string Moved(Asked asked) => asked.Path == "/x" ? OutsideServer.Answer(301, "Location: /y\r\n") : OutsideServer.Answer(asked.Path == "/y" ? 200 : 404);
    }

    [Fact]
    public async Task Who_asks_is_told_and_nothing_else()
    {
        using var guide = new CheckedLinks();
        guide["content/resurser.yaml"] = "[]\n";
        guide["content/index.md"] = "# Start\n\n[Smörgåsen](http://vem:hemligt@räksmörgås.example/a?b=c#d)\n";
        await using var server = OutsideServer.Saying(r => OutsideServer.Answer(r.Path == "/robots.txt" ? 404 : 200, "Set-Cookie: a=b\r\n"));
        Assert.Contains("Fungerar: 1.", guide.Check(server).Output, StringComparison.Ordinal);
        var asked = server.Requests[1];
        Assert.Equal("xn--rksmrgs-5wao1o.example", asked.Host);
        Assert.Equal(["HEAD /a?b=c HTTP/1.1", "Accept-Language: sv", "Accept: text/html, */*; q=0.8", "Host: xn--rksmrgs-5wao1o.example",
            "User-Agent: trappa/0.1.0 (+https://guide.example/)"], asked.Head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).OrderBy(l => !l.StartsWith("HEAD", StringComparison.Ordinal)).ThenBy(l => l, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(429, "30")]
    [InlineData(503, "30")]
    [InlineData(503, "Wed, 01 May 2024 08:00:45 GMT")]
    public async Task What_asks_to_wait_is_waited_for(int status, string wait)
    {
        using var guide = new CheckedLinks("http://a.example/x");
        var isFirst = true;
        await using var server = OutsideServer.Saying(r =>
        {
            var answer = r.Path == "/robots.txt" ? OutsideServer.Answer(404) : isFirst ? OutsideServer.Answer(status, $"Retry-After: {wait}\r\n") : OutsideServer.Answer(200);
            isFirst &= r.Path == "/robots.txt";
            return answer;
        });
        Assert.Contains("Fungerar: 1.", guide.Check(server).Output, StringComparison.Ordinal);
        Assert.Equal(["HEAD a.example/x", "HEAD a.example/x"], server.Pages);
        Assert.InRange(guide.Clock.Waited, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("61")]
    [InlineData("99999999")]
    [InlineData("Thu, 02 May 2024 08:00:00 GMT")]
    public async Task What_asks_to_wait_for_longer_than_we_can_is_left_alone_with_all_its_addresses(string wait)
    {
        using var guide = new CheckedLinks("http://a.example/1", "http://a.example/2", "http://b.example/3");
        await using var server = OutsideServer.Saying(r => r.Path == "/robots.txt" ? OutsideServer.Answer(404)
            : r.Host == "a.example" ? OutsideServer.Answer(429, $"Retry-After: {wait}\r\n") : OutsideServer.Answer(200));
        var told = guide.Check(server).Output;
        Assert.Contains("Fungerar: 1. Har flyttat: 0. Fungerar inte: 0. Gick inte att kontrollera: 2.", told, StringComparison.Ordinal);
        Assert.Single(server.Pages, p => p.Contains("a.example", StringComparison.Ordinal));
        Assert.DoesNotContain("a.example", guide[".trappa/links.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_always_asks_to_wait_is_left_alone_in_the_end()
    {
        using var guide = new CheckedLinks("http://a.example/1");
        await using var server = OutsideServer.Saying(r => OutsideServer.Answer(r.Path == "/robots.txt" ? 404 : 503, "Retry-After: 5\r\n"));
        Assert.Contains("Gick inte att kontrollera: 1.", guide.Check(server).Output, StringComparison.Ordinal);
        Assert.Equal(3, server.Pages.Count());
    }

    [Fact]
    public async Task All_of_it_ends_in_time()
    {
        using var guide = new CheckedLinks("http://a.example/1", "http://a.example/2");
        await using var server = new OutsideServer(async (asked, stream) =>
        {
            guide.Clock.Advance(LinkChecker.WholeLimit);
            await OutsideServer.UntilLeft(stream);
        });
        Assert.Contains("Gick inte att kontrollera: 2.", guide.Check(server).Output, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }
}
