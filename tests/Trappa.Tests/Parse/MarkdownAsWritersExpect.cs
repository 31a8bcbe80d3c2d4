namespace Trappa.Tests.Parse;

/// <summary>CommonMark and what writers expect beyond it, from a file to a page.</summary>
public class MarkdownAsWritersExpect
{
    [Theory]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |", "<th scope=\"col\">a</th><th scope=\"col\" class=\"end\">b</th>")]
    [InlineData("A note.[^1]\n\n[^1]: Below.", "<a id=\"fnref:1\" href=\"#fn:1\" class=\"footnote-ref\">")]
    [InlineData("Word\n:   What it means.", "<dt>Word</dt>")]
    [InlineData("- [x] done\n- [ ] open", "<span class=\"task\" role=\"img\" aria-label=\"Done\">☑</span> done")]
    [InlineData("> [!WARNING]\n> Hot.", "<div class=\"note\"><p class=\"note-title\">Mind this</p>")]
    [InlineData("*[WHO]: World Health Organization\n\nAsk the WHO.", "<abbr title=\"World Health Organization\">WHO</abbr>")]
    [InlineData("~~gone~~", "<del>gone</del>")]
    [InlineData("## Own name {#mine}", "<h2 id=\"mine\">Own name</h2>")]
    [InlineData("## Åska över ön\n\n## Åska över ön", "<h2 id=\"aska-over-on-2\">")]
    [InlineData("He said \"yes\" -- twice...", "He said “yes” – twice…")]
    [InlineData("Line one\r\nline two", "<p>Line one\nline two</p>")]
    [InlineData("Before <!-- a note among editors --> after", "<p>Before  after</p>")]
    public void A_page_says_it(string markdown, string html) =>
        Assert.Contains(html, BuiltGuide.Of(("content/a.md", "# A\n\n" + markdown + "\n")).Main("a/index.html"), StringComparison.Ordinal);

    [Fact]
    public void Raw_html_is_shown_as_text_unless_the_guide_lets_it_through()
    {
        var off = BuiltGuide.Of(("content/a.md", "# A\n\nA <b>bold</b> word.\n"));
        Assert.Contains("A &lt;b&gt;bold&lt;/b&gt; word.", off.Main("a/index.html"), StringComparison.Ordinal);
        Assert.Contains("TR216", off.Codes);
        var on = BuiltGuide.Of(
            ("content/site.yaml", "title: T\nlanguage: en\nhtml: yes\n"),
            ("content/a.md", "# A\n\nA <b onclick=\"x()\" style=\"color:red\">bold</b><script>x()</script> word.\n\n<iframe src=\"https://example.org\"></iframe>\n"));
        Assert.Contains("A <b>bold</b> word.", on.Main("a/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("iframe", on.Main("a/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//example.org/)")]
    public void A_link_that_would_run_something_is_an_error(string markdown) =>
        Assert.StartsWith("TR207 content/a.md:3:", Assert.Single(BuiltGuide.Of(("content/a.md", "# A\n\n" + markdown + "\n")).Errors), StringComparison.Ordinal);

    [Fact]
    public void So_is_one_by_a_definition_told_where_the_address_stands() =>
        Assert.Equal("TR207 content/a.md:5:6", Assert.Single(BuiltGuide.Of(("content/a.md", "# A\n\n[x][r]\n\n[r]: javascript:alert(1)\n")).Errors));
}
