using Trappa.Links;

namespace Trappa.Tests.Links;

/// <summary>RFC 9309, by its clauses.</summary>
public class RobotsTxt
{
    [Theory]
    // §2.2.1: the group that names us, in any case, else everybody's; several such groups are one.
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: annan\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: TRAPPA\nAllow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: trappa", "/a", true)]
    [InlineData("User-agent: trappa\nDisallow: /a\nUser-agent: annan\nDisallow: /\nUser-agent: trappa\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: trappa/1.0\nDisallow: /", "/a", false)]
    [InlineData("User-agent: trappalinks\nDisallow: /", "/a", true)]
    [InlineData("User-agent: annan\nUser-agent: trappa\nDisallow: /", "/a", false)]
    // §2.2.2: the longest rule, of two as long the kinder; none is yes; robots.txt itself always.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)]
    // The same octets, however they are written.
    [InlineData("User-agent: *\nDisallow: /å", "/%C3%A5", false)]
    [InlineData("User-agent: *\nDisallow: /%c3%a5", "/%C3%A5", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ea", "/~a", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /100%", "/100%", false)]
    // §2.2.3: * and $ and #.
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbxxc", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxcxxb", true)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /a*$", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /*?", "/a?b", false)]
    [InlineData("User-agent: * # alla\nDisallow: /a # inte a", "/a", false)]
    // §2.2.4: other lines end no group. Lines end as they may; a byte order mark is none of it.
    [InlineData("User-agent: *\nSitemap: https://a.example/\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nCrawl-delay: 9\nUser-agent: annan\nDisallow: /", "/a", false)]
    [InlineData("\uFEFFuser-AGENT :*\r\n disallow : / \r\n", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /", "/a", false)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("<html>: / <p>Disallow</p>", "/a", true)]
    public void A_path(string rules, string path, bool isAllowed) => Assert.Equal(isAllowed, RobotRules.Read(rules, "trappa").Allows(path));

    [Fact]
    public void No_pattern_takes_long() =>
        Assert.True(RobotRules.Read("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 20_000)) + "b$", "trappa").Allows("/" + new string('a', 60_000)));
}
