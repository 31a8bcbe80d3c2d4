using System.Globalization;
using Trappa.Model;

namespace Trappa.Render.Views;

/// <summary>
/// The flow as a list of sections, once for each reader: breadth first from the first question, so that what one meets
/// first stands first. A section's number is its fragment (<c>s4</c>) and what paper refers to; it says nothing of any
/// answer.
/// </summary>
internal sealed class FlowSections
{
    private readonly Flow _flow;
    private readonly List<int> _nodes;
    private readonly Dictionary<int, int> _places;
    private readonly FlowGraph _graph;
    private readonly FlowWays _ways;

    /// <summary>Orders a flow that has been proved: every answer leads somewhere, and none in a circle.</summary>
    public FlowSections(Flow flow)
    {
        _flow = flow;
        _graph = FlowGraph.Of(flow);
        _ways = FlowWays.Of(flow)!;
        _nodes = [flow.Start];
        var seen = new HashSet<int>(_nodes);
        for (var i = 0; i < _nodes.Count; i++)
        {
            _nodes.AddRange(After(_nodes[i]).Where(seen.Add));
        }
        _places = _nodes.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
    }

    /// <summary>Nodes in the order of their sections.</summary>
    public IReadOnlyList<int> Nodes => _nodes;

    /// <summary>The section of a node in a reader's words, from 1.</summary>
    public int Section(int reader, int node) => (reader * _nodes.Count) + _places[node] + 1;

    /// <summary>The fragment of a section.</summary>
    public static string Fragment(int section) => "s" + section.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which question of its way a question is, or null where ways of several lengths lead to it.</summary>
    public int? Depth(int node) => _graph.Distance(node) == _ways.LongestTo(node) ? _graph.Distance(node) + 1 : null;

    /// <summary>Questions on the longest way.</summary>
    public int Longest => _ways.Longest;

    /// <summary>The nodes that lead to a node, itself among them.</summary>
    public HashSet<int> LeadingTo(int node)
    {
        var leading = new HashSet<int> { node };
        foreach (var at in FlowOrder.Of(_flow)!.Value.Where(_places.ContainsKey).Reverse())
        {
            if (After(at).Any(leading.Contains))
            {
                leading.Add(at);
            }
        }
        return leading;
    }

    private IEnumerable<int> After(int node) => _flow.QuestionAt(node)?.Answers.Select(a => a.To) ?? [];
}
