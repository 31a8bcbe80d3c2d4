using Trappa.Diagnostics;
using Trappa.Render.Html;

namespace Trappa.Tests.Render.Html;

public class Findings
{
    private const string Heading = "<h1>Ord</h1>";

    [Theory]
    [InlineData("<p id=\"a\"></p><p id=\"b\"></p>", "")]
    [InlineData("<p id=\"a\"></p><p id=\"a\"></p>", "TR412 a /om/")]
    [InlineData("<p id=\"a\"></p><p id=\"b\"></p><p id=\"b\"></p><p id=\"a\"></p><p id=\"a\"></p>", "TR412 a /om/\nTR412 b /om/")]
    [InlineData("<a href=\"/om/\">x</a><a href=\"/\">x</a><a href=\"/fil.png\">x</a>", "")]
    [InlineData("<a href=\"/bort/\">x</a><a href=\"/bort/\">x</a>", "TR410 /bort/")]
    [InlineData("<a href=\"/om\">x</a>", "TR410 /om")]
    [InlineData("<a href=\"bort.png\">x</a>", "TR410 /om/bort.png")]
    [InlineData("<a href=\"../fil.png\">x</a><a href=\"?a\">x</a><a href=\"..\">x</a>", "")]
    [InlineData("<img src=\"/bort.png\" alt>", "TR410 /bort.png")]
    [InlineData("<img srcset=\"/fil.png 1x, /bort.png 2x\" alt>", "TR410 /bort.png")]
    [InlineData("<script src=\"/assets/site.js\"></script>", "")]
    [InlineData("<a href=\"/bort/\" data-absolute>x</a>", "")]
    [InlineData("<a href=\"/om/?a=1&amp;b=2#c\" id=\"c\">x</a>", "")]
    [InlineData("<a href=\"#d\">x</a>", "TR411 /om/#d")]
    [InlineData("<a href=\"/#d\">x</a><a href=\"/#front\">x</a>", "TR411 /#d")]
    [InlineData("<a href=\"#\">x</a><a href=\"#top\">x</a><a href=\"#%C3%A5\" id=\"å\">x</a>", "")]
    [InlineData("<h2>A</h2><h3>B</h3><h2>C</h2>", "")]
    [InlineData("<h3>T &amp; C</h3>", "TR413 T & C /om/")]
    [InlineData("<h1>Två</h1>", "TR413 Två /om/")]
    [InlineData("<h2> <b></b></h2>", "TR413 h2 /om/")]
    [InlineData("<h2><img src=\"/fil.png\" alt=\"x\"></h2>", "")]
    [InlineData("<a href=\"/\"></a>", "TR414 /")]
    [InlineData("<a href=\"/\"><span aria-hidden=\"true\">→</span></a>", "TR414 /")]
    [InlineData("<a href=\"/\"><img src=\"/fil.png\" alt=\"\"></a>", "TR414 /")]
    [InlineData("<a href=\"/\" aria-label=\"x\"></a><a href=\"/\"><img src=\"/fil.png\" alt=\"x\"></a><a id=\"x\"></a>", "")]
    [InlineData("<div aria-hidden=\"true\"><a href=\"/\"></a></div>", "")]
    [InlineData("<img src=\"/fil.png\">", "TR415 /fil.png")]
    [InlineData("<img src=\"/fil.png\" alt=\"\">", "")]
    public void What_is_wrong_on_a_finished_page_is_told(string html, string expected) =>
        Assert.Equal(expected, string.Join('\n', Check(Heading + html)));

    [Fact]
    public void A_page_without_headings_is_told() => Assert.Equal(["TR413 h1 /om/"], Check("<p>x</p>"));

    private static IEnumerable<string> Check(string html) => LinkCheck.Check(
        [
            new("/", new Place("content/index.md"), new(() => []), PassOn.Findings("<h1 id=\"front\">Ord</h1>", "/")),
            new("/om/", new Place("content/om.md"), new(() => []), PassOn.Findings(html, "/om/")),
        ],
        ["/index.html", "/om/index.html", "/fil.png", "/assets/site.1a2b3c4d.js"])
        .Select(d =>
        {
            Assert.Equal("content/om.md", d.Place.File);
            return d.Code.Id + " " + string.Join(' ', d.Arguments.Select(a => a.Value));
        });
}
