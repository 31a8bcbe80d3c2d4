using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>A layout that was tried.</summary>
/// <param name="Sides">What each box holds; empty where a word is too wide.</param>
/// <param name="TooHigh">Millimetres by which boxes are too low, together.</param>
/// <param name="TooWide">A word that is too wide, or empty.</param>
/// <param name="References">How many arrows end at a number instead of at the question.</param>
/// <param name="Lines">How many lines its words have, together.</param>
/// <param name="Fullest">How full the fullest box is; 1 is to the brim.</param>
internal sealed record FlowTry(ImmutableArray<PaperSide> Sides, double TooHigh, string TooWide, int References, int Lines, double Fullest)
{
    /// <summary>Whether all of it has room.</summary>
    public bool IsFit => TooWide.Length == 0 && TooHigh <= 0;

    /// <summary>Whether it comes nearer to fitting, is more of a picture, or is less crowded.</summary>
    public bool IsBetterThan(FlowTry other) =>
        (TooWide.Length > 0, TooHigh, References, Lines, Fullest).CompareTo(
            (other.TooWide.Length > 0, other.TooHigh, other.References, other.Lines, other.Fullest)) < 0;
}

/// <summary>Lays the questions of a flow out in a type, in each way that they can be cut and set in columns.</summary>
internal sealed class FlowShelf(Flow flow, FlowPaperTexts texts, FlowType type, ImmutableArray<PaperBox> boxes)
{
    // Labels and ends are tried in columns so narrow that none has more lines than this.
    private const int MostLines = 3;

    /// <summary>Millimetres that are missing whatever is done; none or less where it may fit.</summary>
    public double LeastTooHigh => flow.Questions.Length * FlowColumn.LeastHeight(type)
        + ((flow.Questions.Length - boxes.Length) * FlowColumn.LeastGap) - boxes.Sum(b => b.Height);

    /// <summary>Every way to lay an order of questions out.</summary>
    public IEnumerable<FlowTry> Tries(ImmutableArray<int> order) =>
        from cut in boxes.Length == 1 ? [order.Length] : Enumerable.Range(1, order.Length)
        let plan = Plan(order, cut)
        from columns in Columns(plan)
        select Try(plan, columns);

    // What stands in which box, and what each group of answers leads to as seen from there.
    private ImmutableArray<ImmutableArray<PlannedQuestion>> Plan(ImmutableArray<int> order, int cut)
    {
        var places = order.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        PlannedQuestion Planned(int place, int end) => new(order[place], place + 1, texts.Order(place + 1), texts.Ask(order[place]),
        [
            .. FlowSpine.Targets(flow.Questions[order[place]]).Select(t => Answer(order[place], place, end, t, places)).OrderBy(a => a.IsNext),
        ]);
        return cut == order.Length ? [[.. order.Select((_, i) => Planned(i, cut))]]
            : [[.. order[..cut].Select((_, i) => Planned(i, cut))], [.. order[cut..].Select((_, i) => Planned(cut + i, order.Length))]];
    }

    private PlannedAnswer Answer(int node, int place, int end, (int To, ImmutableArray<int> Answers) target, Dictionary<int, int> places)
    {
        var label = texts.Label(node, target.Answers);
        if (!places.TryGetValue(target.To, out var to))
        {
            return new(target.Answers, target.To, label, texts.Outcome(target.To), []);
        }
        return to == place + 1 && to < end ? new(target.Answers, target.To, label, [], [])
            : new(target.Answers, target.To, label, texts.Reference(target.To, isBehind: to >= end), texts.Order(to + 1));
    }

    private IEnumerable<FlowWidths> Columns(ImmutableArray<ImmutableArray<PlannedQuestion>> plan)
    {
        var questions = plan.SelectMany(q => q).ToList();
        var beside = questions.SelectMany(q => q.Answers).Where(a => !a.IsNext).ToList();
        var compartment = Math.Ceiling((questions.Max(q => texts.Width(q.Number, type.Size, 1)) + (0.7 * type.Em)) * 10) / 10;
        double Labels(int lines) => beside.Select(a => texts.Width(a.Label, type.Size, lines)).DefaultIfEmpty(0).Max();
        double Ends(int lines) => beside.Select(a => texts.Width(a.End, type.Size, lines) + (a.Number.IsEmpty ? 0 : compartment)).DefaultIfEmpty(0).Max();
        return
            from label in Enumerable.Range(1, MostLines).Select(Labels).Distinct()
            from end in Enumerable.Range(1, MostLines).Select(Ends).Distinct()
            select new FlowWidths(compartment, label, end);
    }

    private FlowTry Try(ImmutableArray<ImmutableArray<PlannedQuestion>> plan, FlowWidths columns)
    {
        var asks = plan.SelectMany(q => q).Select(q => q.Ask).ToList();
        var made = plan.Select((questions, i) => new FlowColumn(texts, type, columns, boxes[i], i > 0).Lay(questions)).ToList();
        var widest = asks.MaxBy(a => texts.WidestWord(a, type.Size));
        var references = plan.SelectMany(q => q).SelectMany(q => q.Answers).Count(a => !a.Number.IsEmpty);
        if (made.Any(m => m.Ask < texts.WidestWord(widest, type.Size)))
        {
            return new([], 0, FlowColumn.Widest(widest), references, 0, 0);
        }
        return new([.. made.Select(m => m.Side)], made.Select((m, i) => Math.Max(0, m.Height - boxes[i].Height)).Sum(), "", references,
            (int)Math.Round(made.SelectMany(m => m.Side.AllWords).Sum(w => w.Box.Height) / type.Line), made.Select((m, i) => m.Height / boxes[i].Height).Max());
    }
}
