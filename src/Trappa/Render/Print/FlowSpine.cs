using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>Puts the questions of a flow below each other, so that as many as can be are followed by one that they lead to.</summary>
internal static class FlowSpine
{
    /// <summary>
    /// Orders in which each question stands before all that it leads to: once the first answers' ways come first, once the
    /// last ones'. None where the flow has no way through.
    /// </summary>
    public static ImmutableArray<ImmutableArray<int>> Orders(Flow flow)
    {
        if (flow.Start < 0 || FlowOrder.Of(flow) is null || flow.Questions.Any(q => q.Answers.IsEmpty || q.Answers.Any(a => a.To < 0)))
        {
            return [];
        }
        var (last, first) = (Order(flow, t => t), Order(flow, Enumerable.Reverse));
        return last.SequenceEqual(first) ? [last] : [last, first];
    }

    /// <summary>The nodes that a question leads to, each once, with its answers that lead there, in their order.</summary>
    public static IEnumerable<(int To, ImmutableArray<int> Answers)> Targets(Question question) =>
        question.Answers.Select((a, i) => (a.To, Index: i)).GroupBy(a => a.To, (to, some) => (to, some.Select(a => a.Index).ToImmutableArray()));

    // Depth first, but a question waits for all that lead to it.
    private static ImmutableArray<int> Order(Flow flow, Func<IEnumerable<int>, IEnumerable<int>> turned)
    {
        var waiting = new int[flow.Questions.Length];
        var graph = FlowGraph.Of(flow);
        foreach (var to in flow.Questions.Where((_, node) => graph.IsReached(node)).SelectMany(Targets).Select(t => t.To).Where(t => t < waiting.Length))
        {
            waiting[to]++;
        }
        var order = ImmutableArray.CreateBuilder<int>();
        var ready = new Stack<int>([flow.Start]);
        while (ready.TryPop(out var node))
        {
            order.Add(node);
            foreach (var to in turned(Targets(flow.Questions[node]).Select(t => t.To)).Where(t => t < waiting.Length && --waiting[t] == 0))
            {
                ready.Push(to);
            }
        }
        return order.ToImmutable();
    }
}
