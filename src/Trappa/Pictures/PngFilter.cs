namespace Trappa.Pictures;

/// <summary>How PNG writes a line as what it differs by from its neighbours (ISO/IEC 15948 §9).</summary>
internal static class PngFilter
{
    /// <summary>How many there are.</summary>
    public const int Count = 5;

    /// <summary>Makes a line of its differences, in place.</summary>
    /// <param name="filter">Which one.</param>
    /// <param name="line">The differences.</param>
    /// <param name="above">The line above.</param>
    /// <param name="apart">Bytes from a pixel to the next.</param>
    public static void Undo(int filter, Span<byte> line, ReadOnlySpan<byte> above, int apart)
    {
        for (var i = 0; filter > 0 && i < line.Length; i++)
        {
            line[i] += Guess(filter, i < apart ? (byte)0 : line[i - apart], above[i], i < apart ? (byte)0 : above[i - apart]);
        }
    }

    /// <summary>The differences of a line.</summary>
    public static void Do(int filter, ReadOnlySpan<byte> line, ReadOnlySpan<byte> above, int apart, Span<byte> to)
    {
        for (var i = 0; i < line.Length; i++)
        {
            to[i] = (byte)(line[i] - Guess(filter, i < apart ? (byte)0 : line[i - apart], above[i], i < apart ? (byte)0 : above[i - apart]));
        }
    }

    private static byte Guess(int filter, byte left, byte up, byte corner) => filter switch
    {
        1 => left,
        2 => up,
        3 => (byte)((left + up) / 2),
        4 => Paeth(left, up, corner),
        _ => 0,
    };

    private static byte Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
    }
}
