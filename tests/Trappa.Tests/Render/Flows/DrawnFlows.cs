using CsCheck;
using Trappa.Model;
using Trappa.Render.Flows;
using Trappa.Tests.Check.Flows;

namespace Trappa.Tests.Render.Flows;

/// <summary>Where things stand in the drawing of a flow.</summary>
public class DrawnFlows
{
    [Fact]
    public void Nothing_in_a_drawing_covers_anything_else() => MadeFlow.Onward.Sample(flow => IsClear(flow, WordList.Empty), iter: 300);

    [Theory]
    [InlineData("")]
    [InlineData("tests/guides/triage")]
    [InlineData("tests/guides/forty-questions")]
    public void Nor_in_the_drawings_of_whole_guides(string folder)
    {
        var guide = ReadGuide.Of(Repository.PathOf(folder.Split('/')));
        var layout = IsClear(guide.Flow!, guide.Words);

        // Every question, every outcome and every answer is in it.
        Assert.Equal(guide.Flow!.Nodes, layout.Boxes.Length);
        Assert.Equal(FlowLinks.Of(guide.Flow).Length, layout.Labels.Length);
        Assert.Equal(
            guide.Flow.Questions.SelectMany(q => q.Answers).Select(a => Letters(a.Texts[0])).Order(StringComparer.Ordinal),
            FlowLinks.Of(guide.Flow).SelectMany(l => l.Answers).Select(Letters).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_guides_lines_do_not_cross()
    {
        var guide = ReadGuide.Of(Repository.Root);
        var layout = FlowLayout.Of(guide.Flow!, TextBreaker.ForAnyFont(guide.Words), new())!;

        foreach (var (one, other) in layout.Lines.SelectMany(a => layout.Lines.Where(b => b.Bend == a.Bend).Select(b => (a, b))))
        {
            Assert.True((one.Start.X - other.Start.X) * (one.End.X - other.End.X) >= 0);
        }
    }

    [Fact]
    public void A_question_of_one_long_word_is_broken_and_none_is_lost()
    {
        var word = new string('m', 200);
        var lines = TextBreaker.ForAnyFont(WordList.Empty).Break("Är " + word + "?", 100, 15);

        Assert.Equal("Är" + word + "?", string.Concat(lines).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(TextBreaker.ForAnyFont(WordList.Empty).Width(l, 15) <= 100));
    }

    [Fact]
    public void What_nobody_could_read_is_not_drawn() => Assert.Null(FlowLayout.Of(
        MadeFlow.Of([.. Enumerable.Range(0, 9000).Select(q => new (int, string?)[] { (q + 1, "x"), (q + 1, "y") })], [[]]),
        TextBreaker.ForAnyFont(WordList.Empty), new()));

    private static string Letters(string text) => text.Trim();

    private static FlowLayout IsClear(Flow flow, WordList words)
    {
        var sizes = new LayoutSizes();
        var layout = FlowLayout.Of(flow, TextBreaker.ForAnyFont(words), sizes)!;
        var placed = layout.Boxes.Concat(layout.Labels).ToList();
        foreach (var (one, i) in placed.Select((p, i) => (p, i)))
        {
            Assert.InRange(one.Middle - (one.Width / 2), 0, layout.Width);
            Assert.InRange(one.Middle + (one.Width / 2), 0, layout.Width);
            Assert.InRange(one.Top + one.Height, 0, layout.Height);
            Assert.DoesNotContain(placed.Skip(i + 1), other => Touches(one, other));
        }
        foreach (var line in layout.Lines)
        {
            Assert.True(line.Start.Y <= line.Bend && line.Bend < line.End.Y);
            // Past its own row it is upright and clear of what stands there; from there to the next row there is nothing.
            Assert.DoesNotContain(placed, p => p.Top < line.Bend - 0.01 && p.Top + p.Height > line.Start.Y + 0.01
                && Math.Abs(p.Middle - line.Start.X) < p.Width / 2);
            Assert.DoesNotContain(placed, p => p.Top < line.End.Y - 0.01 && p.Top + p.Height > line.Bend + 0.01);
        }
        return layout;
    }

    private static bool Touches(PlacedText one, PlacedText other) =>
        Math.Abs(one.Middle - other.Middle) < ((one.Width + other.Width) / 2) - 0.01
        && one.Top < other.Top + other.Height - 0.01 && other.Top < one.Top + one.Height - 0.01;
}
