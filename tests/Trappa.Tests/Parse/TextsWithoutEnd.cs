using System.Text;

namespace Trappa.Tests.Parse;

/// <summary>Texts that nobody writes, but a slip of a program may: none of them takes the time that grows with its square.</summary>
public class TextsWithoutEnd
{
    [Theory]
    [InlineData("[", 200_000, "TR219")]
    [InlineData("![", 200_000, "TR219")]
    [InlineData("[](", 200_000, "TR219")]
    [InlineData("[a][b]", 100_000, "TR219")]
    [InlineData("[a]: /x\n", 50_000, "TR219")]
    [InlineData("https://a.example/ ", 50_000, "TR219")]
    [InlineData("www.a.example *", 50_000, "TR219")]
    [InlineData("{{", 200_000, null)]
    [InlineData("{{a}}", 50_000, "TR205")]
    [InlineData("## a\n", 50_000, null)]
    [InlineData("## a {#b}\n", 50_000, "TR412")]
    [InlineData("::: a\n\n", 20_000, "TR217")]
    [InlineData("[a](term:b)\n\n", 20_000, "TR203")]
    [InlineData("[a](/b)\n\n", 20_000, "TR410")]
    [InlineData("[a][b]\n\n", 20_000, null)]
    [InlineData("[^a] ", 10_000, null)]
    [InlineData("\n[^a]: b\n", 20_000, null)]
    [InlineData("(", 200_000, null)]
    [InlineData("|", 200_000, null)]
    [InlineData("`", 200_000, null)]
    [InlineData("<b>", 50_000, null)]
    public void They_are_told_or_built(string mark, int times, string? code)
    {
        var row = new StringBuilder().Insert(0, mark, times).ToString();

        var built = BuiltGuide.Of(
            ("content/site.yaml", "title: G\naddress: https://example.org/\n"),
            ("content/index.md", "# G\n\nWords.\n\n" + row + "\n"));

        Assert.Equal(code is null ? [] : [code], built.Errors.Select(e => e[..5]).Distinct());
    }

    [Theory]
    [InlineData("```\n{0}words\n```\n")]
    [InlineData("~~~\n{0}words\n~~~\n\n> more\n")]
    [InlineData("{0}\n")]
    public void Rows_of_marks_that_nest_nothing_are_built(string text)
    {
        var row = new StringBuilder().Insert(0, "- ", 20_000).ToString();

        Assert.Empty(BuiltGuide.Of(("content/index.md", "# G\n\nWords.\n\n" + string.Format(null, text, row))).Errors);
    }

    // Each line that stands in can be read in as many ways as it has spaces, if one looks for the end again and again.
    [Fact]
    public void Fields_under_an_empty_line_that_never_end_are_words()
    {
        var rows = new StringBuilder().Insert(0, "          - a\n", 5_000).ToString();

        Assert.Empty(BuiltGuide.Of(("content/index.md", "\n---\nneeds:\n" + rows + "More.\n")).Errors);
    }

    [Fact]
    public void Too_many_marks_are_told_at_their_paragraph()
    {
        var row = new StringBuilder().Insert(0, "[a] ", 10_001).ToString();

        Assert.Equal(["TR219 content/index.md:5:1"], BuiltGuide.Of(("content/index.md", "# G\n\nWords.\n\nMore\n" + row + "\n")).Errors);
    }
}
