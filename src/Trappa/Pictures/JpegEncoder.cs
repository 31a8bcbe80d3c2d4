using System.Buffers.Binary;

namespace Trappa.Pictures;

/// <summary>
/// Encodes baseline JPEG (ISO/IEC 10918-1) in whole numbers, so that it comes out the same on every machine: colours at
/// half the width and height, and codes that are made for each picture.
/// </summary>
internal sealed class JpegEncoder
{
    // Of libjpeg's scale, on which most programs' numbers are: little can be seen to be lost, at a third of a camera's bytes.
    private const int Quality = 80;

    // So many symbols can be counted; the last keeps the code of ones alone free, which may not be used (§C).
    private const int Symbols = 256, Reserved = 256;

    private readonly Pixels _picture;
    private readonly int[][] _tables;
    private readonly long[][] _counts = [new long[Symbols + 1], new long[Symbols + 1], new long[Symbols + 1], new long[Symbols + 1]];
    private readonly byte[][] _lengths = new byte[4][];
    private readonly int[][] _codes = new int[4][];
    private readonly List<byte> _output = [];
    private ulong _bits;
    private int _bitCount;

    private JpegEncoder(Pixels picture)
    {
        _picture = picture;
        _tables = [Scaled(Brightness), Scaled(Colour)];
    }

    // §K.1, in the order of the block.
    private static ReadOnlySpan<byte> Brightness =>
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];

    private static ReadOnlySpan<byte> Colour =>
    [
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    ];

    /// <summary>The file.</summary>
    /// <param name="picture">One channel or three.</param>
    public static byte[] Encode(Pixels picture) => new JpegEncoder(picture).Encode();

    private byte[] Encode()
    {
        var isGrey = _picture.Channels == 1;
        var planes = JpegPlane.Of(_picture);
        var blocks = new List<(int Component, short[] Block)>();
        var (across, down) = ((_picture.Width + planes[0].Unit - 1) / planes[0].Unit, (_picture.Height + planes[0].Unit - 1) / planes[0].Unit);
        for (var unit = 0; unit < across * down; unit++)
        {
            for (var c = 0; c < planes.Length; c++)
            {
                for (var i = 0; i < planes[c].Blocks * planes[c].Blocks; i++)
                {
                    blocks.Add((c, Frequencies(planes[c], ((unit % across) * planes[c].Blocks) + (i % planes[c].Blocks),
                        ((unit / across) * planes[c].Blocks) + (i / planes[c].Blocks), _tables[Math.Min(c, 1)])));
                }
            }
        }
        // First to count, then to write.
        Run(blocks, (table, symbol, _, _) => _counts[table][symbol]++);
        for (var i = 0; i < 4; i++)
        {
            _counts[i][Reserved] = 1;
            _lengths[i] = PrefixCode.Lengths(Tripled(_counts[i]), 16);
            _codes[i] = PrefixCode.Codes(_lengths[i]);
        }
        Headers(isGrey ? 1 : 3);
        Run(blocks, (table, symbol, value, length) =>
        {
            Put(_codes[table][symbol], _lengths[table][symbol]);
            Put(value, length);
        });
        // Ones up to a whole byte (§F.1.2.3).
        var left = (8 - (_bitCount & 7)) & 7;
        Put((1 << left) - 1, left);
        _output.AddRange([0xFF, 0xD9]);
        return [.. _output];
    }

    // What really comes counts for more than what only keeps a code free.
    private static long[] Tripled(long[] counts) => [.. counts.Select((c, i) => i == Reserved ? 1 : c * 3)];

    private static short[] Frequencies(JpegPlane plane, int x, int y, int[] table)
    {
        Span<int> block = stackalloc int[64];
        for (var i = 0; i < 64; i++)
        {
            block[i] = plane[(x * 8) + (i % 8), (y * 8) + (i / 8)] - 128;
        }
        JpegCosines.ToFrequencies(block);
        var coded = new short[64];
        for (var i = 0; i < 64; i++)
        {
            var at = JpegScan.ZigZag[i];
            var (value, by) = (block[at], table[at]);
            coded[i] = (short)(value < 0 ? -((-value + (by / 2)) / by) : (value + (by / 2)) / by);
        }
        return coded;
    }

    // §F.1.2: the mean as what it differs by from the block before, the rest as zeros and what comes after them.
    private static void Run(List<(int Component, short[] Block)> blocks, Action<int, int, int, int> code)
    {
        Span<int> before = [0, 0, 0];
        foreach (var (component, block) in blocks)
        {
            var kind = Math.Min(component, 1);
            var difference = block[0] - before[component];
            before[component] = block[0];
            code(kind, Length(difference), Value(difference), Length(difference));
            var zeros = 0;
            for (var i = 1; i < 64; i++)
            {
                if (block[i] == 0)
                {
                    zeros++;
                    continue;
                }
                for (; zeros > 15; zeros -= 16)
                {
                    code(2 + kind, 0xF0, 0, 0);
                }
                code(2 + kind, (zeros << 4) | Length(block[i]), Value(block[i]), Length(block[i]));
                zeros = 0;
            }
            if (zeros > 0)
            {
                code(2 + kind, 0, 0, 0);
            }
        }
    }

    private static int Length(int value) => value == 0 ? 0 : int.Log2(Math.Abs(value)) + 1;

    private static int Value(int value) => value < 0 ? value + (1 << Length(value)) - 1 : value;

    private void Put(int value, int count)
    {
        _bits = (_bits << count) | (uint)value;
        _bitCount += count;
        while (_bitCount >= 8)
        {
            _bitCount -= 8;
            var next = (byte)(_bits >> _bitCount);
            _output.Add(next);
            if (next == 0xFF)
            {
                _output.Add(0);
            }
        }
    }

    private void Headers(int components)
    {
        _output.AddRange([0xFF, 0xD8]);
        for (var i = 0; i < (components == 1 ? 1 : 2); i++)
        {
            var table = _tables[i];
            var coded = new byte[65];
            coded[0] = (byte)i;
            for (var k = 0; k < 64; k++)
            {
                coded[1 + k] = (byte)table[JpegScan.ZigZag[k]];
            }
            Segment(0xDB, coded);
        }
        var halved = components == 1 ? (byte)0x11 : (byte)0x22;
        Segment(0xC0, [8, (byte)(_picture.Height >> 8), (byte)_picture.Height, (byte)(_picture.Width >> 8), (byte)_picture.Width, (byte)components,
            1, halved, 0, .. components == 1 ? Array.Empty<byte>() : [2, 0x11, 1, 3, 0x11, 1]]);
        for (var i = 0; i < 4; i++)
        {
            if (components == 3 || i is 0 or 2)
            {
                Segment(0xC4, [(byte)((i & 1) | (i < 2 ? 0 : 0x10)), .. Enumerable.Range(1, 16).Select(l => (byte)_lengths[i][..Symbols].Count(n => n == l)),
                    .. Enumerable.Range(0, Symbols).Where(s => _lengths[i][s] > 0).OrderBy(s => _lengths[i][s]).Select(s => (byte)s)]);
            }
        }
        Segment(0xDA, [(byte)components, 1, 0, .. components == 1 ? Array.Empty<byte>() : [2, 0x11, 3, 0x11], 0, 63, 0]);
    }

    private void Segment(byte marker, ReadOnlySpan<byte> data)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(data.Length + 2));
        _output.AddRange(head);
        _output.AddRange(data);
    }

    private static int[] Scaled(ReadOnlySpan<byte> table)
    {
        var scaled = new int[64];
        for (var i = 0; i < 64; i++)
        {
            scaled[i] = Math.Clamp(((table[i] * (200 - (2 * Quality))) + 50) / 100, 1, 255);
        }
        return scaled;
    }
}
