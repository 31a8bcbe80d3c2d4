namespace Trappa.Pictures;

/// <summary>GIF files (GIF 89a): their size, and leaving out comments and what programs add.</summary>
internal static class GifFile
{
    private const byte Picture = 0x2C, Extension = 0x21, Trailer = 0x3B, Comment = 0xFE, Application = 0xFF;

    /// <summary>Size.</summary>
    public static PictureHead Head(ReadOnlySpan<byte> file)
    {
        _ = Blocks(file);
        return new(Bytes.Little16(file, 6), Bytes.Little16(file, 8));
    }

    /// <summary>The same picture without words in it; how often it plays stays.</summary>
    public static byte[] Clean(ReadOnlySpan<byte> file)
    {
        using var output = new MemoryStream(file.Length);
        var blocks = Blocks(file);
        output.Write(file[..blocks[0].Start]);
        foreach (var (start, end) in blocks)
        {
            var block = file[start..end];
            if (block[0] == Picture || block[1] is not (Comment or Application) || block[3..].StartsWith("NETSCAPE2.0"u8))
            {
                output.Write(block);
            }
        }
        output.WriteByte(Trailer);
        return output.ToArray();
    }

    private static List<(int Start, int End)> Blocks(ReadOnlySpan<byte> file)
    {
        var at = 13 + ColourTable(Bytes.Part(file, 10, 1)[0]);
        var blocks = new List<(int, int)>();
        var hasPicture = false;
        while (Bytes.Part(file, at, 1)[0] != Trailer)
        {
            var start = at;
            at = file[at] switch
            {
                Picture => at + 11 + ColourTable(Bytes.Part(file, at + 9, 1)[0]),
                Extension => at + 2,
                _ => throw new InvalidDataException("No such block."),
            };
            hasPicture |= file[start] == Picture;
            for (var length = 1; length > 0; at += length + 1)
            {
                length = Bytes.Part(file, at, 1)[0];
                _ = Bytes.Part(file, at, length + 1);
            }
            blocks.Add((start, at));
        }
        return hasPicture ? blocks : throw new InvalidDataException("No picture in it.");
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
