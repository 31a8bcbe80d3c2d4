using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Trappa.Render.Assets;

/// <summary>
/// Writes PNG pictures (ISO/IEC 15948): a palette with as few bits a pixel as hold it, or true colour with alpha where
/// there are more than 256 colours. Compressed by <see cref="ZlibLines"/>, so that the bytes do not depend on which
/// zlib a platform has.
/// </summary>
internal static class PngFile
{
    private const int MostPaletteColours = 256;
    private const byte ColourTypePalette = 3, ColourTypeTrueWithAlpha = 6;

    private static readonly ImmutableArray<uint> CrcTable = [.. Enumerable.Range(0, 256).Select(CrcEntry)];

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Picture picture)
    {
        var palette = picture.Bands.SelectMany(b => b.Runs).Select(r => r.Rgba).Distinct().Order().ToArray();
        var isIndexed = palette.Length <= MostPaletteColours;
        var bits = !isIndexed ? 32 : palette.Length switch { <= 2 => 1, <= 4 => 2, <= 16 => 4, _ => 8 };

        using var output = new MemoryStream();
        output.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = (byte)(isIndexed ? bits : 8);
        header[9] = isIndexed ? ColourTypePalette : ColourTypeTrueWithAlpha;
        Chunk(output, "IHDR"u8, header);
        if (isIndexed)
        {
            Chunk(output, "PLTE"u8, [.. palette.SelectMany(c => new[] { (byte)(c >> 24), (byte)(c >> 16), (byte)(c >> 8) })]);
            if (palette.Any(c => (c & 0xFF) != 0xFF))
            {
                Chunk(output, "tRNS"u8, [.. palette.Select(c => (byte)c)]);
            }
        }
        Chunk(output, "IDAT"u8, Lines(picture, isIndexed ? palette : [], bits));
        Chunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    /// <summary>An icon file (ICO) with one PNG in it, as browsers ask for at <c>/favicon.ico</c>.</summary>
    /// <param name="png">The picture, a square of at most 255 pixels.</param>
    /// <param name="size">Its side in pixels.</param>
    public static byte[] Icon(byte[] png, byte size)
    {
        const int headerLength = 22;
        var icon = new byte[headerLength + png.Length];
        icon[2] = 1;
        icon[4] = 1;
        icon[6] = icon[7] = size;
        icon[10] = 1;
        icon[12] = 32;
        BinaryPrimitives.WriteInt32LittleEndian(icon.AsSpan(14), png.Length);
        BinaryPrimitives.WriteInt32LittleEndian(icon.AsSpan(18), headerLength);
        png.CopyTo(icon, headerLength);
        return icon;
    }

    private static byte[] Lines(Picture picture, uint[] palette, int bits)
    {
        // Each line begins with its filter: 0, none.
        var lines = new ZlibLines(1 + (((picture.Width * bits) + 7) / 8));
        foreach (var band in picture.Bands)
        {
            lines.Add(Line(band, palette, bits, lines.Length), band.Lines);
        }
        return lines.ToArray();
    }

    private static byte[] Line(Band band, uint[] palette, int bits, int length)
    {
        var line = new byte[length];
        var pixel = 0;
        foreach (var run in band.Runs)
        {
            var value = palette.Length == 0 ? run.Rgba : (uint)Array.BinarySearch(palette, run.Rgba);
            for (var end = pixel + run.Length; pixel < end; pixel++)
            {
                if (bits == 32)
                {
                    BinaryPrimitives.WriteUInt32BigEndian(line.AsSpan(1 + (pixel * 4)), value);
                }
                else
                {
                    // The leftmost pixel is in the highest bits (§7.2).
                    var at = pixel * bits;
                    line[1 + (at / 8)] |= (byte)(value << (8 - bits - (at % 8)));
                }
            }
        }
        return line;
    }

    /// <summary>Writes a chunk with its length and checksum.</summary>
    public static void Chunk(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, 0xFFFFFFFF)));
        output.Write(number);
    }

    /// <summary>The checksum of a chunk's type and data.</summary>
    public static uint Checksum(ReadOnlySpan<byte> typeAndData) => ~Crc(typeAndData, 0xFFFFFFFF);

    // CRC-32 as in the standard's annex D.
    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var b in data)
        {
            crc = CrcTable[(int)((crc ^ b) & 0xFF)] ^ (crc >> 8);
        }
        return crc;
    }

    private static uint CrcEntry(int n)
    {
        var c = (uint)n;
        for (var k = 0; k < 8; k++)
        {
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        }
        return c;
    }
}
