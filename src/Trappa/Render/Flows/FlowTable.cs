using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Render.Flows;

/// <summary>A way of the flow, or the shortest of many.</summary>
/// <param name="Turns">Its answers.</param>
/// <param name="Outcome">Where it ends.</param>
/// <param name="Ways">How many ways end there.</param>
public sealed record FlowRow(ImmutableArray<Turn> Turns, Outcome Outcome, BigInteger Ways);

/// <summary>All ways of a flow as rows; where they are too many to read, the shortest to each outcome.</summary>
/// <param name="IsWhole">Whether every way has a row.</param>
/// <param name="Rows">The rows, in the order of the answers or of the outcomes.</param>
/// <param name="Ways">What is counted over all ways.</param>
public sealed record FlowTable(bool IsWhole, ImmutableArray<FlowRow> Rows, FlowWays Ways)
{
    // More than this nobody reads through.
    private const int MostRows = 1000;

    // Answers of a longer way than this are told by their ends.
    private const int MostAnswers = 40;

    /// <summary>The table of a flow that has been proved.</summary>
    public static FlowTable Of(Flow flow)
    {
        var ways = FlowWays.Of(flow) ?? throw new ArgumentException("a flow that goes in a circle has no table", nameof(flow));
        if (ways.Count <= MostRows)
        {
            return new(true, [.. FlowWays.Each(flow).Select(w => new FlowRow(w.Turns, flow.OutcomeAt(w.Outcome)!, ways.CountTo(w.Outcome)))], ways);
        }
        var graph = FlowGraph.Of(flow);
        return new(false, [.. Enumerable.Range(flow.Questions.Length, flow.Outcomes.Length).Where(graph.IsReached)
            .Select(n => new FlowRow(graph.ShortestTo(n), flow.OutcomeAt(n)!, ways.CountTo(n)))], ways);
    }

    /// <summary>How many ways there are, the longest and the mean, as a sentence.</summary>
    public string Measure(Language language) => language.Fill("map_measure",
        ("ways", Large(Ways.Count, language)),
        ("longest", Ways.Longest.ToString(CultureInfo.InvariantCulture)),
        ("mean", Mean(language)));

    /// <summary>The mean number of questions, each way counted once, with two decimals.</summary>
    public string Mean(Language language)
    {
        var (whole, hundredths) = BigInteger.DivRem(Ways.MeanInHundredths, 100);
        return whole.ToString(CultureInfo.InvariantCulture) + language.DecimalMark + ((int)hundredths).ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>A number as digits, or as a power of ten where nobody would count them.</summary>
    public static string Large(BigInteger number, Language language)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return digits.Length <= 18 ? digits
            : "≈ " + digits[..1] + language.DecimalMark + digits[1..3] + " · 10^" + (digits.Length - 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The answers of a row in a reader's words.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="row">The row.</param>
    /// <param name="reader">Number of the reader.</param>
    /// <param name="isFromRight">Whether lines run from right to left, and arrows with them.</param>
    public static string Answers(Flow flow, FlowRow row, int reader, bool isFromRight = false)
    {
        IEnumerable<string> Words(IEnumerable<Turn> turns) => turns.Select(t => flow.At(t).Texts[reader]);
        return string.Join(isFromRight ? " ← " : " → ", row.Turns.Length <= MostAnswers ? Words(row.Turns)
            : [.. Words(row.Turns.Take(MostAnswers / 2)),
                "… (" + (row.Turns.Length - MostAnswers).ToString(CultureInfo.InvariantCulture) + ") …",
                .. Words(row.Turns.TakeLast(MostAnswers / 2))]);
    }
}
