namespace Trappa.Pictures;

/// <summary>
/// Compresses (RFC 1950, RFC 1951) with codes made for each block. The runtime's own differs between platforms, and with it
/// the bytes of the site.
/// </summary>
internal sealed class Deflate
{
    private const int Window = 32 * 1024, ShortestMatch = 3, LongestMatch = 258, HashBits = 15, EndOfBlock = 256;

    // How many earlier places are tried: more finds little that is longer.
    private const int Tries = 24;

    // Tokens in a block: so many have counts to make codes of, and change little among them.
    private const int BlockTokens = 24 * 1024;

    private const uint AdlerBase = 65521;

    // RFC 1951 §3.2.7.
    private static readonly byte[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly byte[] _data;
    private readonly List<byte> _output = [];
    private readonly int[] _heads = new int[1 << HashBits];
    private readonly int[] _links = new int[Window];
    private ulong _bits;
    private int _bitCount;

    private Deflate(byte[] data) => _data = data;

    /// <summary>The data as a zlib stream.</summary>
    public static byte[] Zlib(byte[] data) => new Deflate(data).Run();

    private byte[] Run()
    {
        _output.AddRange([0x78, 0x9C]);
        Array.Fill(_heads, -1);
        var tokens = new List<(int Length, int Distance)>(BlockTokens);
        var start = 0;
        for (var at = 0; at < _data.Length;)
        {
            var (length, distance) = Longest(at);
            // One byte by itself, where what begins after it is longer.
            if (length is >= ShortestMatch and < LongestMatch && Longest(at + 1).Length > length)
            {
                length = 0;
            }
            tokens.Add(length < ShortestMatch ? (_data[at], 0) : (length, distance));
            for (var end = at + Math.Max(1, length < ShortestMatch ? 1 : length); at < end; at++)
            {
                Remember(at);
            }
            if (tokens.Count == BlockTokens)
            {
                Block(tokens, isLast: at == _data.Length);
                tokens.Clear();
                start = at;
            }
        }
        if (tokens.Count > 0 || start == 0)
        {
            Block(tokens, isLast: true);
        }
        Put(0, (8 - _bitCount) & 7);
        var (low, high) = (1u, 0u);
        foreach (var b in _data)
        {
            low = (low + b) % AdlerBase;
            high = (high + low) % AdlerBase;
        }
        _output.AddRange([(byte)(high >> 8), (byte)high, (byte)(low >> 8), (byte)low]);
        return [.. _output];
    }

    private int Hash(int at) => ((_data[at] << 10) ^ (_data[at + 1] << 5) ^ _data[at + 2]) & ((1 << HashBits) - 1);

    private void Remember(int at)
    {
        if (at + ShortestMatch <= _data.Length)
        {
            ref var head = ref _heads[Hash(at)];
            _links[at & (Window - 1)] = head;
            head = at;
        }
    }

    private (int Length, int Distance) Longest(int at)
    {
        if (at + ShortestMatch > _data.Length)
        {
            return default;
        }
        var best = (Length: 0, Distance: 0);
        var most = Math.Min(LongestMatch, _data.Length - at);
        var here = _data.AsSpan(at, most);
        for (var (from, tries) = (_heads[Hash(at)], 0); from >= 0 && at - from < Window && tries < Tries; from = _links[from & (Window - 1)], tries++)
        {
            var length = here.CommonPrefixLength(_data.AsSpan(from, most));
            if (length > best.Length)
            {
                best = (length, at - from);
                if (length == most)
                {
                    break;
                }
            }
        }
        return best;
    }

    private void Block(List<(int Length, int Distance)> tokens, bool isLast)
    {
        var (literals, distances) = (new long[286], new long[30]);
        literals[EndOfBlock] = 1;
        // A code for distances is there even where none is used.
        distances[0] = 1;
        foreach (var (length, distance) in tokens)
        {
            literals[distance == 0 ? length : LengthCode(length).Code]++;
            if (distance > 0)
            {
                distances[DistanceCode(distance).Code]++;
            }
        }
        var (literalLengths, distanceLengths) = (PrefixCode.Lengths(literals, 15), PrefixCode.Lengths(distances, 15));
        var (literalCodes, distanceCodes) = (PrefixCode.Codes(literalLengths), PrefixCode.Codes(distanceLengths));
        Put(isLast ? 1u : 0u, 1);
        Put(2, 2);
        Lengths(literalLengths, distanceLengths);
        foreach (var (length, distance) in tokens)
        {
            if (distance == 0)
            {
                Code(literalCodes[length], literalLengths[length]);
                continue;
            }
            var (code, extra, low) = LengthCode(length);
            Code(literalCodes[code], literalLengths[code]);
            Put((uint)low, extra);
            (code, extra, low) = DistanceCode(distance);
            Code(distanceCodes[code], distanceLengths[code]);
            Put((uint)low, extra);
        }
        Code(literalCodes[EndOfBlock], literalLengths[EndOfBlock]);
    }

    // The lengths of both codes, with a code of their own; each as it is, and zeros in rows.
    private void Lengths(byte[] literals, byte[] distances)
    {
        var rows = new List<(int Symbol, int Extra, int Low)>();
        byte[] all = [.. literals, .. distances];
        for (var at = 0; at < all.Length;)
        {
            var zeros = all.AsSpan(at).IndexOfAnyExcept((byte)0) is var next && next < 0 ? all.Length - at : next;
            zeros = Math.Min(zeros, 138);
            rows.Add(zeros switch
            {
                >= 11 => (18, 7, zeros - 11),
                >= 3 => (17, 3, zeros - 3),
                _ => (all[at], 0, 0),
            });
            at += Math.Max(1, zeros >= 3 ? zeros : 1);
        }
        var counts = new long[19];
        rows.ForEach(r => counts[r.Symbol]++);
        var lengths = PrefixCode.Lengths(counts, 7);
        var codes = PrefixCode.Codes(lengths);
        Put((uint)(literals.Length - 257), 5);
        Put((uint)(distances.Length - 1), 5);
        Put((uint)(LengthOrder.Length - 4), 4);
        foreach (var symbol in LengthOrder)
        {
            Put(lengths[symbol], 3);
        }
        foreach (var (symbol, extra, low) in rows)
        {
            Code(codes[symbol], lengths[symbol]);
            Put((uint)low, extra);
        }
    }

    private static (int Code, int Extra, int Low) LengthCode(int length) => length == LongestMatch ? (285, 0, 0)
        : ZlibBucket.Of(length - ShortestMatch, 4) is var (code, extra, low) ? (257 + code, extra, low) : default;

    private static (int Code, int Extra, int Low) DistanceCode(int distance) => ZlibBucket.Of(distance - 1, 2);

    // Codes are packed from their highest bit, everything else from its lowest (§3.1.1).
    private void Code(int code, int length)
    {
        var reversed = 0u;
        for (var i = 0; i < length; i++)
        {
            reversed = (reversed << 1) | (((uint)code >> i) & 1);
        }
        Put(reversed, length);
    }

    private void Put(uint value, int count)
    {
        _bits |= (ulong)value << _bitCount;
        _bitCount += count;
        while (_bitCount >= 8)
        {
            _output.Add((byte)_bits);
            _bits >>= 8;
            _bitCount -= 8;
        }
    }
}
