using System.Globalization;
using Trappa.Model;

namespace Trappa.Render.Views;

/// <summary>
/// The flow as a list of sections, once for each reader: breadth first from the first question, so that what one meets
/// first stands first. A section's number is its fragment (<c>s4</c>) and what paper refers to; it says nothing of any
/// answer. Each walk goes once over the graph.
/// </summary>
internal sealed class FlowSections
{
    private readonly Flow _flow;
    private readonly List<int> _nodes;
    private readonly Dictionary<int, int> _places;
    private readonly Dictionary<int, (int First, int Last)> _depths = [];

    /// <summary>Orders a flow that has been proved: every answer leads somewhere, and none in a circle.</summary>
    public FlowSections(Flow flow)
    {
        _flow = flow;
        _nodes = [flow.Start];
        var seen = new HashSet<int>(_nodes);
        for (var i = 0; i < _nodes.Count; i++)
        {
            _nodes.AddRange(After(_nodes[i]).Where(seen.Add));
        }
        _places = _nodes.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        Measure();
    }

    /// <summary>Nodes in the order of their sections.</summary>
    public IReadOnlyList<int> Nodes => _nodes;

    /// <summary>The section of a node in a reader's words, from 1.</summary>
    public int Section(int reader, int node) => (reader * _nodes.Count) + _places[node] + 1;

    /// <summary>The fragment of a section.</summary>
    public static string Fragment(int section) => "s" + section.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which question of its way a question is, or null where ways of several lengths lead to it.</summary>
    public int? Depth(int node) => _depths[node] is var (first, last) && first == last ? first : null;

    /// <summary>Questions on the longest way.</summary>
    public int Longest => _nodes.Where(n => _flow.QuestionAt(n) is not null).Max(n => _depths[n].Last);

    /// <summary>The nodes that lead to a node, itself among them.</summary>
    public HashSet<int> LeadingTo(int node)
    {
        var leading = new HashSet<int> { node };
        foreach (var at in Onward().Reverse())
        {
            if (After(at).Any(leading.Contains))
            {
                leading.Add(at);
            }
        }
        return leading;
    }

    private IEnumerable<int> After(int node) => _flow.QuestionAt(node)?.Answers.Select(a => a.To) ?? [];

    // Shortest and longest ways: each node after all that lead to it.
    private void Measure()
    {
        foreach (var node in _nodes)
        {
            _depths[node] = node == _flow.Start ? (1, 1) : (int.MaxValue, 0);
        }
        foreach (var node in Onward())
        {
            var (first, last) = _depths[node];
            foreach (var to in After(node))
            {
                _depths[to] = (Math.Min(_depths[to].First, first + 1), Math.Max(_depths[to].Last, last + 1));
            }
        }
    }

    private IEnumerable<int> Onward() => FlowOrder.Of(_flow)!.Value.Where(_places.ContainsKey);
}
