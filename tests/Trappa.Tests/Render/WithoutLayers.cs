using System.Text.RegularExpressions;

namespace Trappa.Tests.Render;

/// <summary>
/// In a browser from before cascade layers (Chromium 99, Firefox 97, Safari 15.4) the site is plain pages: what stands in
/// layers is passed over, what stands outside them is read. Each was seen in Chromium 79 and 92.
/// </summary>
public sealed partial class WithoutLayers
{
    private static readonly BuiltGuide Site = BuiltGuide.Of(
        ("content/site.yaml", "title: Guide\nlanguage: en\naddress: https://example.org/\n"),
        ("content/index.md", "# Guide\n"),
        ("content/terms/word.md", "---\nname: Word\nshort: What it is.\n---\n"),
        ("content/steps/01-a.md", "---\nname: Step\nlead: Who.\n---\nA [word](term:word).\n"),
        ("content/steps/02-b.md", "---\nname: Other\nlead: Who else.\n---\n"));

    // Selectors with :is() and the short forms of logical margins and insets came after 2019; so did none of the long ones.
    [Theory]
    [InlineData("print/cards/")]
    [InlineData("print/booklet/")]
    public void Sheets_are_written_for_a_browser_of_2019(string page)
    {
        var rules = Rule().Matches(Outside().Replace(Style().Match(Site[page + "index.html"]).Groups[1].Value, ""))
            .Where(r => r.Groups[1].Value.Contains(".sheet", StringComparison.Ordinal) || r.Groups[1].Value.Contains(".card", StringComparison.Ordinal)
                || r.Groups[1].Value.Contains(".panel", StringComparison.Ordinal)).Select(r => r.Value).ToList();
        Assert.True(rules.Count > 30);
        Assert.Contains(".sheet,.sheet *{box-sizing:border-box}", rules);
        Assert.DoesNotContain(rules, r => Newer().IsMatch(r));
        // Left and right by the way one reads stand after a side that is known to all.
        Assert.All(rules.Where(r => r.Contains("inset", StringComparison.Ordinal)), r => Assert.Matches("[{;](left|right):[^}]*;inset-inline:", r));
    }

    [Fact]
    public void A_button_that_needs_popovers_is_shown_where_there_are_popovers()
    {
        var page = Site["steps/a/index.html"];
        var outside = Outside().Replace(Style().Match(page).Groups[1].Value, "");
        Assert.Contains(".ask,.term > .button{display:none}", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("display:inline", outside, StringComparison.Ordinal);
        Assert.Contains("@media screen{@supports selector(:popover-open){.ask{display:inline-block}.term > .button{display:inline-flex}}}", page, StringComparison.Ordinal);
    }

    // What is filled with black where nothing says otherwise hides the words on it.
    [Fact]
    public void Drawings_say_themselves_that_their_boxes_are_empty()
    {
        Assert.All(Picture().Matches(Site["print/index.html"]), p => Assert.Contains(" fill=\"none\" stroke=\"currentColor\"", p.Value, StringComparison.Ordinal));
        Assert.Equal(8, Picture().Count(Site["print/index.html"]));
        Assert.Contains("<svg class=\"stairs\" fill=\"currentColor\"", Site["steps/a/index.html"], StringComparison.Ordinal);
    }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    // Layers, and what is asked for by name: each is a block with blocks in it.
    [GeneratedRegex(@"@(layer|supports)[^{;]*(;|\{((?<open>\{)|(?<-open>\})|[^{}])*(?(open)(?!))\})")]
    private static partial Regex Outside();

    [GeneratedRegex(@"(?<=^|[{}])([^{}@]+)\{[^{}]*\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@":is\(|:where\(|[{;](inset|inset-block|margin-block|margin-inline|padding-block|padding-inline):|:not\([^)]*[ ,]|[{;]inset-(block|inline)-")]
    private static partial Regex Newer();

    [GeneratedRegex("<svg class=\"paper\"[^>]*>")]
    private static partial Regex Picture();
}
