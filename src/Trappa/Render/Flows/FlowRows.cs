using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Flows;

/// <summary>What stands in a row of a drawing.</summary>
internal enum PieceKind
{
    /// <summary>A question or an outcome.</summary>
    Box,
    /// <summary>The words of answers.</summary>
    Label,
    /// <summary>A line on its way past.</summary>
    Bend,
}

/// <summary>A piece of a drawing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Node">The node; for the others, where they lead.</param>
/// <param name="Row">Its row, from 0 at the top.</param>
/// <param name="Texts">The answers of a label.</param>
internal sealed record Piece(PieceKind Kind, int Node, int Row, ImmutableArray<string> Texts);

/// <summary>
/// The pieces of a flow's drawing in their rows: boxes in the even ones, answers' words in the odd ones below their
/// question, and bends wherever a line passes a row. All lines to one place share their bends.
/// </summary>
internal sealed class FlowRows
{
    private readonly List<Piece> _pieces = [];
    private readonly List<(int From, int To)> _links = [];
    private readonly Dictionary<(int Node, int Row), int> _bends = [];
    private int[][] _rows = [];

    private FlowRows()
    {
    }

    /// <summary>All pieces.</summary>
    public ImmutableArray<Piece> Pieces { get; private set; } = [];

    /// <summary>From piece to piece, each from a row to a lower one.</summary>
    public ImmutableArray<(int From, int To)> Links { get; private set; } = [];

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>The pieces of a row from the left.</summary>
    public IReadOnlyList<int> Row(int row) => _rows[row];

    /// <summary>The rows of a flow that has been proved, or null where there would be more pieces than wanted.</summary>
    public static FlowRows? Of(Flow flow, int most)
    {
        if (flow.Nodes > most || FlowWays.Of(flow) is not { } ways)
        {
            return null;
        }
        var rows = new FlowRows();
        var boxes = new int[flow.Nodes];
        foreach (var node in Enumerable.Range(0, flow.Nodes).Where(n => ways.LongestTo(n) >= 0))
        {
            boxes[node] = rows.Add(new(PieceKind.Box, node, 2 * ways.LongestTo(node), []));
        }
        foreach (var link in FlowLinks.Of(flow).Where(l => ways.LongestTo(l.From) >= 0))
        {
            rows.Lead(boxes[link.From], link, boxes[link.To]);
            if (rows._pieces.Count > most)
            {
                return null;
            }
        }
        rows.Pieces = [.. rows._pieces];
        rows.Links = [.. rows._links.Distinct()];
        rows._rows = FlowCrossings.Ordered(rows.Pieces, rows.Links);
        return rows;
    }

    private int Add(Piece piece)
    {
        _pieces.Add(piece);
        return _pieces.Count - 1;
    }

    private void Lead(int from, FlowLink link, int to)
    {
        var last = _pieces[to].Row;
        var at = Add(new(PieceKind.Label, link.To, _pieces[from].Row + 1, link.Answers));
        _links.Add((from, at));
        for (var row = _pieces[at].Row + 1; row < last; row++)
        {
            if (!_bends.TryGetValue((link.To, row), out var bend))
            {
                _bends[(link.To, row)] = bend = Add(new(PieceKind.Bend, link.To, row, []));
            }
            _links.Add((at, bend));
            at = bend;
        }
        _links.Add((at, to));
    }
}
