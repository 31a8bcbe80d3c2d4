using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>A rectangle on paper, in millimetres from the upper left corner of the box that a flow is drawn in.</summary>
/// <param name="Left">From the box's left edge.</param>
/// <param name="Top">From its upper edge.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public readonly record struct Area(double Left, double Top, double Width, double Height)
{
    /// <summary>From the box's left edge.</summary>
    public double Right => Left + Width;

    /// <summary>From the box's upper edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>Half way down.</summary>
    public double Middle => Top + (Height / 2);
}

/// <summary>Words in their place.</summary>
/// <param name="Runs">The words, as they are set.</param>
/// <param name="Box">Where they stand: as wide as lines may be, and as high as the lines that they are broken into.</param>
public sealed record PaperWords(ImmutableArray<TextRun> Runs, Area Box);

/// <summary>Answers of a question that lead to the same, and their arrow.</summary>
/// <param name="Answers">Places of the answers in the question.</param>
/// <param name="To">The node that they lead to.</param>
/// <param name="Label">Their words.</param>
/// <param name="Line">From the question to the tip: a level line that is broken where its words stand, or an upright one.</param>
/// <param name="End">What is drawn at its tip; null where the next question is.</param>
public sealed record PaperAnswer(ImmutableArray<int> Answers, int To, PaperWords Label, PaperLine Line, PaperEnd? End);

/// <summary>A line with a tip.</summary>
/// <param name="X1">Where it begins.</param>
/// <param name="Y1">Where it begins.</param>
/// <param name="X2">Its tip.</param>
/// <param name="Y2">Its tip.</param>
/// <param name="Broken">Where a level line stops for its words and goes on; null for one in a piece.</param>
public sealed record PaperLine(double X1, double Y1, double X2, double Y2, (double From, double To)? Broken);

/// <summary>What answers lead to: an outcome, or the number of a question that stands elsewhere.</summary>
/// <param name="Box">Its outline.</param>
/// <param name="Words">Its words.</param>
/// <param name="Number">The number of the question, which has a compartment of its own; null for an outcome.</param>
public sealed record PaperEnd(Area Box, PaperWords Words, PaperWords? Number);

/// <summary>A question.</summary>
/// <param name="Node">Its node in the flow.</param>
/// <param name="Order">Its number on paper, from 1.</param>
/// <param name="Box">Its outline, the number's compartment included.</param>
/// <param name="Number">Its number.</param>
/// <param name="Words">Its words.</param>
/// <param name="Answers">Its answers, those that lead to the same in one.</param>
public sealed record PaperQuestion(int Node, int Order, Area Box, PaperWords Number, PaperWords Words, ImmutableArray<PaperAnswer> Answers);

/// <summary>What one box holds of a flow.</summary>
/// <param name="Entry">Words and arrow that lead in from the box before; null in the first.</param>
/// <param name="Questions">Its questions from top to bottom.</param>
/// <param name="Compartment">Width of the compartments that numbers stand in.</param>
public sealed record PaperSide((PaperWords Words, PaperLine Line)? Entry, ImmutableArray<PaperQuestion> Questions, double Compartment)
{
    /// <summary>All its words, in the order in which they are read.</summary>
    public IEnumerable<PaperWords> AllWords =>
    [
        .. Entry is var (entry, _) ? new[] { entry } : [],
        .. Questions.SelectMany(q => (PaperWords[])[q.Number, q.Words,
            .. q.Answers.SelectMany(a => new[] { a.Label, a.End?.Number, a.End?.Words }).OfType<PaperWords>()]),
    ];
}

/// <summary>
/// A flow laid out on paper without a browser: questions below each other, ends beside them, real arrows to what is next.
/// For boxes of any size, one or two of them: the sides of a card, a panel of a booklet. All measures are millimetres, as
/// read from left to right; the drawing mirrors them where one reads from right to left.
/// </summary>
/// <param name="Type">How all its words are set.</param>
/// <param name="Sides">What each box holds, in order.</param>
public sealed record FlowOnPaper(FlowType Type, ImmutableArray<PaperSide> Sides)
{
    /// <summary>
    /// Lays a flow out in the largest type that fits; where ways may be cut in several places, so that the fewest answers
    /// have to refer to a number.
    /// </summary>
    /// <param name="flow">A flow that has passed the checks.</param>
    /// <param name="texts">Its words, as the first reader has them on paper.</param>
    /// <param name="boxes">The room there is, in millimetres: one box, or two.</param>
    internal static FlowFit Lay(Flow flow, FlowPaperTexts texts, ImmutableArray<PaperBox> boxes)
    {
        if (FlowSpine.Orders(flow) is not { IsEmpty: false } orders)
        {
            return new(null, 0, "");
        }
        FlowFit? nearest = null;
        foreach (var type in FlowType.All)
        {
            var shelf = new FlowShelf(flow, texts, type, boxes);
            if (shelf.LeastTooHigh is > 0 and var over)
            {
                // Nothing of it need be measured: a flow may have thousands of questions.
                nearest = new(null, over, "");
                continue;
            }
            var best = orders.SelectMany(shelf.Tries).Aggregate((one, other) => other.IsBetterThan(one) ? other : one);
            if (best.IsFit)
            {
                return new(new(type, [.. best.Sides!]), 0, "");
            }
            nearest = new(null, best.TooHigh, best.TooWide);
        }
        return nearest!;
    }
}

/// <summary>The room for a flow, in millimetres.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public readonly record struct PaperBox(double Width, double Height);

/// <summary>A flow on paper, or what it is too large by.</summary>
/// <param name="Drawn">The layout, or null where there is none.</param>
/// <param name="TooHigh">Millimetres that are missing, in the smallest type.</param>
/// <param name="TooWide">A word that does not fit beside what must stand beside it; empty where all do.</param>
public sealed record FlowFit(FlowOnPaper? Drawn, double TooHigh, string TooWide);

/// <summary>The type that a flow is set in.</summary>
/// <param name="Size">Points; 7.5 at least.</param>
/// <param name="Leading">Height of a line in points.</param>
public sealed record FlowType(double Size, double Leading)
{
    private const double Points = 25.4 / 72;

    /// <summary>All that are tried, the largest first.</summary>
    public static ImmutableArray<FlowType> All { get; } = [new(10, 12), new(9, 11), new(8, 9.5), new(7.5, 9)];

    /// <summary>The size in millimetres.</summary>
    public double Em => Size * Points;

    /// <summary>Height of a line in millimetres.</summary>
    public double Line => Leading * Points;
}
