using System.Buffers.Binary;
using System.Text;

namespace Trappa.Pictures;

/// <summary>WebP files (RFC 9649): their size, and leaving out what says who and where.</summary>
internal static class WebpFile
{
    private const int First = 12;

    // Flags of the chunk that tells what others there are.
    private const byte HasExif = 0x08, HasXmp = 0x04;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP" };

    /// <summary>Size and orientation.</summary>
    public static PictureHead Head(ReadOnlySpan<byte> file)
    {
        var (size, orientation) = ((0, 0), Orientation.Upright);
        var hasPicture = false;
        foreach (var (type, start, length) in Chunks(file))
        {
            var data = Bytes.Part(file, start, length);
            hasPicture |= type is "VP8 " or "VP8L" or "ANMF";
            size = (type, size) switch
            {
                ("VP8X", _) => (Bytes.Little24(data, 4) + 1, Bytes.Little24(data, 7) + 1),
                ("VP8 ", (0, 0)) => (Bytes.Little16(data, 6) & 0x3FFF, Bytes.Little16(data, 8) & 0x3FFF),
                ("VP8L", (0, 0)) => ((int)(Bytes.Little32(data, 1) & 0x3FFF) + 1, (int)((Bytes.Little32(data, 1) >> 14) & 0x3FFF) + 1),
                _ => size,
            };
            if (type == "EXIF")
            {
                // Some programs begin it as in a JPEG file.
                orientation = Orientation.Of(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);
            }
        }
        return hasPicture ? new(size.Item1, size.Item2, orientation) : throw new InvalidDataException("No picture in it.");
    }

    /// <summary>The same picture without Exif, but for which way up it is, and without XMP.</summary>
    public static byte[] Clean(ReadOnlySpan<byte> file, int orientation)
    {
        using var output = new MemoryStream(file.Length);
        output.Write(file[..First]);
        foreach (var (type, start, length) in Chunks(file))
        {
            if (Kept.Contains(type))
            {
                var data = file.Slice(start, length).ToArray();
                if (type == "VP8X" && data.Length > 0)
                {
                    data[0] = (byte)((data[0] & ~(HasExif | HasXmp)) | (orientation != Orientation.Upright ? HasExif : 0));
                }
                Write(output, type, data);
            }
        }
        if (orientation != Orientation.Upright)
        {
            Write(output, "EXIF", Orientation.Only(orientation));
        }
        var bytes = output.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    private static List<(string Type, int Start, int Length)> Chunks(ReadOnlySpan<byte> file)
    {
        var end = 8L + Bytes.Little32(file, 4);
        _ = Bytes.Part(file, 0, end);
        var chunks = new List<(string, int, int)>();
        for (var at = First; at < end;)
        {
            var length = Bytes.Little32(file, at + 4);
            _ = Bytes.Part(file, at + 8, length);
            chunks.Add((Encoding.Latin1.GetString(file.Slice(at, 4)), at + 8, (int)length));
            at += 8 + (int)length + (int)(length & 1);
        }
        return chunks;
    }

    private static void Write(MemoryStream output, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        output.Write(Encoding.Latin1.GetBytes(type));
        output.Write(length);
        output.Write(data);
        if (data.Length % 2 == 1)
        {
            output.WriteByte(0);
        }
    }
}
