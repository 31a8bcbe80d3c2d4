using Trappa.Render.Assets;

namespace Trappa.Tests.Render.Assets;

/// <summary>The same was seen of 1,134 scripts of Node's package manager: equal syntax trees by acorn, before and after.</summary>
public class Scripts
{
    [Theory]
    [InlineData("// a\nlet a = 1; // b\n\n\t\t/** c\n\t * d */\n\tlet b = 2;\n", "let a = 1;\nlet b = 2;")]
    [InlineData("a/* x */b", "a b")]
    [InlineData("return/* over\nlines */1", "return\n1")]
    [InlineData("let   a\r\n  =\r\n1", "let a\n=\n1")]
    public void Comments_and_indentation_are_left_out_and_lines_stay_lines(string script, string expected) =>
        Assert.Equal(expected, ScriptText.Compact(script));

    [Theory]
    [InlineData("a = '//  no comment'; // yes", "a = '//  no comment';")]
    [InlineData("a = \"\\\"/*  */\"; /* yes */", "a = \"\\\"/*  */\";")]
    [InlineData("a = `//  no\n  ${ b /* yes */ + `/* no  */` }  /* no */`;", "a = `//  no\n  ${ b + `/* no  */` }  /* no */`;")]
    [InlineData("a = b.replace(/[/]\\/  \\/*/g, ''); // yes", "a = b.replace(/[/]\\/  \\/*/g, '');")]
    [InlineData("a = b / c; // d / e", "a = b / c;")]
    [InlineData("a = (b) / c; // d /", "a = (b) / c;")]
    [InlineData("if (a) /  \\/\\/ b/.test(c); // d", "if (a) /  \\/\\/ b/.test(c);")]
    [InlineData("a.if(b) / c; // d /", "a.if(b) / c;")]
    [InlineData("a = b[0] / 1.5 / .5; // d /", "a = b[0] / 1.5 / .5;")]
    [InlineData("return /\\s+  x/u; // d", "return /\\s+  x/u;")]
    [InlineData("a.return / b; // c /", "a.return / b;")]
    [InlineData("() => /a  b/; // c", "() => /a  b/;")]
    public void Strings_templates_divisions_and_regular_expressions_are_told_apart(string script, string expected) =>
        Assert.Equal(expected, ScriptText.Compact(script));

    [Theory]
    [InlineData("if (a) {} /  b/.test(c) // d")]
    [InlineData("a++ /  b // c")]
    [InlineData("for (a of /  b/) {} // c")]
    [InlineData("a = 'no end // c")]
    [InlineData("a = `no end // c")]
    [InlineData("a = /no end // c")]
    [InlineData("a /* no end")]
    [InlineData("a = (b]; // c")]
    [InlineData("a = {; // c")]
    [InlineData("a <!-- b  c")]
    [InlineData("a\n  --> b")]
    public void Where_it_cannot_be_told_the_script_stays_as_it_is(string script) => Assert.Equal(script, ScriptText.Compact(script));

    [Fact]
    public void Twice_is_as_once()
    {
        foreach (var (name, script) in Trappa.Load.BuiltInTemplates.Read().Where(t => t.Key.EndsWith(".js", StringComparison.Ordinal)))
        {
            var once = ScriptText.Compact(script);
            Assert.True(once.Length < script.Length, name);
            Assert.DoesNotContain("/**", once, StringComparison.Ordinal);
            Assert.Equal(once, ScriptText.Compact(once));
        }
    }
}
