using System.Collections.Immutable;
using System.Numerics;

namespace Trappa.Model;

/// <summary>
/// All ways of a flow from its start to an outcome, counted and measured without walking them: shared sub-ways make
/// them exponentially many. A way is a row of answers.
/// </summary>
public sealed class FlowWays
{
    private readonly BigInteger[] _to;
    private readonly int[] _longest;
    private readonly Turn[] _longestFrom;

    private FlowWays(Flow flow, ImmutableArray<int> order)
    {
        _to = new BigInteger[flow.Nodes];
        _longest = new int[flow.Nodes];
        _longestFrom = new Turn[flow.Nodes];
        Array.Fill(_longest, -1);
        var answers = new BigInteger[flow.Nodes];
        if (flow.Start >= 0)
        {
            (_to[flow.Start], _longest[flow.Start]) = (1, 0);
        }
        foreach (var node in order.Where(n => n < flow.Questions.Length && _longest[n] >= 0))
        {
            for (var i = 0; i < flow.Questions[node].Answers.Length; i++)
            {
                var to = flow.Questions[node].Answers[i].To;
                if (to < 0)
                {
                    continue;
                }
                _to[to] += _to[node];
                answers[to] += answers[node] + _to[node];
                if (_longest[node] + 1 > _longest[to])
                {
                    (_longest[to], _longestFrom[to]) = (_longest[node] + 1, new(node, i));
                }
            }
        }
        var outcomes = Enumerable.Range(flow.Questions.Length, flow.Outcomes.Length).ToList();
        Count = Sum(outcomes.Select(o => _to[o]));
        Answers = Sum(outcomes.Select(o => answers[o]));
        Longest = outcomes.Select(o => _longest[o]).Append(0).Max();
    }

    /// <summary>How many ways there are.</summary>
    public BigInteger Count { get; }

    /// <summary>Answers of all ways together; by <see cref="Count"/> it is the mean length.</summary>
    public BigInteger Answers { get; }

    /// <summary>Questions on the longest way to an outcome.</summary>
    public int Longest { get; }

    /// <summary>The ways of a flow, or null where its questions lead in a circle.</summary>
    public static FlowWays? Of(Flow flow) => FlowOrder.Of(flow) is { } order ? new(flow, order) : null;

    /// <summary>How many ways lead to a node.</summary>
    public BigInteger CountTo(int node) => _to[node];

    /// <summary>Most answers from the start to a node, or -1 where no way leads there.</summary>
    public int LongestTo(int node) => _longest[node];

    /// <summary>The answers of a longest way to a node.</summary>
    public ImmutableArray<Turn> LongestWayTo(int node)
    {
        var way = new Turn[Math.Max(0, _longest[node])];
        for (var i = way.Length - 1; i >= 0; i--)
        {
            way[i] = _longestFrom[node];
            node = way[i].Question;
        }
        return [.. way];
    }

    /// <summary>The mean number of questions, each way counted once, in hundredths and rounded half up; 0 where there is no way.</summary>
    public BigInteger MeanInHundredths => Count.IsZero ? 0 : ((200 * Answers) + Count) / (2 * Count);

    /// <summary>Ways one by one, in the order of the answers in the file; there may be more than can be counted out.</summary>
    public static IEnumerable<(ImmutableArray<Turn> Turns, int Outcome)> Each(Flow flow)
    {
        var way = new List<Turn>();
        var next = flow.Start < 0 ? null : new Turn?(new(flow.Start, 0));
        while (next is { } turn)
        {
            if (turn.Answer >= flow.Questions[turn.Question].Answers.Length)
            {
                // Back to the question before, and on to its next answer.
                next = way.Count == 0 ? null : way[^1] with { Answer = way[^1].Answer + 1 };
                if (way.Count > 0)
                {
                    way.RemoveAt(way.Count - 1);
                }
                continue;
            }
            var to = flow.At(turn).To;
            if (to >= 0 && to < flow.Questions.Length)
            {
                way.Add(turn);
                next = new(to, 0);
                continue;
            }
            if (to >= 0)
            {
                yield return ([.. way, turn], to);
            }
            next = turn with { Answer = turn.Answer + 1 };
        }
    }

    private static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, BigInteger.Add);
}
