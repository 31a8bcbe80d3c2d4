namespace Trappa.Pictures;

/// <summary>A table of codes (ISO/IEC 10918-1 annex C), made ready for reading.</summary>
internal sealed class JpegCodes
{
    private const int Longest = 16;

    private readonly int[] _last = new int[Longest + 2];
    private readonly int[] _offset = new int[Longest + 1];
    private readonly byte[] _symbols;

    /// <param name="table">How many codes there are of each length, and the symbols.</param>
    public JpegCodes(ReadOnlySpan<byte> table)
    {
        var (code, at) = (0, 0);
        for (var length = 1; length <= Longest; length++)
        {
            var count = Bytes.Part(table, length - 1, 1)[0];
            _offset[length] = at - code;
            code += count;
            at += count;
            if (code > 1 << length)
            {
                throw new InvalidDataException("More codes than there can be.");
            }
            // First code that is longer, as wide as the longest are.
            _last[length] = code << (Longest - length);
            code <<= 1;
        }
        _last[Longest + 1] = int.MaxValue;
        Length = Longest + at;
        _symbols = Bytes.Part(table, Longest, at).ToArray();
    }

    /// <summary>Bytes that the table takes.</summary>
    public int Length { get; }

    /// <summary>The symbol whose code stands first, and the code's length.</summary>
    /// <param name="bits">The next 16 bits.</param>
    public (byte Symbol, int Length) Read(int bits)
    {
        var length = 1;
        while (bits >= _last[length])
        {
            length++;
        }
        return length <= Longest && (bits >> (Longest - length)) + _offset[length] is var at && at >= 0 && at < _symbols.Length
            ? (_symbols[at], length) : throw new InvalidDataException("No such code.");
    }
}

/// <summary>Reads the bits of a scan (§F.2.2.5).</summary>
internal ref struct JpegBits(ReadOnlySpan<byte> scan)
{
    private readonly ReadOnlySpan<byte> _scan = scan;
    private int _at;
    private uint _bits;
    private int _count;
    private int _padding;

    /// <summary>The symbol of the code that comes next.</summary>
    public byte Symbol(JpegCodes codes)
    {
        Fill();
        var (symbol, length) = codes.Read((int)(_bits >> 16));
        Take(length);
        return symbol;
    }

    /// <summary>The next bits as a number.</summary>
    /// <param name="count">At most 16.</param>
    public int Bits(int count)
    {
        if (count == 0)
        {
            return 0;
        }
        Fill();
        var bits = (int)(_bits >> (32 - count));
        Take(count);
        return bits;
    }

    /// <summary>The next bits as a number that may be below zero (§F.2.2.1, EXTEND).</summary>
    public int Signed(int count)
    {
        var bits = Bits(count);
        return count > 0 && bits < 1 << (count - 1) ? bits - (1 << count) + 1 : bits;
    }

    /// <summary>Goes on behind the next mark to start again from.</summary>
    public void Restart()
    {
        while (_at + 1 < _scan.Length && !(_scan[_at] == 0xFF && _scan[_at + 1] is >= 0xD0 and <= 0xD7))
        {
            _at++;
        }
        _at = Math.Min(_at + 2, _scan.Length);
        (_bits, _count, _padding) = (0, 0, 0);
    }

    // At least 24 bits, zeros after the end.
    private void Fill()
    {
        while (_count <= 24)
        {
            byte next = 0;
            if (_at < _scan.Length && !(_scan[_at] == 0xFF && _at + 1 < _scan.Length && _scan[_at + 1] != 0))
            {
                next = _scan[_at];
                _at += next == 0xFF ? 2 : 1;
            }
            else
            {
                _padding += 8;
            }
            _bits |= (uint)next << (24 - _count);
            _count += 8;
        }
    }

    private void Take(int count)
    {
        _bits <<= count;
        _count -= count;
        if (_count < _padding)
        {
            throw new InvalidDataException("The picture is not all there.");
        }
    }
}
