using System.Collections.Immutable;
using System.Globalization;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>
/// The flow as a graph with a shortest way to each node. Made in one search, breadth first, so that it holds for
/// flows of any size and shape, wrong ones as well; nothing here recurs.
/// </summary>
public sealed class FlowGraph
{
    // A way longer than this is told by its ends.
    private const int MostWords = 12;

    private readonly int[] _distance;
    private readonly Turn[] _from;

    private FlowGraph(Flow flow)
    {
        Flow = flow;
        (_distance, _from) = Search(flow, flow.Start);
    }

    /// <summary>The flow.</summary>
    public Flow Flow { get; }

    /// <summary>The graph of a flow.</summary>
    public static FlowGraph Of(Flow flow) => new(flow);

    /// <summary>Whether any way leads to a node.</summary>
    public bool IsReached(int node) => _distance[node] >= 0;

    /// <summary>Fewest answers from the start to a node, or -1 where no way leads there.</summary>
    public int Distance(int node) => _distance[node];

    /// <summary>The answers of a shortest way to a node; none where no way leads there.</summary>
    public ImmutableArray<Turn> ShortestTo(int node) => Way(_distance, _from, node);

    /// <summary>
    /// The answers of a shortest way from a node to any of those that are wanted, or null where no way leads there.
    /// </summary>
    public ImmutableArray<Turn>? ShortestFrom(int node, Func<int, bool> wanted)
    {
        var (distance, from) = Search(Flow, node);
        var found = -1;
        for (var n = 0; n < distance.Length; n++)
        {
            if (distance[n] >= 0 && (found < 0 || distance[n] < distance[found]) && wanted(n))
            {
                found = n;
            }
        }
        return found < 0 ? null : Way(distance, from, found);
    }

    /// <summary>A sentence with a shortest way to a question and one of its answers; empty where no way leads there.</summary>
    public string WordsThrough(Turn turn, Language language) =>
        IsReached(turn.Question) ? Sentence([.. ShortestTo(turn.Question), turn], language) : "";

    /// <summary>A sentence with a shortest way to a node; empty at the start and where no way leads.</summary>
    public string WordsTo(int node, Language language) => Sentence(ShortestTo(node), language);

    /// <summary>The answers of a way in the words of the first reader, between quotation marks: ”Ja → Nej”.</summary>
    public string Words(ImmutableArray<Turn> way, Language language) => language.Quoted(string.Join(" → ", way.Length <= MostWords
        ? way.Select(Flow.WordsOf)
        : [.. way.Take(MostWords / 2).Select(Flow.WordsOf),
            "… (" + (way.Length - MostWords).ToString(CultureInfo.InvariantCulture) + ") …",
            .. way.TakeLast(MostWords / 2).Select(Flow.WordsOf)]));

    private string Sentence(ImmutableArray<Turn> way, Language language) =>
        way.IsEmpty ? "" : language.Fill("shortest_way", ("way", Words(way, language)));

    private static (int[] Distance, Turn[] From) Search(Flow flow, int start)
    {
        var distance = new int[flow.Nodes];
        Array.Fill(distance, -1);
        var from = new Turn[flow.Nodes];
        var queue = new Queue<int>();
        if (start >= 0)
        {
            distance[start] = 0;
            queue.Enqueue(start);
        }
        while (queue.TryDequeue(out var node))
        {
            var answers = flow.QuestionAt(node)?.Answers ?? [];
            for (var i = 0; i < answers.Length; i++)
            {
                if (answers[i].To is >= 0 and var to && distance[to] < 0)
                {
                    distance[to] = distance[node] + 1;
                    from[to] = new(node, i);
                    queue.Enqueue(to);
                }
            }
        }
        return (distance, from);
    }

    private static ImmutableArray<Turn> Way(int[] distance, Turn[] from, int node)
    {
        var way = new Turn[Math.Max(0, distance[node])];
        for (var i = way.Length - 1; i >= 0; i--)
        {
            way[i] = from[node];
            node = from[node].Question;
        }
        return [.. way];
    }
}
