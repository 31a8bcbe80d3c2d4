using System.Buffers.Binary;
using System.IO.Compression;
using Trappa.Render.Assets;

namespace Trappa.Tests.Pictures;

/// <summary>PNG files of every kind (ISO/IEC 15948 table 11.1), with each filter in turn, compressed by the runtime.</summary>
internal static class RawPng
{
    public static byte[] Write(int width, int height, int colours, int bits, bool hasClear)
    {
        var samples = colours switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var size = ((width * samples * bits) + 7) / 8;
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte((byte)(y % 5));
                zlib.Write([.. Enumerable.Range(0, size).Select(x => (byte)(((x * 37) + (y * 11)) % 251))]);
            }
        }
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)bits, (byte)colours);
        PngFile.Chunk(file, "IHDR"u8, header);
        if (colours == 3)
        {
            PngFile.Chunk(file, "PLTE"u8, [.. Enumerable.Range(0, 3 * (1 << bits)).Select(i => (byte)(i * 5))]);
        }
        if (hasClear)
        {
            // Of a palette the first colours, else the one that the first pixel has.
            PngFile.Chunk(file, "tRNS"u8, colours == 3 ? [0, 128] : colours == 0 ? [0, 0] : [0, 0, 0, 37, 0, 74]);
        }
        PngFile.Chunk(file, "IDAT"u8, data.ToArray());
        PngFile.Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }
}
