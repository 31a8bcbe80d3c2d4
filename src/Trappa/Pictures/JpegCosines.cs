namespace Trappa.Pictures;

/// <summary>The cosine transform of 8 × 8 values (ISO/IEC 10918-1 §A.3.3) both ways, in whole numbers.</summary>
internal static class JpegCosines
{
    // cos(kπ/16) in 8192ths.
    private const int C1 = 8035, C2 = 7568, C3 = 6811, C4 = 5793, C5 = 4551, C6 = 3135, C7 = 1598, Bits = 13;

    // Bits that are kept between the two passes.
    private const int Kept = 3;

    /// <summary>From frequencies to values around zero, in place.</summary>
    public static void ToValues(Span<int> block)
    {
        for (var x = 0; x < 8; x++)
        {
            Values(block[x..], 8, Bits + 1 - Kept);
        }
        for (var y = 0; y < 8; y++)
        {
            Values(block[(y * 8)..], 1, Bits + 1 + Kept);
        }
    }

    /// <summary>From values around zero to frequencies, in place.</summary>
    public static void ToFrequencies(Span<int> block)
    {
        for (var y = 0; y < 8; y++)
        {
            Frequencies(block[(y * 8)..], 1, Bits + 1 - Kept);
        }
        for (var x = 0; x < 8; x++)
        {
            Frequencies(block[x..], 8, Bits + 1 + Kept);
        }
    }

    private static void Values(Span<int> f, int step, int shift)
    {
        var (f0, f1, f2, f3, f4, f5, f6, f7) = (f[0], f[step], f[2 * step], f[3 * step], f[4 * step], f[5 * step], f[6 * step], f[7 * step]);
        var (sum, difference) = ((f0 + f4) * C4, (f0 - f4) * C4);
        var (outer, inner) = ((f2 * C2) + (f6 * C6), (f2 * C6) - (f6 * C2));
        ReadOnlySpan<int> even = [sum + outer, difference + inner, difference - inner, sum - outer];
        ReadOnlySpan<int> odd =
        [
            (f1 * C1) + (f3 * C3) + (f5 * C5) + (f7 * C7), (f1 * C3) - (f3 * C7) - (f5 * C1) - (f7 * C5),
            (f1 * C5) - (f3 * C1) + (f5 * C7) + (f7 * C3), (f1 * C7) - (f3 * C5) + (f5 * C3) - (f7 * C1),
        ];
        var half = 1 << (shift - 1);
        for (var i = 0; i < 4; i++)
        {
            f[i * step] = (even[i] + odd[i] + half) >> shift;
            f[(7 - i) * step] = (even[i] - odd[i] + half) >> shift;
        }
    }

    private static void Frequencies(Span<int> v, int step, int shift)
    {
        var (s0, s1, s2, s3) = (v[0] + v[7 * step], v[step] + v[6 * step], v[2 * step] + v[5 * step], v[3 * step] + v[4 * step]);
        var (d0, d1, d2, d3) = (v[0] - v[7 * step], v[step] - v[6 * step], v[2 * step] - v[5 * step], v[3 * step] - v[4 * step]);
        ReadOnlySpan<int> sums =
        [
            (s0 + s1 + s2 + s3) * C4, (d0 * C1) + (d1 * C3) + (d2 * C5) + (d3 * C7),
            ((s0 - s3) * C2) + ((s1 - s2) * C6), (d0 * C3) - (d1 * C7) - (d2 * C1) - (d3 * C5),
            (s0 - s1 - s2 + s3) * C4, (d0 * C5) - (d1 * C1) + (d2 * C7) + (d3 * C3),
            ((s0 - s3) * C6) - ((s1 - s2) * C2), (d0 * C7) - (d1 * C5) + (d2 * C3) - (d3 * C1),
        ];
        var half = 1 << (shift - 1);
        for (var i = 0; i < 8; i++)
        {
            v[i * step] = (sums[i] + half) >> shift;
        }
    }
}
