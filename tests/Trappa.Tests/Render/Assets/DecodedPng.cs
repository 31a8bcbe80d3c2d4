using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Trappa.Tests.Render.Assets;

/// <summary>A PNG read by the standard's letter: every checksum counts, and nothing may be left over.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="ColourType">3 for a palette, 6 for true colour with alpha.</param>
/// <param name="Pixels">0xRRGGBBAA, line by line.</param>
internal sealed record DecodedPng(int Width, int Height, int ColourType, uint[] Pixels)
{
    internal uint this[int x, int y] => Pixels[(y * Width) + x];

    internal static DecodedPng Read(ReadOnlySpan<byte> file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8].ToArray());
        var chunks = new Dictionary<string, byte[]>();
        for (var rest = file[8..]; rest.Length > 0;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            Assert.Equal(Crc(rest.Slice(4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..]));
            chunks.Add(Encoding.ASCII.GetString(rest.Slice(4, 4)), rest.Slice(8, length).ToArray());
            rest = rest[(12 + length)..];
        }
        var header = chunks["IHDR"];
        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        int depth = header[8], colourType = header[9];
        var bits = colourType == 6 ? 32 : depth;
        var stride = 1 + (((width * bits) + 7) / 8);
        using var zlib = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress);
        using var lines = new MemoryStream();
        zlib.CopyTo(lines);
        var raw = lines.ToArray();
        Assert.Equal(stride * height, raw.Length);
        Assert.Equal(Adler(raw), BinaryPrimitives.ReadUInt32BigEndian(chunks["IDAT"].AsSpan(^4)));
        var pixels = new uint[width * height];
        for (var y = 0; y < height; y++)
        {
            var line = raw.AsSpan(y * stride, stride);
            Assert.Equal(0, line[0]);
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = bits == 32
                    ? BinaryPrimitives.ReadUInt32BigEndian(line[(1 + (x * 4))..])
                    : Colour(chunks, (line[1 + (x * bits / 8)] >> (8 - bits - (x * bits % 8))) & ((1 << bits) - 1));
            }
        }
        return new(width, height, colourType, pixels);
    }

    private static uint Colour(Dictionary<string, byte[]> chunks, int index)
    {
        var rgb = chunks["PLTE"].AsSpan(index * 3, 3);
        var alpha = chunks.TryGetValue("tRNS", out var alphas) && index < alphas.Length ? alphas[index] : (byte)255;
        return ((uint)rgb[0] << 24) | ((uint)rgb[1] << 16) | ((uint)rgb[2] << 8) | alpha;
    }

    // Bit by bit, unlike the writer's table.
    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
            }
        }
        return ~crc;
    }

    private static uint Adler(ReadOnlySpan<byte> data)
    {
        uint low = 1, high = 0;
        foreach (var b in data)
        {
            low = (low + b) % 65521;
            high = (high + low) % 65521;
        }
        return (high << 16) | low;
    }
}
