using System.Collections.Immutable;

namespace Trappa.Render.Flows;

/// <summary>
/// Orders the pieces of each row so that few lines cross: each goes to the mean place of those above it, then of those
/// below it, by turns (the barycentre method); of all orders that came by, the one with the fewest crossings stays.
/// </summary>
internal static class FlowCrossings
{
    private const int Rounds = 12;

    /// <summary>Row by row, its pieces from the left.</summary>
    public static int[][] Ordered(ImmutableArray<Piece> pieces, ImmutableArray<(int From, int To)> links)
    {
        var count = pieces.Select(p => p.Row).DefaultIfEmpty(-1).Max() + 1;
        var rows = FirstOrder(pieces, links, count);
        var (above, below) = (links.ToLookup(l => l.To, l => l.From), links.ToLookup(l => l.From, l => l.To));
        var best = rows.Select(r => r.ToArray()).ToArray();
        var fewest = Crossings(rows, below, pieces.Length);
        for (var round = 0; round < Rounds && fewest > 0; round++)
        {
            for (var i = 1; i < count; i++)
            {
                var row = round % 2 == 0 ? i : count - 1 - i;
                Sort(rows, row, round % 2 == 0 ? above : below, round % 2 == 0 ? row - 1 : row + 1, pieces.Length);
            }
            var crossings = Crossings(rows, below, pieces.Length);
            if (crossings < fewest)
            {
                (fewest, best) = (crossings, rows.Select(r => r.ToArray()).ToArray());
            }
        }
        return best;
    }

    // As a walk meets them, depth first and answers in their order: what belongs together begins together.
    private static int[][] FirstOrder(ImmutableArray<Piece> pieces, ImmutableArray<(int From, int To)> links, int count)
    {
        var below = links.ToLookup(l => l.From, l => l.To);
        var (rows, seen, stack) = (Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray(), new HashSet<int>(), new Stack<int>());
        foreach (var root in Enumerable.Range(0, pieces.Length).OrderBy(p => pieces[p].Row))
        {
            stack.Push(root);
            while (stack.TryPop(out var piece))
            {
                if (!seen.Add(piece))
                {
                    continue;
                }
                rows[pieces[piece].Row].Add(piece);
                foreach (var next in below[piece].Reverse())
                {
                    stack.Push(next);
                }
            }
        }
        return [.. rows.Select(r => r.ToArray())];
    }

    private static void Sort(int[][] rows, int row, ILookup<int, int> neighbours, int beside, int pieces)
    {
        var place = Places(rows[beside], pieces);
        var own = Places(rows[row], pieces);
        rows[row] = [.. rows[row].OrderBy(p => neighbours[p].Select(n => (double)place[n]).DefaultIfEmpty(own[p]).Average()).ThenBy(p => own[p])];
    }

    private static int[] Places(int[] row, int pieces)
    {
        var places = new int[pieces];
        for (var i = 0; i < row.Length; i++)
        {
            places[row[i]] = i;
        }
        return places;
    }

    // Between two rows: lines sorted by where they begin cross as often as where they end is out of order.
    private static long Crossings(int[][] rows, ILookup<int, int> below, int pieces)
    {
        long crossings = 0;
        for (var row = 0; row + 1 < rows.Length; row++)
        {
            var place = Places(rows[row + 1], pieces);
            var counts = new int[rows[row + 1].Length + 1];
            var seen = 0;
            foreach (var from in rows[row])
            {
                var ends = below[from].Select(to => place[to]).ToList();
                // A Fenwick tree counts the lines so far that end at or before a place (Barth, Jünger and Mutzel 2002).
                foreach (var end in ends)
                {
                    var before = 0;
                    for (var i = end + 1; i > 0; i -= i & -i)
                    {
                        before += counts[i];
                    }
                    crossings += seen - before;
                }
                foreach (var end in ends)
                {
                    seen++;
                    for (var i = end + 1; i < counts.Length; i += i & -i)
                    {
                        counts[i]++;
                    }
                }
            }
        }
        return crossings;
    }
}
