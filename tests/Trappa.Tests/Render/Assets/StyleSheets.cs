using Trappa.Render.Assets;

namespace Trappa.Tests.Render.Assets;

/// <summary>Each expectation was compared with the original in Chromium's object model: the same rules.</summary>
public class StyleSheets
{
    [Theory]
    [InlineData("/* a */\na {\n\tcolor : red ;\n\tmargin: 0 ;\n}\n", "a{color :red;margin:0}")]
    [InlineData("a , b > c   d {}", "a,b > c d{}")]
    [InlineData("a :hover, a:hover {}", "a :hover,a:hover{}")]
    [InlineData("@media screen and ( min-width: 10em ) { a { x: y } }", "@media screen and (min-width:10em){a{x:y}}")]
    [InlineData("a:not( .b ) [ data-x = \"a  b\" ] {}", "a:not(.b) [data-x = \"a  b\"]{}")]
    [InlineData("a { width: calc( 1px + -2px ); margin: -1px - 2px }", "a{width:calc(1px + -2px);margin:-1px - 2px}")]
    public void Space_that_says_nothing_is_left_out(string css, string expected) => Assert.Equal(expected, StyleSheet.Compact(css));

    [Theory]
    [InlineData("a::after{content:\"/* no */  } ;\"}")]
    [InlineData("a::after{content:'it\\'s  \"x\" \\\n y'}")]
    [InlineData("a{background:url( data:image/svg+xml;utf8,/*x*/  {;} )}")]
    [InlineData("a{background:URL(a\\)/*b  c.png)}")]
    [InlineData(".a\\ {x:y}")]
    [InlineData(".a\\;{x:y}")]
    [InlineData(".\\31  a{x:y}")]
    [InlineData(".\\31 a{x:y}")]
    [InlineData(":root{--empty: ;--also: }")]
    [InlineData("a{x:var(--y, );}/*")]
    [InlineData("a{content:\"no end}")]
    [InlineData("a{content:\"no\nend\"}")]
    [InlineData("a{background:url(no end")]
    public void What_could_mean_something_stays(string css) => Assert.Equal(css, StyleSheet.Compact(css));

    [Theory]
    [InlineData("a/* x */b{}", "a/**/b{}")]
    [InlineData("a /* x */ b{}", "a b{}")]
    [InlineData("a/* x */ /* y */b{}", "a b{}")]
    [InlineData("a{margin:1px/**/2px;/**/}/**/", "a{margin:1px/**/2px}")]
    [InlineData("/**/a{}", "a{}")]
    public void A_comment_parts_two_words_without_being_a_space(string css, string expected) =>
        Assert.Equal(expected, StyleSheet.Compact(css));

    [Theory]
    [InlineData("a{content:\"</style><script>\"}", "a{content:\"<\\/style><script>\"}")]
    [InlineData("a{content:\"</STYLE", "a{content:\"<\\/STYLE")]
    public void No_style_sheet_ends_the_element_it_stands_in(string css, string expected) =>
        Assert.Equal(expected, StyleSheet.Compact(css));

    [Fact]
    public void Twice_is_as_once()
    {
        foreach (var (name, css) in Trappa.Load.BuiltInTemplates.Read().Where(t => t.Key.EndsWith(".css", StringComparison.Ordinal)))
        {
            var once = StyleSheet.Compact(css);
            Assert.True(once.Length < css.Length * 0.9, name);
            Assert.Equal(once, StyleSheet.Compact(once));
        }
    }
}
