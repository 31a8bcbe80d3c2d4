namespace Trappa.Render.Flows;

/// <summary>
/// Places the pieces of each row sideways: as near as may be to the mean of what they are joined to, in the order of
/// the row and never closer than the least distance. Each row by itself is then a regression of places that may only
/// grow, which has one best answer (pool adjacent violators: Ayer et al. 1955).
/// </summary>
internal static class FlowColumns
{
    private const int Rounds = 16;

    /// <summary>The middle of each piece; the leftmost may be anywhere.</summary>
    public static double[] Middles(FlowRows rows, double[] widths, double beside)
    {
        var (above, below) = (rows.Links.ToLookup(l => l.To, l => l.From), rows.Links.ToLookup(l => l.From, l => l.To));
        var middles = new double[rows.Pieces.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            Settle(rows.Row(row), middles, widths, beside, _ => 0, _ => 1);
        }
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                // Down, up, and in the end by both sides.
                var row = round % 2 == 0 ? i : rows.Count - 1 - i;
                var both = round >= Rounds - 4;
                Settle(rows.Row(row), middles, widths, beside,
                    p => (both ? above[p].Concat(below[p]) : round % 2 == 0 ? above[p] : below[p])
                        .Select(n => middles[n]).DefaultIfEmpty(middles[p]).Average(),
                    // Lines that pass are kept straight before boxes are centred.
                    p => rows.Pieces[p].Kind == PieceKind.Bend ? 8 : 1);
            }
        }
        return middles;
    }

    private static void Settle(
        IReadOnlyList<int> row, double[] middles, double[] widths, double beside, Func<int, double> wanted, Func<int, double> weight)
    {
        // Without what the pieces before it take up, each place must be at least that of the one before.
        var offsets = new double[row.Count];
        for (var i = 1; i < row.Count; i++)
        {
            offsets[i] = offsets[i - 1] + ((widths[row[i - 1]] + widths[row[i]]) / 2) + beside;
        }
        var blocks = new List<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < row.Count; i++)
        {
            var w = weight(row[i]);
            blocks.Add(((wanted(row[i]) - offsets[i]) * w, w, 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Weight > blocks[^1].Sum / blocks[^1].Weight)
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Weight + blocks[^1].Weight, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }
        var at = 0;
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Count; i++, at++)
            {
                middles[row[at]] = (block.Sum / block.Weight) + offsets[at];
            }
        }
    }
}
