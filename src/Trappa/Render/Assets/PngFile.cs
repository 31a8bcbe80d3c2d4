using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;

namespace Trappa.Render.Assets;

/// <summary>
/// Writes PNG pictures of few colours (ISO/IEC 15948): a palette, one byte a pixel, lines by the filter "up", which
/// makes equal lines all zeros. The compression is zlib's as .NET carries it on every platform.
/// </summary>
internal static class PngFile
{
    private static readonly ImmutableArray<uint> CrcTable = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="palette">0xRRGGBB; at most 256.</param>
    /// <param name="pixels">Numbers of colours, line by line.</param>
    public static byte[] Write(int width, int height, IReadOnlyList<uint> palette, byte[] pixels)
    {
        using var output = new MemoryStream();
        output.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 3;
        Chunk(output, "IHDR"u8, header);
        Chunk(output, "PLTE"u8, [.. palette.SelectMany(c => new[] { (byte)(c >> 16), (byte)(c >> 8), (byte)c })]);
        Chunk(output, "IDAT"u8, Compress(width, height, pixels));
        Chunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static byte[] Compress(int width, int height, byte[] pixels)
    {
        const byte up = 2;
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var line = new byte[width + 1];
            line[0] = up;
            var none = new byte[width];
            for (var y = 0; y < height; y++)
            {
                var current = pixels.AsSpan(y * width, width);
                var above = y == 0 ? none : pixels.AsSpan((y - 1) * width, width);
                for (var x = 0; x < width; x++)
                {
                    line[x + 1] = (byte)(current[x] - above[x]);
                }
                zlib.Write(line);
            }
        }
        return compressed.ToArray();
    }

    private static void Chunk(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, 0xFFFFFFFF)));
        output.Write(number);
    }

    // CRC-32 as in the standard's annex D.
    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var b in data)
        {
            crc = CrcTable[(int)((crc ^ b) & 0xFF)] ^ (crc >> 8);
        }
        return crc;
    }

    private static uint Entry(int n)
    {
        var c = (uint)n;
        for (var k = 0; k < 8; k++)
        {
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        }
        return c;
    }
}
