using System.Text;
using Trappa.Render.Html;

namespace Trappa.Tests.Render.Html;

/// <summary>What follows a page's main part is taken from the page before, and nobody can tell.</summary>
public class Tails
{
    private const string Foot = "</main><footer><a href=\"/om/\">Om</a> <a href=\"https://example.org/\">Ute</a><img src='/a\"b.png' alt=\"\"></footer><p id=\"sist\">10 kr</p></body>";

    [Theory]
    [InlineData(Foot)]
    [InlineData("</main>")]
    [InlineData("</main><h2>Lokalföreningen</h2><p id=\"a\"></p><p id=\"a\"></p><a href=\"/tyst/\"></a><img src=\"/tyst.png\">")]
    [InlineData("</main><a href=\"#a\">x</a><a href=\"om/\">x</a><a href=\"/om/#a\">x</a><a href=\"/om/\" data-absolute>x</a>")]
    [InlineData("</main><img srcset=\"/a.png 1x, /b.png 2x\" alt=\"\">")]
    [InlineData("</main><style></style>")]
    [InlineData("</main><script src=\"/assets/site.js\">if (1 < 2) \"</main>\"</script><!-- </main> -->")]
    [InlineData("</main></a></h2></div></code>x")]
    public void It_is_written_and_met_as_on_a_page_alone(string tail)
    {
        var last = new LastTail();
        foreach (var page in new[] { "/steg/valjare/", "/om/", "/", "/steg/foljare/", "/om/" })
        {
            foreach (var main in new[] { "<p>Ord</p>", "<h2>Ord", "<a href=\"/x/\">", "<div aria-hidden=\"true\">", "<code>", "<!--", "<script>", "<textarea>", "<title>", "<svg>" })
            {
                var html = "<body><main>" + main + tail;
                Assert.Equal(Pass(html, page, new()), Pass(html, page, last));
            }
        }
    }

    [Fact]
    public void It_is_read_once()
    {
        var last = new LastTail();
        Pass("<body><main><p>Ord</p>" + Foot, "/", last);
        var first = last.Tail;
        Pass("<body><main><p>Andra ord</p>" + Foot, "/om/", last);
        Assert.NotNull(first);
        Assert.Same(first, last.Tail);
        Pass("<body><main><p>Ord</p>" + Foot + "\n", "/", last);
        Assert.NotSame(first, last.Tail);
    }

    private static string Pass(string html, string page, LastTail last)
    {
        var result = HtmlPass.Run(html.AsMemory(), page, null, "p{color:red}"u8.ToArray(), PassOn.Settings, last);
        var findings = result.Findings;
        return string.Join('\n', [PassOn.Text(result), "ids", .. findings.Ids, "targets", .. findings.Targets,
            "headings", .. findings.Headings.Select(h => h.ToString()), "silent", .. findings.SilentLinks, "pictures", .. findings.SilentImages]);
    }
}
