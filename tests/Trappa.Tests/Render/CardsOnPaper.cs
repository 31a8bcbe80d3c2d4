using System.Globalization;
using System.Text.RegularExpressions;

namespace Trappa.Tests.Render;

/// <summary>Cards on their sheets: every front has its own back behind it, cut marks stand in millimetres, nothing is lost.</summary>
public sealed partial class CardsOnPaper
{
    [Theory]
    [InlineData("print/cards/", true, false)]
    [InlineData("print/cards/85x54-a4-2/", false, true)]
    [InlineData("print/cards/90x55-a4/", true, false)]
    [InlineData("print/cards/a7-a4/", true, false)]
    [InlineData("print/cards/3-5x2in-letter/", true, false)]
    public void Behind_each_front_is_its_own_back_when_the_sheet_is_turned(string page, bool mirrorsColumns, bool mirrorsRows)
    {
        var sheets = Sheets(page);
        Assert.Equal(0, sheets.Count % 2);
        var (columns, rows) = page.Contains("a7", StringComparison.Ordinal) ? (2, 2) : (2, 5);
        for (var i = 0; i < sheets.Count; i += 2)
        {
            var fronts = Cards(sheets[i]);
            var backs = Cards(sheets[i + 1]);
            Assert.Equal(fronts.Count, backs.Count);
            foreach (var (place, text) in fronts)
            {
                var behind = (mirrorsColumns ? columns - 1 - place.Column : place.Column, mirrorsRows ? rows - 1 - place.Row : place.Row);
                var name = Number().Match(text) is { Success: true } number ? $"need of {number.Groups[1].Value}" : "";
                Assert.Contains(name, backs[behind], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Printed_on_one_side_each_back_is_beside_its_front()
    {
        foreach (var sheet in Sheets("print/cards/85x54-a4-1/"))
        {
            var cards = Cards(sheet);
            foreach (var (place, text) in cards.Where(c => Number().IsMatch(c.Value)))
            {
                Assert.Contains($"need of {Number().Match(text).Groups[1].Value}", cards[(place.Column + 1, place.Row)], StringComparison.Ordinal);
            }
        }
    }

    // 85 × 54 mm, two beside each other and five above each other on A4: 20 mm to the left, 13.5 mm above.
    [Fact]
    public void Cut_marks_stand_at_the_edges_of_the_cards()
    {
        var cut = Cut().Match(Sheets("print/cards/")[0]).Groups[1].Value;
        Assert.Contains("viewBox=\"0 0 210 297\"", Sheets("print/cards/")[0], StringComparison.Ordinal);
        Assert.Equal([20, 105, 190], Marks(cut, "v").Select(m => m.X).Distinct().Order());
        Assert.Equal([13.5, 67.5, 121.5, 175.5, 229.5, 283.5], Marks(cut, "h").Select(m => m.Y).Distinct().Order());
    }

    [Fact]
    public void A_steps_own_words_for_its_card_are_on_it()
    {
        var site = Guide(("content/steps/01-a.md", "---\nname: Step\nlead: Long words for the page.\nneeds: A long need.\ncard-text: {lead: Short words., needs: [A short need.]}\n---\n"));
        var sheet = Sheet().Match(site["print/cards/index.html"]).Value;
        Assert.Contains("Short words.", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("Long words", sheet, StringComparison.Ordinal);
        Assert.Contains("A short need.", site["print/cards/index.html"], StringComparison.Ordinal);
        Assert.Contains("Long words for the page.", site["steps/a/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(30)]
    public void However_many_steps_there_are_each_has_a_card(int steps)
    {
        var fronts = Sheet().Matches(Guide(Steps(steps))["print/cards/index.html"]).SelectMany(s => Number().Matches(s.Value)).Select(m => m.Groups[1].Value);
        Assert.Equal(Enumerable.Range(1, steps).Select(n => n.ToString(CultureInfo.InvariantCulture)), fronts);
    }

    [Fact]
    public void Where_one_chooses_each_of_the_three_has_a_picture()
    {
        var page = Guide(Steps(8))["print/index.html"];
        foreach (var words in new[] { "A4 with 10 cards, 2 beside each other", "A4 with 8 pages and a cut in the middle", "A4 pages, two beside each other" })
        {
            Assert.Contains($"role=\"img\" aria-label=\"{words}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_guide_without_steps_has_nothing_to_print() =>
        Assert.DoesNotContain(BuiltGuide.Of(("content/index.md", "# G\n")).Files, f => f.StartsWith("print/", StringComparison.Ordinal));

    private static List<string> Sheets(string page) => [.. Sheet().Matches(Guide(Steps(8))[page + "index.html"]).Select(m => m.Value)];

    private static (string, string)[] Steps(int count) => [.. Enumerable.Range(1, count).Select(n =>
        ($"content/steps/{n:D2}-s{n}.md", $"---\nname: Step{n}\nlead: Who {n}.\nneeds: [need of {n}.]\n---\n"))];

    private static BuiltGuide Guide(params (string Path, string Text)[] steps) => BuiltGuide.Of(
    [
        ("content/site.yaml", "title: Guide\nsections:\n  - {name: needs, heading: Needs, role: need, kind: list, card: 1}\n"),
        ("content/index.md", "# Guide\n"),
        .. steps,
    ]);

    private static Dictionary<(int Column, int Row), string> Cards(string sheet) => Card().Matches(sheet).ToDictionary(
        m => (int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture)),
        m => m.Groups[3].Value);

    private static IEnumerable<(double X, double Y)> Marks(string path, string direction) =>
        Regex.Matches(path, @"M([\d.]+) ([\d.]+)" + direction).Select(m => (
            double.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), double.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture)));

    [GeneratedRegex("<section class=\"sheet.*?</section>", RegexOptions.Singleline)]
    private static partial Regex Sheet();

    [GeneratedRegex("<div class=\"card c(\\d+) r(\\d+)\"[^>]*>(.*?)</div>", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex(@"<h2 class=""n f"">(\d+)")]
    private static partial Regex Number();

    [GeneratedRegex("class=\"cut\" d=\"([^\"]*)\"")]
    private static partial Regex Cut();
}
