using System.Collections.Immutable;

namespace Trappa.Model;

/// <summary>Orders the nodes of a flow so that each stands before all that it leads to (Kahn 1962).</summary>
public static class FlowOrder
{
    /// <summary>All nodes in such an order, or null where there is none: some questions lead in a circle.</summary>
    public static ImmutableArray<int>? Of(Flow flow)
    {
        var order = Sorted(flow);
        return order.Length == flow.Nodes ? order : null;
    }

    private static ImmutableArray<int> Sorted(Flow flow)
    {
        var before = new int[flow.Nodes];
        foreach (var answer in flow.Questions.SelectMany(q => q.Answers).Where(a => a.To >= 0))
        {
            before[answer.To]++;
        }
        var order = ImmutableArray.CreateBuilder<int>(flow.Nodes);
        order.AddRange(Enumerable.Range(0, flow.Nodes).Where(n => before[n] == 0));
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var answer in flow.QuestionAt(order[i])?.Answers ?? [])
            {
                if (answer.To >= 0 && --before[answer.To] == 0)
                {
                    order.Add(answer.To);
                }
            }
        }
        return order.ToImmutable();
    }
}
