using Trappa.Pictures;

namespace Trappa.Render.Assets;

/// <summary>
/// Compresses lines of equal length, many of them equal, into a zlib stream (RFC 1950) of one deflate block with fixed
/// codes (RFC 1951 §3.2.6). It looks for repetition in two places only, the byte before and the line before, and takes
/// equal lines in one step. The runtime's own zlib differs between platforms, and with it the bytes of the site.
/// </summary>
internal sealed class ZlibLines
{
    private const int ShortestMatch = 3, LongestMatch = 258, EndOfBlock = 256;
    private const uint AdlerBase = 65521;

    private readonly List<byte> _output;
    private byte[]? _above;
    private uint _bits;
    private int _bitCount;
    private ulong _adlerLow = 1, _adlerHigh;

    /// <param name="length">Bytes in a line; at most 32,768, deflate's window.</param>
    public ZlibLines(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 32 * 1024);
        Length = length;
        // Deflate with a window of 32 KiB, fastest.
        _output = [0x78, 0x01];
        // The last block, with fixed codes.
        Put(0b011, 3);
    }

    /// <summary>Bytes in a line.</summary>
    public int Length { get; }

    /// <summary>Adds a line as often as it is repeated.</summary>
    public void Add(byte[] line, int times)
    {
        if (times < 1)
        {
            return;
        }
        First(line);
        _above = line;
        Checksum(line, times);
        Repeat(line, (long)Length * (times - 1));
    }

    /// <summary>Ends the stream.</summary>
    public byte[] ToArray()
    {
        Symbol(EndOfBlock);
        Put(0, (8 - _bitCount) & 7);
        var adler = ((uint)_adlerHigh << 16) | (uint)_adlerLow;
        return [.. _output, (byte)(adler >> 24), (byte)(adler >> 16), (byte)(adler >> 8), (byte)adler];
    }

    private void First(byte[] line)
    {
        for (var at = 0; at < line.Length;)
        {
            var run = at == 0 ? 0 : line.AsSpan(at).CommonPrefixLength(line.AsSpan(at - 1, line.Length - at));
            var same = _above is null ? 0 : line.AsSpan(at).CommonPrefixLength(_above.AsSpan(at));
            var (length, distance) = same > run ? (same, Length) : (run, 1);
            length = Math.Min(length, LongestMatch);
            if (length < ShortestMatch)
            {
                Symbol(line[at++]);
            }
            else
            {
                Match(length, distance);
                at += length;
            }
        }
    }

    private void Repeat(byte[] line, long left)
    {
        for (var at = 0; left > 0;)
        {
            if (left < ShortestMatch)
            {
                Symbol(line[at]);
                at = (at + 1) % Length;
                left--;
                continue;
            }
            var length = (int)Math.Min(left, LongestMatch);
            // Leaves nothing that is too short to be a match.
            length -= left - length is 1 or 2 && length > ShortestMatch + 2 ? ShortestMatch : 0;
            Match(length, Length);
            at = (at + length) % Length;
            left -= length;
        }
    }

    private void Match(int length, int distance)
    {
        if (length == LongestMatch)
        {
            Symbol(285);
        }
        else
        {
            var (code, extra, low) = ZlibBucket.Of(length - ShortestMatch, 4);
            Symbol(257 + code);
            Put((uint)low, extra);
        }
        var (distanceCode, distanceExtra, distanceLow) = ZlibBucket.Of(distance - 1, 2);
        Put(Reversed((uint)distanceCode, 5), 5);
        Put((uint)distanceLow, distanceExtra);
    }

    private void Symbol(int symbol)
    {
        var (code, length) = symbol switch
        {
            < 144 => (0x30 + symbol, 8),
            < 256 => (0x190 + symbol - 144, 9),
            < 280 => (symbol - 256, 7),
            _ => (0xC0 + symbol - 280, 8),
        };
        Put(Reversed((uint)code, length), length);
    }

    // Codes are packed from their highest bit, everything else from its lowest (RFC 1951 §3.1.1).
    private static uint Reversed(uint code, int length)
    {
        uint reversed = 0;
        for (var i = 0; i < length; i++)
        {
            reversed = (reversed << 1) | ((code >> i) & 1);
        }
        return reversed;
    }

    private void Put(uint value, int count)
    {
        _bits |= value << _bitCount;
        _bitCount += count;
        while (_bitCount >= 8)
        {
            _output.Add((byte)_bits);
            _bits >>= 8;
            _bitCount -= 8;
        }
    }

    // Adler-32 (RFC 1950 §9); what a line adds to its sums is reckoned once.
    private void Checksum(byte[] line, int times)
    {
        ulong sum = 0, weighted = 0;
        for (var i = 0; i < line.Length; i++)
        {
            sum += line[i];
            weighted += (ulong)(line.Length - i) * line[i];
        }
        for (var i = 0; i < times; i++)
        {
            _adlerHigh = (_adlerHigh + ((ulong)line.Length * _adlerLow) + weighted) % AdlerBase;
            _adlerLow = (_adlerLow + sum) % AdlerBase;
        }
    }
}
