using Trappa.Web;

namespace Trappa.Tests.Links;

/// <summary>What servers outside do, and what is made of it. No answer of theirs ends the program or hangs it.</summary>
public class MisbehavingServers
{
    private const string Page = "http://a.example/sida";

    [Theory]
    [InlineData(200, "works 200 - -")]
    [InlineData(204, "works 204 - -")]
    [InlineData(206, "works 206 - -")]
    [InlineData(304, "failed 304 - TR311")]
    [InlineData(400, "failed 400 - TR311")]
    [InlineData(401, "unchecked 401 - TR313")]
    [InlineData(403, "unchecked 403 - TR313")]
    [InlineData(404, "failed 404 - TR311")]
    [InlineData(410, "failed 410 - TR311")]
    [InlineData(429, "unchecked - - TR313")]
    [InlineData(451, "unchecked 451 - TR313")]
    [InlineData(500, "failed 500 - TR311")]
    [InlineData(503, "failed 503 - TR311")]
    [InlineData(999, "unchecked 999 - TR313")]
    public async Task A_status(int status, string state) => Assert.Equal(state, await Says(OutsideServer.Answer(status)));

    [Theory]
    [InlineData(301, "moved 200 http://b.example/ny TR312")]
    [InlineData(308, "moved 200 http://b.example/ny TR312")]
    [InlineData(302, "redirected 200 http://b.example/ny -")]
    [InlineData(303, "redirected 200 http://b.example/ny -")]
    [InlineData(307, "redirected 200 http://b.example/ny -")]
    public async Task A_redirect_to_another_host(int status, string state) => Assert.Equal(state, await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => Robots(r) ?? (r.Host == "a.example" ? OutsideServer.Answer(status, "Location: http://b.example/ny\r\n") : OutsideServer.Answer(200)))));

    [Theory]
    [InlineData("Location: /sida\r\n", "failed 301 - TR311")]
    [InlineData("Location: javascript:alert(1)\r\n", "failed 301 javascript:alert(1) TR311")]
    [InlineData("Location: file:///etc/passwd\r\n", "failed 301 file:///etc/passwd TR311")]
    [InlineData("", "failed 301 - TR311")]
    [InlineData("Location: http://[\r\n", "failed 301 - TR311")]
    [InlineData("Location: /ny å\r\n", "moved 200 http://a.example/ny%20%C3%A5 TR312")]
    [InlineData("Location: //b.example\r\n", "moved 200 http://b.example/ TR312")]
    [InlineData("Location: http://borta.invalid/\r\n", "failed - - TR311")]
    public async Task A_redirect_to(string head, string state) => Assert.Equal(state, await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => Robots(r) ?? (r.Path == "/sida" && r.Host == "a.example" ? OutsideServer.Answer(301, head) : OutsideServer.Answer(200)))));

    [Fact]
    public async Task Redirects_without_end() => Assert.Equal("failed 302 - TR311", await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => Robots(r) ?? OutsideServer.Answer(302, $"Location: {r.Path}x\r\n"))));

    [Fact]
    public async Task Redirects_of_which_only_the_first_is_for_good() => Assert.Equal("moved 200 http://a.example/2 TR312", await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => Robots(r) ?? r.Path switch
        {
            "/sida" => OutsideServer.Answer(301, "Location: /2\r\n"),
            "/2" => OutsideServer.Answer(302, "Location: /3\r\n"),
            "/3" => OutsideServer.Answer(301, "Location: /4\r\n"),
            _ => OutsideServer.Answer(200),
        })));

    [Theory]
    [InlineData("", "failed - - TR311")]
    [InlineData("HTTP/1.1 200", "failed - - TR311")]
    [InlineData("inte http alls\r\n\r\n", "failed - - TR311")]
    [InlineData("HTTP/1.1 200 OK\r\nså här: \0\r\n\r\n", "failed - - TR311")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nkort", "works 200 - -")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n", "works 200 - -")]
    public async Task Bytes(string bytes, string state) => Assert.Equal(state, await Says(bytes));

    [Fact]
    public async Task A_name_that_no_machine_has() => Assert.Equal("failed - - TR311", await CheckedLinks.StateOf("http://borta.invalid/", _ => Fine()));

    [Fact]
    public async Task A_machine_that_takes_no_calls() => Assert.Equal("failed - - TR311", await CheckedLinks.StateOf("http://a.closed/", _ => Fine()));

    [Fact]
    public async Task A_secure_connection_that_is_none()
    {
        using var guide = new CheckedLinks("https://a.example/");
        await using var server = Fine();
        Assert.Contains("anslutningen är inte säker", guide.Check(server).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing() => Assert.Equal("failed - - TR311", await CheckedLinks.StateOf(Page, guide => new(async (asked, stream) =>
    {
        if (Robots(asked) is { } robots)
        {
            await OutsideServer.Say(stream, robots);
            return;
        }
        guide.Clock.Advance(Requests.Limit);
        await OutsideServer.UntilLeft(stream);
    })));

    [Fact]
    public async Task A_server_that_drips() => Assert.Equal("failed - - TR311", await CheckedLinks.StateOf(Page, guide => new(async (asked, stream) =>
    {
        if (Robots(asked) is { } robots)
        {
            await OutsideServer.Say(stream, robots);
            return;
        }
        foreach (var letter in "HTTP/1.1 200 OK\r\nX: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy")
        {
            await OutsideServer.Say(stream, letter.ToString());
            guide.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await OutsideServer.UntilLeft(stream);
    })));

    [Fact]
    public async Task A_body_without_end_is_not_read() => Assert.Equal("works 200 - -", await CheckedLinks.StateOf(Page, _ => new(async (asked, stream) =>
    {
        await OutsideServer.Say(stream, Robots(asked) ?? (asked.Method == "HEAD" ? OutsideServer.Answer(405) : "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
        while (asked.Method == "GET" && asked.Path != "/robots.txt")
        {
            await OutsideServer.Say(stream, "1000\r\n" + new string('x', 4096) + "\r\n");
        }
    })));

    [Fact]
    public async Task Heads_without_end() => Assert.Equal("failed - - TR311", await CheckedLinks.StateOf(Page, _ => new(async (asked, stream) =>
    {
        await OutsideServer.Say(stream, Robots(asked) ?? "HTTP/1.1 200 OK\r\n");
        while (asked.Path != "/robots.txt")
        {
            await OutsideServer.Say(stream, "X: " + new string('x', 4096) + "\r\n");
        }
    })));

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task Head_refused_and_get_answered(int status) => Assert.Equal("works 200 - -", await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => Robots(r) ?? OutsideServer.Answer(r.Method == "HEAD" ? status : 200))));

    [Fact]
    public async Task Head_broken_off_and_get_answered() => Assert.Equal("works 200 - -", await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => Robots(r) ?? (r.Method == "HEAD" ? "" : OutsideServer.Answer(200)))));

    [Theory]
    [InlineData(404, "", "works 200 - -")]
    [InlineData(200, "User-agent: *\nDisallow: /sida", "unchecked - - TR313")]
    [InlineData(200, "User-agent: *\nDisallow: /annat", "works 200 - -")]
    [InlineData(500, "", "unchecked 500 - TR313")]
    [InlineData(429, "", "unchecked - - TR313")]
    public async Task Its_robots_txt(int status, string body, string state) => Assert.Equal(state, await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => r.Path == "/robots.txt" ? OutsideServer.Answer(status, body: body) : OutsideServer.Answer(200))));

    [Fact]
    public async Task A_robots_txt_of_gigabytes_counts_as_far_as_it_is_read() => Assert.Equal("unchecked - - TR313", await CheckedLinks.StateOf(Page, _ => new(async (asked, stream) =>
    {
        await OutsideServer.Say(stream, asked.Path != "/robots.txt" ? OutsideServer.Answer(200)
            : "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nUser-agent: *\nDisallow: /\n");
        while (asked.Path == "/robots.txt")
        {
            await OutsideServer.Say(stream, new string('#', 65_536));
        }
    })));

    [Fact]
    public async Task A_robots_txt_that_drips_is_a_server_that_does_not_answer() => Assert.Equal("failed - - TR311", await CheckedLinks.StateOf(Page, guide => new(async (_, stream) =>
    {
        await OutsideServer.Say(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nUser");
        guide.Clock.Advance(Requests.Limit);
        await OutsideServer.UntilLeft(stream);
    })));

    [Fact]
    public async Task A_robots_txt_that_leads_round() => Assert.Equal("works 200 - -", await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => r.Path == "/robots.txt" ? OutsideServer.Answer(301, "Location: /robots.txt\r\n") : OutsideServer.Answer(200))));

    [Fact]
    public async Task The_host_that_a_redirect_leads_to_has_its_own_robots_txt() => Assert.Equal("unchecked - - TR313", await CheckedLinks.StateOf(Page, _ =>
        OutsideServer.Saying(r => r.Path == "/robots.txt" ? OutsideServer.Answer(200, body: r.Host == "b.example" ? "User-agent: trappa\nDisallow: /" : "")
            : OutsideServer.Answer(302, "Location: http://b.example/\r\n"))));

    private static Task<string> Says(string answer) => CheckedLinks.StateOf(Page, _ => OutsideServer.Saying(r => Robots(r) ?? answer));

    private static OutsideServer Fine() => OutsideServer.Saying(_ => OutsideServer.Answer(200));

    private static string? Robots(Asked asked) => asked.Path == "/robots.txt" ? OutsideServer.Answer(404) : null;
}
