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
}
