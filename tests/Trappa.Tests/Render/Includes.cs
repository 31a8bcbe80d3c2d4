namespace Trappa.Tests.Render;

/// <summary>A partial is written where it stands by itself, and is a text where an expression asks for one.</summary>
public class Includes
{
    [Theory]
    [InlineData("{{ include 'a' }}.", "<b>1</b>.")]
    [InlineData("{{ y = include 'a' }}[{{ y }}]", "[<b>1</b>]")]
    [InlineData("{{ capture z }}{{ include 'a' }}{{ end }}({{ z }})", "(&lt;b&gt;1&lt;/b&gt;)")]
    [InlineData("{{ if true; include 'a'; end }}!", "<b>1</b>!")]
    [InlineData("{{ 'a' | include }}?", "<b>1</b>?")]
    [InlineData("{{ include 'b' }}", "-<b>1</b>-<b>1</b>-")]
    [InlineData("{{ func f; ret include 'a'; end }}{{ f }}{{ f }}", "<b>1</b><b>1</b>")]
    [InlineData("{{ for i in 1..2 }}{{ include 'a' }}{{ end }}", "<b>1</b><b>1</b>")]
    public void It_reads_the_same(string template, string expected) => Assert.Equal(
        "<main><h1>G</h1>" + expected,
        BuiltGuide.Of(
            ("content/index.md", "# G\n"),
            ("templates/partials/a.html", "<b>{{ x }}</b>"),
            ("templates/partials/b.html", "-{{ include 'a' }}-{{ y = include 'a' }}{{ y }}-"),
            ("templates/layouts/front.html", "<body><main><h1>G</h1>{{ x = 1 }}" + template + "</main></body>")).Main("index.html"));

    [Fact]
    public void A_page_that_ends_in_the_middle_of_its_layout_leaves_nothing_for_the_page_after_it()
    {
        var guide = BuiltGuide.Of([
            ("content/index.md", "# G\n"),
            ("templates/layouts/page.html", """
                <body><main><h1>{{ page.title }}</h1>{{ for i in 1..3; if page.title == 'Stop' }}</main>{{ left = i; ret; end; end }}<p>{{ for i in 1..2; i; end }} whole</p></main></body>
                """),
            .. Enumerable.Range(0, 40).Select(i => ($"content/p{i:00}.md", i % 2 == 0 ? "# Stop\n" : "# On\n"))]);
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(
            i % 2 == 0 ? "<main><h1>Stop</h1>" : "<main><h1>On</h1><p>12 whole</p>", guide.Main($"p{i:00}/index.html").Trim()));
    }
}
