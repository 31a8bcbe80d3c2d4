using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Trappa.Commands;
using Trappa.Keeping;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;
using Trappa.Render.Print;
using Trappa.Tests.Check.Flows;

namespace Trappa.Tests.Render;

/// <summary>The flow on a card: all of it, nothing over anything else, in every size; and a warning where it has no room.</summary>
public sealed partial class FlowOnCards
{
    private const string OneQuestion = """
        title: Which?
        start: helps
        readers: [{id: me, name: Me}]
        questions:
          - id: helps
            ask: Does that help?
            answers:
              - {text: Yes, to: "step:a"}
              - {text: No, to: "step:b"}
              - {text: Not sure, to: "step:b"}

        """;

    /// <summary>Laying it out takes as long as all else of a build: an edit that changes no word of it waits for none of that.</summary>
    [Fact]
    public void Cards_with_the_flow_are_laid_out_again_only_when_they_change()
    {
        var guide = ReadGuide.Of(Repository.Root);
        var (kept, typesetter) = (new Kept(), new Typesetter(guide.Language, guide.Words));
        ImmutableArray<Card> Cards(Guide now) =>
            [.. PrintedGuide.Of(now, typesetter, false, kept).Cards.Select(set => set.Cards.Single(c => c.Front.Flow is not null))];

        var cards = Cards(guide);
        var (step, asked) = (guide.Steps[2], guide.Flow!.Questions[0]);
        var elsewhere = guide with { Steps = guide.Steps.Replace(step, step with { Difference = null }), Flow = guide.Flow with { Lead = null } };
        Assert.All(Cards(elsewhere).Zip(cards), pair => Assert.Same(pair.Second, pair.First));
        var changed = guide with { Flow = guide.Flow with { Questions = guide.Flow.Questions.Replace(asked, asked with { CardText = "Med?" }) } };
        Assert.All(Cards(changed).Zip(cards), pair => Assert.NotSame(pair.Second, pair.First));
    }

    public static TheoryData<double, double> Boxes => new()
    {
        { 77, 46 }, { 82, 47 }, { 77.6, 45.98 }, { 66, 97 }, { 80.9, 42.8 },
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void The_first_guides_flow_is_on_both_sides_of_a_card_of_each_size(double width, double height)
    {
        var guide = ReadGuide.Of(Repository.Root);
        // A title takes 7.5 mm of the front.
        ImmutableArray<PaperBox> boxes = [new(width, height - 7.5), new(width, height)];
        var drawn = FlowOnPaper.Lay(guide.Flow!, Texts(guide.Flow!, guide), boxes).Drawn;
        Assert.NotNull(drawn);
        Assert.Empty(Wrong(drawn, guide.Flow!, boxes));
        Assert.Equal([3, 3], drawn.Sides.Select(s => s.Questions.Length));
        // Every question but the first is where an arrow ends, and one answer alone has to be looked for on the back.
        Assert.Single(drawn.Sides.SelectMany(s => s.Questions).SelectMany(q => q.Answers), a => a.End?.Number is not null);
    }

    [Fact]
    public void The_first_guides_flow_has_room_in_a_panel_of_the_booklet()
    {
        var guide = ReadGuide.Of(Repository.Root);
        ImmutableArray<PaperBox> panel = [new(66.25, 88)];
        var drawn = FlowOnPaper.Lay(guide.Flow!, Texts(guide.Flow!, guide), panel).Drawn;
        Assert.NotNull(drawn);
        Assert.Empty(Wrong(drawn, guide.Flow!, panel));
    }

    [Fact]
    public void Whatever_flow_is_laid_out_all_of_it_is_there_and_nothing_lies_over_anything_else()
    {
        var guide = ReadGuide.Of(("content/index.md", "# G\n"));
        var (laid, sizes) = (0, Boxes.Select(b => new PaperBox(b.Data.Item1, b.Data.Item2)).ToArray());
        Gen.Select(MadeFlow.Onward, Gen.Int[0, sizes.Length - 1].Select(i => sizes[i]), Gen.Int[1, 2], Gen.String[Gen.Char["aäWi m·-"], 1, 40].Array[3]).Sample((flow, size, sides, words) =>
        {
            var worded = Worded(flow, words);
            ImmutableArray<PaperBox> boxes = [.. Enumerable.Repeat(size, sides)];
            if (FlowOnPaper.Lay(worded, Texts(worded, guide), boxes).Drawn is { } drawn)
            {
                Interlocked.Increment(ref laid);
                Assert.Empty(Wrong(drawn, worded, boxes));
            }
        }, iter: 200);
        Assert.InRange(laid, 20, 200);
    }

    [Fact]
    public void Steps_flow_and_the_last_card_come_in_that_order()
    {
        var page = Guide(OneQuestion)["print/cards/index.html"];
        Assert.Equal(["1 A", "2 B", "Which?", "Guide"], Heading().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Equal(["1 A", "2 B", "Which?", "Guide"], Choice().Matches(page).Select(m => m.Groups[1].Value));
        Assert.DoesNotContain("Which?</h2>", Guide(null)["print/cards/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void By_ear_each_answer_is_followed_by_where_it_leads()
    {
        var page = Guide(OneQuestion)["print/cards/index.html"];
        var list = page[page.IndexOf("<ol class=\"asks\"", StringComparison.Ordinal)..];
        list = list[..list.IndexOf("</ol>", StringComparison.Ordinal)];
        var heard = Regex.Replace(Regex.Replace(list, "<svg[^>]*aria-label=\"([^\"]*)\".*?</svg>", "[$1]"), "<[^>]*>", "");
        Assert.Equal("1 Does that help? Yes [leads to] 1\u00A0A No\u00A0· Not\u00A0sure [leads to] 2\u00A0B", Regex.Replace(heard, "[ \n]+", " ").Trim());
    }

    [Fact]
    public void Settings_that_say_no_questions_leave_the_card_out_and_say_nothing()
    {
        var guide = Guide(OneQuestion, ("content/cards.yaml", "questions: no\n"));
        Assert.DoesNotContain("Which?</h2>", guide["print/cards/index.html"], StringComparison.Ordinal);
        Assert.Empty(guide.Errors);
    }

    [Fact]
    public void Words_for_cards_are_on_the_card_and_nowhere_else()
    {
        var guide = Guide(OneQuestion.Replace("    ask: ", "    card-text: Better now?\n    ask: ", StringComparison.Ordinal));
        Assert.Contains("<b>Better now?</b>", guide["print/cards/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("Better now?", guide["which-step/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Forty_questions_are_left_out_with_a_warning_and_the_other_cards_are_made()
    {
        using var folder = new TemporaryFolder();
        var flow = string.Concat(Enumerable.Range(1, 40).Select(n =>
            $"  - {{id: q{n}, ask: Well?, answers: [{{text: Yes, to: {(n < 40 ? "q" + (n + 1) : "\"step:a\"")}}}, {{text: No, to: \"step:b\"}}]}}\n"));
        foreach (var (path, text) in Files("title: Which?\nstart: q1\nreaders: [{id: me, name: Me}]\nquestions:\n" + flow))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder["guide/" + path])!);
            File.WriteAllText(folder["guide/" + path], text);
        }
        using var said = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["build", folder["guide"], "--out", folder["site"], "--date", "2024-05-01", "--pdf", "skip"],
            new(said, said, Repository.Root, new(2024, 5, 1), IsTerminal: false, Colour: false));
        Assert.True(code == ExitCodes.Fine, said.ToString());
        Assert.Contains("""
            content/flow.yaml:1:1: warning TR367 The questions are at least 142 mm too high for a card (85x54). They are left out of the cards in these sizes: 85x54 (A4), 90x55 (A4), ID-1 (A4), A7 (A4), 3.5x2in (Letter), 85x54 (Letter).
                Write shorter questions with card-text in this file. Or write "questions: no" in content/cards.yaml, so that the card is meant to be missing.
            """.ReplaceLineEndings("\n"), said.ToString(), StringComparison.Ordinal);
        Assert.Equal(["1 A", "2 B", "Guide"], Heading().Matches(File.ReadAllText(folder["site/print/cards/index.html"])).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void A_word_too_wide_is_told_by_itself()
    {
        var word = new string('m', 60);
        var guide = Guide(OneQuestion.Replace("Does that help?", word, StringComparison.Ordinal));
        var warning = Assert.Single(guide.Messages, m => m.Contains("TR368", StringComparison.Ordinal));
        Assert.Equal($"TR368 The word “{word}” is too wide for a card with the questions (85x54). They are left out of the cards in these sizes: "
            + "85x54 (A4), 90x55 (A4), ID-1 (A4), A7 (A4), 3.5x2in (Letter), 85x54 (Letter).", warning);
        Assert.DoesNotContain("Which?</h2>", guide["print/cards/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_one_reads_from_right_to_left_questions_are_to_the_right_and_tips_point_left()
    {
        var guide = ReadGuide.Of(Repository.PathOf("tests", "guides", "rtl"));
        Assert.Equal("rtl", guide.Language.Direction);
        var flow = MadeFlow.Of([[(1, null), (1, null)]], [[]]);
        var drawn = FlowOnPaper.Lay(flow, Texts(flow, guide), [new(77, 46)]).Drawn!;
        var drawing = new FlowPaperDrawing(drawn.Sides[0], drawn.Type, 0, 4, 4, new(85, 54), guide.Language);
        var boxes = Regex.Matches(drawing.Html(), "<rect x=\"([^\"]+)\"[^>]* width=\"([^\"]+)\"").Select(m => (Left: Number(m.Groups[1].Value), Width: Number(m.Groups[2].Value))).ToList();
        Assert.Equal(81, boxes[0].Left + boxes[0].Width, 0.01);
        Assert.Equal(4, boxes[1].Left, 0.01);
        Assert.Matches(@"class=""tip"" d=""M[\d.]+ [\d.]+l1\.6 ", drawing.Html());
        // The number is in the compartment at the right.
        Assert.InRange(Number(Regex.Match(drawing.Css(""), @"\.t0\{left:([\d.]+)mm").Groups[1].Value), 76, 81);
    }

    // What breaks the law: what is missing, outside, or over something else.
    private static List<string> Wrong(FlowOnPaper drawn, Flow flow, ImmutableArray<PaperBox> boxes)
    {
        var faults = new List<string>();
        void Law(bool holds, string what)
        {
            if (!holds)
            {
                faults.Add(what);
            }
        }
        Law(drawn.Type.Size >= 7.5, "small");
        var questions = drawn.Sides.SelectMany(s => s.Questions).ToList();
        Law(questions.Select(q => q.Order).SequenceEqual(Enumerable.Range(1, questions.Count)), "numbers");
        foreach (var question in questions)
        {
            Law(question.Answers.SelectMany(a => a.Answers).Order().SequenceEqual(Enumerable.Range(0, flow.Questions[question.Node].Answers.Length)), $"answers of {question.Node}");
            foreach (var answer in question.Answers)
            {
                Law(answer.Answers.All(a => flow.Questions[question.Node].Answers[a].To == answer.To), $"{question.Node} leads elsewhere");
                var ahead = questions.FirstOrDefault(q => q.Node == answer.To);
                Law(answer.End switch
                {
                    null => ahead?.Order == question.Order + 1 && drawn.Sides.Any(s => s.Questions.Contains(question) && s.Questions.Contains(ahead)),
                    { Number: { } number } => number.Runs[0].Text == ahead?.Order.ToString(CultureInfo.InvariantCulture),
                    var end => flow.OutcomeAt(answer.To) is { } outcome && string.Concat(end.Words.Runs.Select(r => r.Text)).EndsWith(outcome.Name, StringComparison.Ordinal),
                }, $"{question.Node} to {answer.To}");
            }
        }
        foreach (var (side, box) in drawn.Sides.Zip(boxes))
        {
            var outlines = side.Questions.SelectMany(q => q.Answers.Select(a => a.End?.Box).OfType<Area>().Prepend(q.Box)).ToList();
            var lines = side.Questions.SelectMany(q => q.Answers).Select(a => (a.Line, Label: Written(a.Label, a.Line)))
                .Concat(side.Entry is var (words, entry) ? [(entry, Written(words, entry))] : []).ToList();
            Law(side.AllWords.Select(w => w.Box).Concat(outlines).All(a => a.Left > -0.01 && a.Top > -0.01 && a.Right < box.Width + 0.01 && a.Bottom < box.Height + 0.01), "outside");
            Law(!Pairs(outlines).Any(p => Over(p.One, p.Other)), "outlines over each other");
            Law(!Pairs([.. lines.Select(l => l.Label)]).Any(p => Over(p.One, p.Other)), "labels over each other");
            Law(!lines.Any(l => outlines.Exists(o => Over(o, l.Label))), "a label over an outline");
            var inside = side.Questions.SelectMany(q => q.Answers.SelectMany(a => new[] { a.End?.Words, a.End?.Number }).OfType<PaperWords>().Append(q.Words).Append(q.Number));
            List<Area> written = [.. lines.Select(l => l.Label), .. inside.Select(w => w.Box)];
            Law(!lines.SelectMany(l => Strokes(l.Line)).Any(s => written.Exists(w => Over(s, w))), "a line through words");
            Law(side.Questions.All(q => Within(q.Box, q.Words.Box) && Within(q.Box, q.Number.Box) && q.Number.Box.Right < q.Words.Box.Left
                && q.Answers.All(a => a.End is not { } end || (Within(end.Box, end.Words.Box) && (end.Number is null || Within(end.Box, end.Number.Box))))), "words outside of their outline");
        }
        return faults;
    }

    // A label's own words: its line goes on beside them.
    private static Area Written(PaperWords label, PaperLine line) =>
        line.Broken is var (_, to) ? label.Box with { Width = Math.Min(label.Box.Width, to - label.Box.Left - 0.01) } : label.Box;

    private static IEnumerable<Area> Strokes(PaperLine line) => line.Broken is var (from, to)
        ? [new(line.X1, line.Y1 - 0.1, from - line.X1, 0.2), new(to, line.Y1 - 0.1, line.X2 - to, 0.2)]
        : [new(line.X1 - 0.8, line.Y1, 1.6, line.Y2 - line.Y1)];

    private static IEnumerable<(Area One, Area Other)> Pairs(List<Area> areas) => areas.SelectMany((a, i) => areas.Skip(i + 1).Select(b => (a, b)));

    private static bool Over(Area one, Area other) =>
        Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left) > 0.01 && Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top) > 0.01;

    private static bool Within(Area outer, Area inner) =>
        inner.Left > outer.Left && inner.Right < outer.Right && inner.Top > outer.Top && inner.Bottom < outer.Bottom;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Flow Worded(Flow flow, string[] words) => flow with
    {
        Questions = [.. flow.Questions.Select((q, i) => q with { CardText = Word(words[0], i), Answers = [.. q.Answers.Select((a, n) => a with { Texts = [Word(words[1], n)] })] })],
        Outcomes = [.. flow.Outcomes.Select((o, i) => o with { Name = Word(words[2], i) })],
    };

    // The Yes and No of one question differ, and no text begins or ends with a space.
    private static string Word(string word, int number) => $"x{word}{number.ToString(CultureInfo.InvariantCulture)}";

    private static FlowPaperTexts Texts(Flow flow, Guide guide) =>
        new(flow, guide.Language, new Typesetter(guide.Language, guide.Words), new TextMeasure(FontWidths.Read(), LineBreaks.Read()));

    private static BuiltGuide Guide(string? flow, params (string Path, string Text)[] more) => BuiltGuide.Of([.. Files(flow), .. more]);

    private static (string Path, string Text)[] Files(string? flow) =>
    [
        ("content/site.yaml", "title: Guide\nlanguage: en\n"),
        ("content/index.md", "# Guide\n"),
        ("content/steps/01-a.md", "---\nname: A\nlead: Who.\n---\n"),
        ("content/steps/02-b.md", "---\nname: B\nlead: Who.\n---\n"),
        .. flow is null ? [] : new[] { ("content/flow.yaml", flow) },
    ];

    [GeneratedRegex("<h2 class=\"n f\">([^<]*)</h2>")]
    private static partial Regex Heading();

    [GeneratedRegex("<li><label><span>([^<]*)</span> <input type=\"number\" inputmode")]
    private static partial Regex Choice();
}
