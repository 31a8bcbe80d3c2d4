using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>
/// TR334: questions that lead in a circle, told once for each knot of them (a strongly connected component, Tarjan
/// 1972): the way to its nearest question and the shortest way round. Answers to their own question have their own words.
/// </summary>
internal static class FlowCircle
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        var flow = input.Flow;
        return input.Order is not null ? [] : FewOf.Told([.. Circles(flow, input.Graph)], c => flow.At(c[^1]).ToPlace, circle => new(
            Codes.FlowCircle, flow.At(circle[^1]).ToPlace,
            ("question", flow.Questions[circle[0].Question].Id),
            ("circle", input.Graph.Words([.. input.Graph.ShortestTo(circle[0].Question), .. circle], input.Language))));
    }

    /// <summary>The answers of one circle for each knot of questions, from the question nearest to the start.</summary>
    internal static IEnumerable<ImmutableArray<Turn>> Circles(Flow flow, FlowGraph graph)
    {
        var knots = Knots(flow);
        foreach (var knot in knots.Select((knot, question) => (knot, question)).GroupBy(p => p.knot, p => p.question)
            .Select(g => g.ToList()).Where(g => g.Count > 1))
        {
            // What no way leads to comes last.
            var first = knot.OrderBy(q => graph.Distance(q) < 0).ThenBy(graph.Distance).ThenBy(q => q).First();
            yield return Round(flow, knots, first);
        }
    }

    private static ImmutableArray<Turn> Round(Flow flow, int[] knots, int first)
    {
        var from = new Dictionary<int, Turn>();
        var queue = new Queue<int>([first]);
        while (queue.TryDequeue(out var question))
        {
            for (var a = 0; a < flow.Questions[question].Answers.Length; a++)
            {
                var to = flow.Questions[question].Answers[a].To;
                if (to >= 0 && to < knots.Length && to != question && knots[to] == knots[first] && from.TryAdd(to, new(question, a)))
                {
                    if (to == first)
                    {
                        return Back(from, first);
                    }
                    queue.Enqueue(to);
                }
            }
        }
        throw new InvalidOperationException("a knot is connected");
    }

    private static ImmutableArray<Turn> Back(Dictionary<int, Turn> from, int first)
    {
        var way = new List<Turn> { from[first] };
        while (way[^1].Question != first)
        {
            way.Add(from[way[^1].Question]);
        }
        way.Reverse();
        return [.. way];
    }

    // The number of each question's component. A stack of its own: a row of ten thousand questions is no depth to recur to.
    private static int[] Knots(Flow flow)
    {
        var count = flow.Questions.Length;
        var (index, low, knot) = (new int[count], new int[count], new int[count]);
        Array.Fill(index, -1);
        Array.Fill(knot, -1);
        var (open, calls, next) = (new Stack<int>(), new Stack<int>(), 0);
        var position = new int[count];
        for (var root = 0; root < count; root++)
        {
            if (index[root] < 0)
            {
                calls.Push(root);
            }
            while (calls.TryPeek(out var question))
            {
                if (index[question] < 0)
                {
                    index[question] = low[question] = next++;
                    open.Push(question);
                }
                if (position[question] < flow.Questions[question].Answers.Length)
                {
                    var to = flow.Questions[question].Answers[position[question]].To;
                    if (to >= 0 && to < count && knot[to] < 0)
                    {
                        if (index[to] < 0)
                        {
                            // This answer is looked at again when that question is done.
                            calls.Push(to);
                            continue;
                        }
                        low[question] = Math.Min(low[question], low[to]);
                    }
                    position[question]++;
                    continue;
                }
                calls.Pop();
                if (low[question] == index[question])
                {
                    Close(open, question, knot);
                }
            }
        }
        return knot;
    }

    private static void Close(Stack<int> open, int question, int[] knot)
    {
        int member;
        do
        {
            member = open.Pop();
            knot[member] = question;
        }
        while (member != question);
    }
}
