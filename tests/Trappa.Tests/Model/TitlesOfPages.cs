namespace Trappa.Tests.Model;

/// <summary>Titles as readers see them, wherever they are written.</summary>
public class TitlesOfPages
{
    private static readonly (string, string) Settings = ("content/site.yaml", "språk: sv\ntitel: Min \"guide\"\nadress: https://example.org/\n");

    [Fact]
    public void A_heading_keeps_what_looks_like_a_tag() =>
        Assert.Contains("<h1>Nr 1 — «x» &amp; &lt;y&gt;</h1>", BuiltGuide.Of(("content/index.md", "# Nr 1 — «x» & <y>\n"))["index.html"], StringComparison.Ordinal);

    [Fact]
    public void A_heading_leaves_out_a_tag_where_HTML_is_let_through() =>
        Assert.Contains("<h1>A b</h1>", BuiltGuide.Of(("content/site.yaml", "title: G\naddress: https://example.org/\nhtml: yes\n"),
            ("content/a.md", "# A <b>b</b>\n"))["a/index.html"], StringComparison.Ordinal);

    [Fact]
    public void A_title_on_several_lines_is_one_line() =>
        Assert.Contains("<h1>One and two</h1>", BuiltGuide.Of(Settings, ("content/a.md", "---\ntitel: |\n  One\n  and two\n---\nText.\n"))["a/index.html"], StringComparison.Ordinal);

    [Fact]
    public void A_field_has_the_signs_that_a_heading_has()
    {
        var guide = BuiltGuide.Of(Settings,
            ("content/a.md", "---\ntitel: \"Sid \\\"x\\\" - 'y' & <z>...\"\n---\nText.\n"),
            ("content/b.md", "---\ntitel: \"Sid \\\"x\\\"\"\n---\n\n# Sid \"x\"\n\nText.\n"));

        Assert.Empty(guide.Errors);
        Assert.Contains("<h1>Sid ”x” – ’y’ &amp; &lt;z&gt;…</h1>", guide["a/index.html"], StringComparison.Ordinal);
        Assert.Contains("<h1>Min ”guide”</h1>", guide["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<h2", guide.Main("b/index.html"), StringComparison.Ordinal);
        Assert.Equal(2, guide["b/index.html"].Split("<h1").Length);
    }

    [Fact]
    public void So_has_every_line_that_readers_see()
    {
        var guide = BuiltGuide.Of(
            ("content/site.yaml", "title: G\ndescription: What \"it\" is\naddress: https://example.org/\nfacts:\n  name: The \"Hut\"\n  web: https://example.org/a--b\n"),
            ("content/steps/01-a.md", "---\nname: A\nlead: At {{ name }}, {{ web }}.\n---\nA [bleeding](term:bleeding).\n"),
            ("content/terms/bleeding.md", "---\nname: A \"bleeding\"\nshort: Blood.\n---\n"),
            ("content/resources.yaml", "- id: r\n  title: R\n  text: It is.\n  group: The \"rest\"\n  address: https://example.org/r\n"),
            ("content/flow.yaml", """
                title: Which?
                start: q
                readers:
                  - {id: me, name: 'The "self"'}
                questions:
                  - id: q
                    about: the "well"
                    ask: Is it "well"?
                    answers:
                      - {text: '"Yes"', to: "step:a"}
                      - {text: No, to: out}
                outcomes:
                  - {id: out, name: Out, me: {lead: Out.}}
                """));

        Assert.Empty(guide.Errors);
        Assert.Contains("At The “Hut”, https://example.org/a--b.", guide["steps/a/index.html"], StringComparison.Ordinal);
        foreach (var (page, words) in new[]
            {
                ("index.html", "What “it” is"), ("terms/index.html", "A “bleeding”"), ("resources/index.html", "The “rest”"),
                ("which-step/index.html", "The “self”"), ("which-step/index.html", "the “well”"), ("which-step/index.html", "Is it “well”?"), ("which-step/index.html", "“Yes”"),
            })
        {
            Assert.Contains(words, guide[page], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[a]: b.")]
    [InlineData("1. One - not *two*")]
    [InlineData("# A. `b` &amp; \\*")]
    [InlineData("    x.")]
    public void Nothing_else_is_read_in_a_field(string title) =>
        Assert.Contains(System.Net.WebUtility.HtmlEncode(title.Trim()).Replace(" - ", " – ", StringComparison.Ordinal),
            BuiltGuide.Of(("content/a.md", "---\ntitle: '" + title + "'\n---\nText.\n"))["a/index.html"], StringComparison.Ordinal);
}
