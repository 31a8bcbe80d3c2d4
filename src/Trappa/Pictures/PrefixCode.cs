namespace Trappa.Pictures;

/// <summary>Codes of whole bits that are as short as they can be for how often each symbol comes (Huffman), and no longer than a limit.</summary>
internal static class PrefixCode
{
    /// <summary>Length of each symbol's code; 0 for those that never come.</summary>
    /// <param name="counts">How often each comes; a symbol of no count is left out.</param>
    /// <param name="longest">The limit.</param>
    public static byte[] Lengths(ReadOnlySpan<long> counts, int longest)
    {
        var lengths = new byte[counts.Length];
        var leaves = new List<Packet>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                leaves.Add(new(counts[i], i, null, null));
            }
        }
        if (leaves.Count < 2)
        {
            leaves.ForEach(l => lengths[l.Symbol] = 1);
            return lengths;
        }
        // Larmore and Hirschberg's package-merge: a coin for each bit that a code may have, and the cheapest are bought.
        leaves.Sort((one, other) => one.Count != other.Count ? one.Count.CompareTo(other.Count) : one.Symbol.CompareTo(other.Symbol));
        var packets = leaves;
        for (var bit = 1; bit < longest; bit++)
        {
            var pairs = packets.Chunk(2).Where(p => p.Length == 2).Select(p => new Packet(p[0].Count + p[1].Count, -1, p[0], p[1]));
            // Stable, so that it is the same everywhere.
            packets = [.. leaves.Concat(pairs).OrderBy(p => p.Count)];
        }
        foreach (var packet in packets.Take((2 * leaves.Count) - 2))
        {
            packet.AddTo(lengths);
        }
        return lengths;
    }

    /// <summary>The codes: shorter ones first, and of equal length in the order of the symbols (RFC 1951 §3.2.2).</summary>
    public static int[] Codes(ReadOnlySpan<byte> lengths)
    {
        var codes = new int[lengths.Length];
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            for (var i = 0; i < lengths.Length; i++)
            {
                if (lengths[i] == length)
                {
                    codes[i] = code++;
                }
            }
            code <<= 1;
        }
        return codes;
    }

    private sealed record Packet(long Count, int Symbol, Packet? One, Packet? Other)
    {
        public void AddTo(byte[] lengths)
        {
            if (One is null || Other is null)
            {
                lengths[Symbol]++;
                return;
            }
            One.AddTo(lengths);
            Other.AddTo(lengths);
        }
    }
}
