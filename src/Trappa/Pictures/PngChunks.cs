using System.Text;
using Trappa.Render.Assets;

namespace Trappa.Pictures;

/// <summary>A chunk of a PNG file.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Start">Where its data begin.</param>
/// <param name="Length">How long they are.</param>
internal readonly record struct PngChunk(string Type, int Start, int Length)
{
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> file) => file.Slice(Start, Length);

    /// <summary>With its length, type and checksum.</summary>
    public ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> file) => file.Slice(Start - 8, Length + 12);
}

/// <summary>The chunks of PNG files (ISO/IEC 15948 §5): reading them, and leaving out those that say who and when.</summary>
internal static class PngChunks
{
    private const int Signature = 8;

    // What a picture is made of, how its colours are meant, how large its pixels are, and how it moves.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    };

    private static readonly HashSet<string> Colours = new(StringComparer.Ordinal) { "gAMA", "cHRM", "sRGB", "iCCP", "cICP" };

    /// <summary>All chunks, up to the one that says that the file is whole.</summary>
    public static List<PngChunk> Read(ReadOnlySpan<byte> file)
    {
        var chunks = new List<PngChunk>();
        for (var at = Signature; ;)
        {
            var length = Bytes.Big32(file, at);
            var whole = Bytes.Part(file, at, 12L + length);
            if (Bytes.Big32(file, at + 8 + (int)length) != PngFile.Checksum(whole[4..^4]))
            {
                throw new InvalidDataException("The checksum is another.");
            }
            var chunk = new PngChunk(Encoding.Latin1.GetString(whole[4..8]), at + 8, (int)length);
            chunks.Add(chunk);
            if (chunk.Type == "IEND")
            {
                return chunks;
            }
            at += 12 + (int)length;
        }
    }

    /// <summary>Size and orientation.</summary>
    public static PictureHead Head(ReadOnlySpan<byte> file)
    {
        var chunks = Read(file);
        if (chunks[0] is not { Type: "IHDR", Length: 13 } || chunks.All(c => c.Type != "IDAT"))
        {
            throw new InvalidDataException("No picture in it.");
        }
        var exif = chunks.Find(c => c.Type == "eXIf");
        return new((int)Math.Min(int.MaxValue, Bytes.Big32(file, chunks[0].Start)), (int)Math.Min(int.MaxValue, Bytes.Big32(file, chunks[0].Start + 4)),
            exif.Type is null ? Orientation.Upright : Orientation.Of(exif.Of(file)));
    }

    /// <summary>The same picture, bit by bit, without texts, time, place and what programs keep for themselves.</summary>
    public static byte[] Clean(ReadOnlySpan<byte> file, int orientation)
    {
        using var output = new MemoryStream(file.Length);
        output.Write(file[..Signature]);
        foreach (var chunk in Read(file))
        {
            if (Kept.Contains(chunk.Type))
            {
                output.Write(chunk.Whole(file));
            }
            if (chunk.Type == "IHDR" && orientation != Orientation.Upright)
            {
                PngFile.Chunk(output, "eXIf"u8, Orientation.Only(orientation));
            }
        }
        return output.ToArray();
    }

    /// <summary>A picture that was coded anew, with what the one that it was made of says of its colours.</summary>
    public static byte[] WithProfile(ReadOnlySpan<byte> coded, ReadOnlySpan<byte> from)
    {
        const int afterHeader = Signature + 25;
        using var output = new MemoryStream(coded.Length);
        output.Write(coded[..afterHeader]);
        foreach (var chunk in Read(from))
        {
            if (Colours.Contains(chunk.Type))
            {
                output.Write(chunk.Whole(from));
            }
        }
        output.Write(coded[afterHeader..]);
        return output.ToArray();
    }
}
