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

    [Theory]
    [InlineData("[a]: b.")]
    [InlineData("1. One - not *two*")]
    [InlineData("# A. `b` &amp; \\*")]
    [InlineData("    x.")]
    public void Nothing_else_is_read_in_a_field(string title) =>
        Assert.Contains(System.Net.WebUtility.HtmlEncode(title.Trim()).Replace(" - ", " – ", StringComparison.Ordinal),
            BuiltGuide.Of(("content/a.md", "---\ntitle: '" + title + "'\n---\nText.\n"))["a/index.html"], StringComparison.Ordinal);
}
