using System.Collections.Immutable;

namespace Trappa.Render.Print;

/// <summary>A question that is about to be laid out.</summary>
internal sealed record PlannedQuestion(
    int Node, int Order, ImmutableArray<TextRun> Number, ImmutableArray<TextRun> Ask, ImmutableArray<PlannedAnswer> Answers);

/// <summary>Answers that lead to the same: to the next question, to an outcome, or to the number of a question elsewhere.</summary>
internal sealed record PlannedAnswer(
    ImmutableArray<int> Answers, int To, ImmutableArray<TextRun> Label, ImmutableArray<TextRun> End, ImmutableArray<TextRun> Number)
{
    /// <summary>Whether an arrow goes straight down.</summary>
    public bool IsNext => End.IsEmpty;
}

/// <summary>Widths that both sides have in common, in millimetres.</summary>
/// <param name="Compartment">Of a question's number.</param>
/// <param name="Label">Of answers' words.</param>
/// <param name="End">Of the words of what they lead to.</param>
internal sealed record FlowWidths(double Compartment, double Label, double End);

/// <summary>Puts questions below each other in one box: numbers, what is asked, answers with their arrows, ends.</summary>
internal sealed class FlowColumn(FlowPaperTexts texts, FlowType type, FlowWidths widths, PaperBox box, bool goesOn)
{
    /// <summary>Between two questions of which none leads to the other.</summary>
    public const double LeastGap = 1.6;

    // From a question to its answer's words, around the words, from them to the tip, and least between two answers, so
    // that two of them are not read as one.
    private const double Stub = 1.4, Around = 0.6, Shaft = 3, Apart = 0.6;

    // Least height of an arrow that goes down, and what it is longer than its words are high.
    private const double Drop = 4, Tip = 1.1;

    // So much do arrows that go down grow where there is room, and the space between answers.
    private const double MostMore = 5, MostApart = 1.2;

    private double Inset => 0.4 * type.Em;

    /// <summary>Height of a question of one line.</summary>
    public static double LeastHeight(FlowType type) => type.Line + (2 * Above(type));

    /// <summary>A side, the height that it needs, and the width that questions have in it.</summary>
    public (PaperSide Side, double Height, double Ask) Lay(ImmutableArray<PlannedQuestion> questions)
    {
        var ask = Math.Floor((AskRight - widths.Compartment - (2 * Inset)) * 10) / 10;
        var gaps = questions.Select((q, i) => i == questions.Length - 1 ? 0 : Gap(q)).ToList();
        var entry = goesOn ? Math.Max(Drop, type.Line + Tip) : 0;
        var height = entry + questions.Sum(q => Height(q, ask, 0)) + gaps.Sum();
        var spaces = questions.Length - 1 + (goesOn ? 1 : 0) + questions.Sum(q => Math.Max(0, q.Answers.Count(a => !a.IsNext) - 1));
        var more = Math.Clamp((box.Height - height) / Math.Max(1, spaces), 0, MostMore);
        var top = goesOn ? entry + more : 0;
        var placed = ImmutableArray.CreateBuilder<PaperQuestion>();
        for (var i = 0; i < questions.Length; i++)
        {
            var gap = gaps[i] + (i == questions.Length - 1 ? 0 : more);
            placed.Add(Placed(questions[i], top, ask, gap, more));
            top += Height(questions[i], ask, more) + gap;
        }
        return (new(goesOn ? Down(texts.Entry, 0, entry + more) : null, placed.ToImmutable(), widths.Compartment), height, ask);
    }

    /// <summary>The widest word of a text, as it is told where it is too wide.</summary>
    public static string Widest(ImmutableArray<TextRun> runs) =>
        string.Concat(runs.Select(r => r.Text)).Split(' ').MaxBy(w => w.Length)!.Replace("\u00AD", "", StringComparison.Ordinal);

    private static double Above(FlowType type) => 0.18 * type.Em;

    // Where a question's outline ends, where words of answers begin, and where tips are.
    private double AskRight => LabelLeft - Around - Stub;

    private double LabelLeft => EndLeft - Shaft - Around - widths.Label;

    private double EndLeft => box.Width - widths.End - (2 * Inset);

    private double Height(PlannedQuestion question, double ask, double more) => Math.Max(
        (texts.Lines(question.Ask, type.Size, ask) * type.Line) + (2 * Above(type)), Rows(question, more));

    private double Rows(PlannedQuestion question, double more) => Middles(question, more) is { IsEmpty: false } middles
        ? middles[^1] + Half(question.Answers.Last(a => !a.IsNext)) : 0;

    // Where the arrows beside a question are, from the top of the first one.
    private ImmutableArray<double> Middles(PlannedQuestion question, double more)
    {
        var apart = Apart + Math.Min(more, MostApart);
        var middles = ImmutableArray.CreateBuilder<double>();
        PlannedAnswer? before = null;
        foreach (var answer in question.Answers.Where(a => !a.IsNext))
        {
            middles.Add(before is null ? Half(answer) : middles[^1] + Math.Max(
                (LabelHeight(before) + LabelHeight(answer)) / 2, (EndHeight(before) + EndHeight(answer)) / 2) + apart);
            before = answer;
        }
        return middles.ToImmutable();
    }

    private double Half(PlannedAnswer answer) => Math.Max(LabelHeight(answer), EndHeight(answer)) / 2;

    private double LabelHeight(PlannedAnswer answer) => texts.Lines(answer.Label, type.Size, widths.Label) * type.Line;

    private double EndHeight(PlannedAnswer answer) => (texts.Lines(answer.End, type.Size, EndWidth(answer)) * type.Line) + (2 * Above(type));

    private double EndWidth(PlannedAnswer answer) => widths.End - (answer.Number.IsEmpty ? 0 : widths.Compartment);

    private double Gap(PlannedQuestion question) => question.Answers.FirstOrDefault(a => a.IsNext) is not { } next ? LeastGap
        : Math.Max(Drop, (texts.Lines(next.Label, type.Size, DownWidth) * type.Line) + Tip);

    private double DownLeft => (widths.Compartment / 2) + 1.2;

    private double DownWidth => Math.Floor((box.Width - DownLeft) * 10) / 10;

    private PaperQuestion Placed(PlannedQuestion question, double top, double ask, double gap, double more)
    {
        var area = new Area(0, top, AskRight, Height(question, ask, more));
        var answers = ImmutableArray.CreateBuilder<PaperAnswer>();
        var first = top + ((area.Height - Rows(question, more)) / 2);
        var middles = Middles(question, more);
        foreach (var answer in question.Answers)
        {
            if (answer.IsNext)
            {
                var (words, line) = Down(answer.Label, area.Bottom, gap);
                answers.Add(new(answer.Answers, answer.To, words, line, null));
                continue;
            }
            answers.Add(Beside(answer, area, first + middles[answers.Count]));
        }
        return new(question.Node, question.Order, area, InCompartment(question.Number, 0, area.Middle),
            Words(question.Ask, widths.Compartment + Inset, area.Middle, ask), answers.ToImmutable());
    }

    private PaperAnswer Beside(PlannedAnswer answer, Area question, double middle)
    {
        var label = Words(answer.Label, LabelLeft, middle, widths.Label);
        // The line goes on where the words end, not where their column does.
        var written = Math.Min(widths.Label, texts.Width(answer.Label, type.Size, texts.Lines(answer.Label, type.Size, widths.Label)));
        var line = new PaperLine(question.Right, middle, EndLeft, middle, (LabelLeft - Around, LabelLeft + written + Around));
        var (width, height) = (EndWidth(answer), EndHeight(answer));
        var compartment = answer.Number.IsEmpty ? 0 : widths.Compartment;
        var outline = new Area(EndLeft, middle - (height / 2), widths.End + (2 * Inset), height);
        return new(answer.Answers, answer.To, label, line, new(outline, Words(answer.End, EndLeft + compartment + Inset, middle, width),
            answer.Number.IsEmpty ? null : InCompartment(answer.Number, EndLeft, middle)));
    }

    // An arrow from one number's compartment to the next one's, its words to the right of it.
    private (PaperWords Words, PaperLine Line) Down(ImmutableArray<TextRun> label, double top, double height)
    {
        var x = widths.Compartment / 2;
        return (Words(label, DownLeft, top + (height / 2), DownWidth), new(x, top, x, top + height, null));
    }

    private PaperWords InCompartment(ImmutableArray<TextRun> number, double left, double middle)
    {
        var width = texts.Width(number, type.Size, 1);
        return Words(number, left + ((widths.Compartment - width) / 2), middle, width);
    }

    private PaperWords Words(ImmutableArray<TextRun> runs, double left, double middle, double width)
    {
        var height = texts.Lines(runs, type.Size, width) * type.Line;
        return new(runs, new(left, middle - (height / 2), width, height));
    }
}
