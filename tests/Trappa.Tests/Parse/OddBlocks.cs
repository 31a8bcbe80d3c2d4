namespace Trappa.Tests.Parse;

/// <summary>Blocks that are neither words nor hold others, and blocks within blocks.</summary>
public class OddBlocks
{
    [Theory]
    [InlineData("# P\n\nTerm\n:   Meaning\n\n")]
    [InlineData("# P\n\nTerm\n:   Meaning\n\nOther\n:   Thing\n\n")]
    [InlineData("# P\n\nTerm\n:   Meaning\n\n    More\n\n## Heading\n")]
    [InlineData("# P\n\n> Term\n> :   Meaning\n>\n>     More\n\n")]
    [InlineData("# P\n\n- Term\n  :   Meaning\n\n      More\n\n")]
    public void Lists_of_definitions_are_shown_and_found(string text)
    {
        var guide = BuiltGuide.Of([("content/index.md", "# G\n"), ("content/p.md", text), .. Enumerable.Range(0, 12).Select(i => ($"content/q{i}.md", $"# Q{i}\n\nWords.\n"))]);
        Assert.Empty(guide.Errors);
        Assert.Contains("<dd>", guide.Main("p/index.html"), StringComparison.Ordinal);
        Assert.Contains("Term Meaning", guide[guide.Files.Single(f => f.StartsWith("assets/search.", StringComparison.Ordinal) && f.EndsWith(".json", StringComparison.Ordinal))], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(126, false)]
    [InlineData(127, true)]
    [InlineData(150, true)]
    [InlineData(3000, true)]
    public void Emphasis_within_emphasis_is_rendered_or_told_of(int depth, bool isTold)
    {
        var guide = BuiltGuide.Of(("content/p.md", "# P\n\n" + string.Concat(Enumerable.Repeat("*a ", depth)) + string.Concat(Enumerable.Repeat("b* ", depth)) + "\n"));
        Assert.Equal(isTold ? ["TR208 content/p.md:3:1"] : [], guide.Errors.Select(e => e.Split(' ') is [var code, var place, ..] ? code + " " + place : e));
    }
}
