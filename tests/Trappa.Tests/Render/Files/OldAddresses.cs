namespace Trappa.Tests.Render.Files;

public class OldAddresses
{
    [Fact]
    public void A_host_that_knows_redirects_gets_rules_with_and_without_a_slash() =>
        Assert.Equal(
            """
            /gammal.html /tips/first/ 301!
            /old/listener /steps/listener/ 301!
            /old/listener/ /steps/listener/ 301!
            /tips/f%C3%B6re-detta /tips/first/ 301!
            /tips/f%C3%B6re-detta/ /tips/first/ 301!

            """,
            SmallGuide.Build(null).Text("_redirects"));

    [Theory]
    [InlineData("old/listener/index.html", false, "../../steps/listener/", "Listener")]
    [InlineData("old/listener/index.html", true, "../../steps/listener/index.html", "Listener")]
    [InlineData("gammal.html", false, "tips/first/", "First &amp; “last”")]
    [InlineData("tips/före-detta/index.html", false, "../first/", "First &amp; “last”")]
    public void Any_other_host_has_a_page_there_that_leads_on(string path, bool portable, string target, string name)
    {
        var html = SmallGuide.Build("https://example.org/guide/", portable).Text(path);
        Assert.Contains($"<meta http-equiv=\"refresh\" content=\"0; url={target}\">", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{target}\">{name}</a>", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", html, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/guide/", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{name} has moved</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_led_away_from_where_files_of_the_site_are()
    {
        var files = SmallGuide.Build(null);
        Assert.Contains("<h1>Home", files.Text("index.html"), StringComparison.Ordinal);
        Assert.StartsWith("User-agent", files.Text("robots.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("_redirects", SmallGuide.Build(null, more:
        [
            ("steps/01-listener.md", "---\nname: Listener\nlead: Listens.\n---\n"),
            ("tips/first.md", "# First\n"),
        ]).Keys);
    }
}
