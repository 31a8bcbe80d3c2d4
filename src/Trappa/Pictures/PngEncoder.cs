using System.Buffers.Binary;
using System.IO.Compression;
using Trappa.Render.Assets;

namespace Trappa.Pictures;

/// <summary>
/// Encodes pixels as PNG (ISO/IEC 15948), each line with the filter that leaves the least. Compressed by the zlib that .NET
/// has within it and that is linked into the executable: one executable makes the same bytes whatever zlib a system has, but
/// for another kind of processor or with a later .NET they may be packed in another way. The pixels are the same everywhere.
/// </summary>
internal static class PngEncoder
{
    /// <summary>The file.</summary>
    public static byte[] Encode(Pixels picture)
    {
        using var output = new MemoryStream();
        output.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = 8;
        header[9] = (byte)(picture.Channels switch { 1 => 0, 3 => 2, _ => 6 });
        PngFile.Chunk(output, "IHDR"u8, header);
        PngFile.Chunk(output, "IDAT"u8, Packed(Filtered(picture)));
        PngFile.Chunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static byte[] Packed(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(data);
        }
        return packed.ToArray();
    }

    private static byte[] Filtered(Pixels picture)
    {
        var size = picture.Width * picture.Channels;
        var filtered = new byte[(size + 1) * picture.Height];
        ReadOnlySpan<byte> above = new byte[size];
        Span<byte> tried = new byte[size];
        for (var y = 0; y < picture.Height; y++)
        {
            var line = picture.Data.AsSpan(y * size, size);
            var to = filtered.AsSpan(y * (size + 1), size + 1);
            var least = long.MaxValue;
            for (var filter = 0; filter < PngFilter.Count; filter++)
            {
                PngFilter.Do(filter, line, above, picture.Channels, tried);
                // §12.8: the sum of differences, as numbers around zero, is a good guess.
                var sum = 0L;
                foreach (var difference in tried)
                {
                    sum += Math.Abs((int)(sbyte)difference);
                }
                if (sum < least)
                {
                    least = sum;
                    to[0] = (byte)filter;
                    tried.CopyTo(to[1..]);
                }
            }
            above = line;
        }
        return filtered;
    }
}
