namespace Trappa.Pictures;

/// <summary>Lengths and distances of deflate go by powers of two, each split into four and two (RFC 1951 §3.2.5).</summary>
internal static class ZlibBucket
{
    /// <summary>The code of a number, and what is left of it.</summary>
    public static (int Code, int Extra, int Low) Of(int value, int perPower)
    {
        if (value < perPower * 2)
        {
            return (value, 0, 0);
        }
        var power = int.Log2(value);
        var extra = power - int.Log2(perPower);
        return (((extra + 1) * perPower) + (value >> extra) - perPower, extra, value & ((1 << extra) - 1));
    }
}
