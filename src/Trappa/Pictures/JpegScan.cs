namespace Trappa.Pictures;

/// <summary>What a scan tells of a block's frequencies (ISO/IEC 10918-1 annexes F and G).</summary>
/// <param name="From">The first frequency that it tells of, in the order from low to high.</param>
/// <param name="To">The last.</param>
/// <param name="High">Bits that were told before; 0 for the first time.</param>
/// <param name="Low">Bits that are still to come.</param>
/// <param name="IsProgressive">Whether it tells only a part.</param>
internal readonly record struct JpegScan(int From, int To, int High, int Low, bool IsProgressive)
{
    // Lengths of zeros go up to 15, and 16 zeros have a symbol of their own.
    private const int SixteenZeros = 15;

    /// <summary>The place in a block of each frequency, in the order in which they are coded.</summary>
    public static ReadOnlySpan<byte> ZigZag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    /// <summary>Reads a block.</summary>
    /// <param name="bits">The scan.</param>
    /// <param name="component">The colour.</param>
    /// <param name="block">Its frequencies.</param>
    /// <param name="skipped">How many blocks from here on have nothing more to tell.</param>
    public void Block(ref JpegBits bits, JpegComponent component, Span<short> block, ref int skipped)
    {
        var at = From;
        if (at == 0)
        {
            Mean(ref bits, component, block);
            if (IsProgressive && To == 0)
            {
                return;
            }
            at++;
        }
        var codes = component.Rest ?? throw new InvalidDataException("No codes.");
        if (High == 0)
        {
            First(ref bits, codes, block, at, ref skipped);
        }
        else
        {
            Refine(ref bits, codes, block, at, ref skipped);
        }
    }

    private void Mean(ref JpegBits bits, JpegComponent component, Span<short> block)
    {
        if (High > 0)
        {
            block[0] |= (short)(bits.Bits(1) << Low);
            return;
        }
        var length = bits.Symbol(component.First ?? throw new InvalidDataException("No codes."));
        if (length > 15)
        {
            throw new InvalidDataException("No such number.");
        }
        component.Before = (short)(component.Before + bits.Signed(length));
        block[0] = (short)(component.Before << Low);
    }

    private void First(ref JpegBits bits, JpegCodes codes, Span<short> block, int at, ref int skipped)
    {
        if (skipped > 0)
        {
            skipped--;
            return;
        }
        while (at <= To)
        {
            var symbol = bits.Symbol(codes);
            var (zeros, length) = (symbol >> 4, symbol & 15);
            if (length == 0 && zeros < SixteenZeros)
            {
                skipped = IsProgressive ? (1 << zeros) + bits.Bits(zeros) - 1 : 0;
                return;
            }
            at += zeros;
            if (at > To)
            {
                throw new InvalidDataException("More frequencies than a block has.");
            }
            block[ZigZag[at++]] = (short)(bits.Signed(length) << Low);
        }
    }

    // §G.1.2.3: one more bit of those that are not zero, and those that are new.
    private void Refine(ref JpegBits bits, JpegCodes codes, Span<short> block, int at, ref int skipped)
    {
        var bit = (short)(1 << Low);
        while (at <= To && skipped == 0)
        {
            var symbol = bits.Symbol(codes);
            var (zeros, length) = (symbol >> 4, symbol & 15);
            var value = (short)0;
            if (length == 0 && zeros < SixteenZeros)
            {
                skipped = (1 << zeros) + bits.Bits(zeros);
                break;
            }
            if (length > 0)
            {
                value = bits.Bits(1) == 1 ? bit : (short)-bit;
            }
            for (; at <= To; at++)
            {
                ref var known = ref block[ZigZag[at]];
                if (known != 0)
                {
                    Correct(ref bits, ref known, bit);
                }
                else if (zeros-- == 0)
                {
                    known = value;
                    at++;
                    break;
                }
            }
        }
        if (skipped > 0)
        {
            for (; at <= To; at++)
            {
                ref var known = ref block[ZigZag[at]];
                if (known != 0)
                {
                    Correct(ref bits, ref known, bit);
                }
            }
            skipped--;
        }
    }

    private static void Correct(ref JpegBits bits, ref short known, short bit)
    {
        if (bits.Bits(1) == 1 && (known & bit) == 0)
        {
            known += known > 0 ? bit : (short)-bit;
        }
    }
}
