using System.Text.RegularExpressions;

namespace Trappa.Tests.Render.Flows;

/// <summary>The page with the whole flow, drawn and as a table.</summary>
public partial class MapOfTheFlow
{
    [Fact]
    public void The_drawing_has_a_name_and_its_table_says_the_same()
    {
        var page = Built("triage", "which-step/map/index.html");

        Assert.Contains("<h1>Map: What should we do now?</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Picture, scrolls sideways\"><svg class=\"map\" role=\"img\" aria-label=\"All questions and where", page, StringComparison.Ordinal);
        Assert.Contains("Ways for each reader: 6. Questions on the longest: 3. Questions in the mean: 2.17.", page, StringComparison.Ordinal);
        // The readers' answers differ in one place, so each has a table.
        Assert.Equal(["All ways: Someone else is hurt", "All ways: I am hurt"], Caption().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Equal(14, Row().Count(page));
        Assert.Contains("<tr><td>Yes → No → Yes</td><td>Rest and look again</td><td class=\"end\">3</td></tr>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    // Without its style sheet a box is filled with black, as its words are.
    [Fact]
    public void No_box_hides_its_words_where_the_style_is_not_known()
    {
        var drawing = Drawing().Match(Built("triage", "which-step/map/index.html")).Value;
        Assert.StartsWith("<svg class=\"map\"", drawing, StringComparison.Ordinal);
        Assert.Equal(drawing.Split("<rect").Length, drawing.Split(" fill=\"none\" stroke=\"currentColor\"/>").Length);
        Assert.Contains("<path class=\"line\" fill=\"none\" stroke=\"currentColor\"", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_millions_of_ways_the_shortest_to_each_outcome_are_in_the_table()
    {
        var page = Built("forty-questions", "vilket-steg/karta/index.html");

        Assert.Equal(["Den kortaste vägen till varje utfall"], Caption().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Equal(10, Row().Count(page));
        Assert.Contains("<td>Cykeln går att köra</td><td class=\"end\">8</td><td class=\"end\">5764801</td>", page, StringComparison.Ordinal);
        Assert.Equal(49, Box().Count(page));
    }

    [Fact]
    public void Arrows_run_as_the_lines_do()
    {
        var guide = BuiltGuide.Of(
            ("templates/strings/xx.yaml", "language:\n  name: X\n  direction: rtl\n"),
            ("content/site.yaml", "title: G\nlanguage: xx\naddress: https://example.org/\n"),
            ("content/flow.yaml", File.ReadAllText(Repository.PathOf("tests", "guides", "triage", "content", "flow.yaml"))));
        Assert.Equal([], guide.Errors);
        var page = guide.Main(guide.Files.Single(f => f.EndsWith("map/index.html", StringComparison.Ordinal)));

        Assert.Contains(" ← ", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" → ", page, StringComparison.Ordinal);
        Assert.Contains("transform=\"matrix(-1 0 0 1 31 0)\"", guide[guide.Files.Single(f => f.EndsWith("map/index.html", StringComparison.Ordinal))], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("triage")]
    [InlineData("forty-questions")]
    public void Guides_with_flows_of_other_shapes_build_without_a_word(string guide)
    {
        using var folder = new TemporaryFolder();
        var ran = Terminal.Run("build", Repository.PathOf("tests", "guides", guide), "--out", folder["site"], "--date", "2024-05-01");

        Assert.Equal(0, ran.ExitCode);
        Assert.DoesNotContain("TR", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_wants_its_address_for_itself() =>
        Assert.Equal(["TR301 content/which-step/map.md:1:1"], BuiltGuide.Of(
            ("content/site.yaml", "title: G\naddress: https://example.org/\n"),
            ("content/index.md", "# G\n"),
            ("content/which-step/map.md", "# Map\n"),
            ("content/flow.yaml", File.ReadAllText(Repository.PathOf("tests", "guides", "triage", "content", "flow.yaml")))).Errors);

    private static string Built(string guide, string path)
    {
        var folder = Repository.PathOf("tests", "guides", guide, "content");
        return BuiltGuide.Of([.. Directory.GetFiles(folder).Select(f => ("content/" + Path.GetFileName(f), File.ReadAllText(f)))]).Main(path);
    }

    [GeneratedRegex("<svg class=\"map\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex("<caption>(.*?)</caption>")]
    private static partial Regex Caption();

    [GeneratedRegex("<tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<rect ")]
    private static partial Regex Box();
}
