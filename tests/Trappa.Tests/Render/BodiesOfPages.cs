namespace Trappa.Tests.Render;

/// <summary>A page's own text is written where its layout asks for it, and is a text where an expression asks for one.</summary>
public class BodiesOfPages
{
    [Theory]
    [InlineData("<b>{{ page.body }}</b>", "<b><p>Ett <em>ord</em>.</p>\n<p>Två.</p></b>")]
    [InlineData("{{ if page.body }}ja{{ end }}", "ja")]
    [InlineData("{{ y = page.body }}[{{ y }}{{ y }}]", "[<p>Ett <em>ord</em>.</p>\n<p>Två.</p><p>Ett <em>ord</em>.</p>\n<p>Två.</p>]")]
    [InlineData("{{ include 'a' }}", "(<p>Ett <em>ord</em>.</p>\n<p>Två.</p>)")]
    [InlineData("{{ y = include 'a' }}{{ y }}", "(<p>Ett <em>ord</em>.</p>\n<p>Två.</p>)")]
    [InlineData("{{ capture z }}{{ page.body }}{{ end }}{{ z }}", "&lt;p&gt;Ett &lt;em&gt;ord&lt;/em&gt;.&lt;/p&gt;\n&lt;p&gt;Två.&lt;/p&gt;")]
    [InlineData("{{ 'x' + page.body }}", "x&lt;p&gt;Ett &lt;em&gt;ord&lt;/em&gt;.&lt;/p&gt;\n&lt;p&gt;Två.&lt;/p&gt;")]
    [InlineData("<div>\n  {{ page.body }}\n</div>", "<div>\n  <p>Ett <em>ord</em>.</p>\n  <p>Två.</p>\n</div>")]
    public void It_reads_the_same(string template, string expected) => Assert.Equal(
        "<main><h1>P</h1>" + expected,
        BuiltGuide.Of(
            ("content/p.md", "# P\n\nEtt *ord*.\n\nTvå.\n"),
            ("templates/partials/a.html", "({{ page.body }})"),
            ("templates/layouts/page.html", "<body><main><h1>P</h1>" + template + "</main></body>")).Main("p/index.html"));

    [Theory]
    [InlineData("{{ x = include 'a'; if x == page.body }}SAME{{ end }}", "SAME")]
    [InlineData("{{ x = include 'a'; if page.body != x }}OTHER{{ end }}", "")]
    [InlineData("{{ if page.lead == page.body }}SAME{{ end }}", "SAME")]
    public void It_equals_what_reads_the_same(string template, string expected) => Assert.Equal(
        "<main><h1>P</h1>" + expected,
        BuiltGuide.Of(
            ("content/p.md", "---\ntitle: P\nlead: Same words.\n---\n\nSame words.\n"),
            ("templates/partials/a.html", "{{ page.body }}"),
            ("templates/layouts/page.html", "<body><main><h1>P</h1>" + template + "</main></body>")).Main("p/index.html"));

    // The leads of its pages stand in a line before it is written.
    [Fact]
    public void It_begins_at_its_beginning_whatever_was_written_before() => Assert.Contains(
        "[<div class=\"note\">",
        BuiltGuide.Of(
            ("content/a/index.md", "# A\n\n> [!NOTE]\n> Ord.\n"),
            ("content/a/p.md", "---\ntitle: P\nlead: Words.\n---\n\nWords.\n"),
            ("templates/layouts/section.html", "<body><main><h1>A</h1>[{{ page.body }}]</main></body>")).Main("a/index.html"), StringComparison.Ordinal);

    [Fact]
    public void None_is_left_for_the_page_after_it()
    {
        var guide = BuiltGuide.Of([
            ("templates/layouts/page.html", "<body><main><h1>{{ page.title }}</h1>{{ page.body }}</main></body>"),
            .. Enumerable.Range(0, 40).Select(i => ($"content/p{i:00}.md", $"# P{i:00}\n" + (i % 2 == 0 ? "" : $"\nOrd {i}.\n")))]);
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(
            $"<main><h1>P{i:00}</h1>" + (i % 2 == 0 ? "" : $"<p>Ord {i}.</p>"), guide.Main($"p{i:00}/index.html").Trim()));
    }
}
