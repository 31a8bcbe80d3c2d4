namespace Trappa.Tests.Render;

/// <summary>A template that would not end, or would fill the memory, is stopped and told of.</summary>
public class TemplateLimits
{
    [Theory]
    [InlineData("{{ while true }}{{ end }}")]
    [InlineData("{{ for i in 1..1000000000 }}{{ end }}")]
    [InlineData("{{ func f; f; end }}{{ f }}")]
    [InlineData("{{ func f(x); if x > 0; f(x-1); f(x-1); end; end }}{{ f 60 }}")]
    [InlineData("{{ x = \"x\" * 1000000000 }}")]
    [InlineData("{{ s = \"xxxxxxxxxx\" }}{{ for i in 1..900000 }}{{ s = s + s }}{{ end }}")]
    [InlineData("{{ s = \"x\" * 10000000 }}{{ for i in 1..900000 }}{{ t = s + \"a\" }}{{ end }}")]
    [InlineData("{{ (1..9000000000000).size }}")]
    [InlineData("{{ (1..2000000000)[5] }}")]
    [InlineData("{{ a = [] }}{{ a[2000000000] = 1 }}")]
    public void It_is_stopped(string template) =>
        Assert.Equal("TR403 templates/layouts/front.html:1", Front(template));

    [Fact]
    public void So_is_one_that_catches_its_own_text_again_and_again() =>
        Assert.Equal("TR403 templates/layouts/front.html:1", Front(
            "{{ for i in 1..1000 }}{{ capture a }}{{ for j in 1..900 }}" + new string('x', 50_000) + "{{ end }}{{ end }}{{ end }}"));

    // The code and the line: columns are Scriban's.
    private static string Front(string template)
    {
        var error = Assert.Single(BuiltGuide.Of(
            ("content/index.md", "# G\n"),
            ("templates/layouts/front.html", template)).Errors);
        return error[..error.LastIndexOf(':')];
    }
}
