using System.Buffers.Binary;

namespace Trappa.Pictures;

/// <summary>A segment of a JPEG file.</summary>
/// <param name="Marker">The second byte of its marker.</param>
/// <param name="Start">Where what it says begins, after its length.</param>
/// <param name="End">Where that ends.</param>
/// <param name="ScanEnd">Where the coded picture after it ends; <paramref name="End"/> where none follows.</param>
internal readonly record struct JpegSegment(byte Marker, int Start, int End, int ScanEnd)
{
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> file) => file[Start..End];

    /// <summary>A start of frame: size and coding of the picture (C4, C8 and CC are something else).</summary>
    public bool IsFrame => Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}

/// <summary>The segments of JPEG files (ISO/IEC 10918-1 annex B): reading them, and leaving out those that say who and where.</summary>
internal static class JpegFile
{
    public const byte Scan = 0xDA;

    private const byte Start = 0xD8, End = 0xD9, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE;

    // Version, density and no thumbnail (ISO/IEC 10918-5).
    private const int JfifLength = 14;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> Profile => "ICC_PROFILE\0"u8;

    /// <summary>All segments, up to the mark that the file is whole.</summary>
    public static List<JpegSegment> Segments(ReadOnlySpan<byte> file)
    {
        var segments = new List<JpegSegment>();
        for (var at = 2; ;)
        {
            if (Bytes.Part(file, at, 2)[0] != 0xFF)
            {
                throw new InvalidDataException("No marker where one must be.");
            }
            var marker = file[at + 1];
            if (marker == End)
            {
                return segments;
            }
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                // Fill bytes, and marks without a length.
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            var length = Bytes.Big16(file, at + 2);
            var (start, end) = (at + 4, at + 2 + length);
            _ = Bytes.Part(file, start, length - 2);
            at = marker == Scan ? ScanEnd(file, end) : end;
            segments.Add(new(marker, start, end, at));
        }
    }

    /// <summary>Size and orientation.</summary>
    public static PictureHead Head(ReadOnlySpan<byte> file)
    {
        var (size, orientation, hasScan) = ((0, 0), Orientation.Upright, false);
        foreach (var segment in Segments(file))
        {
            var data = segment.Of(file);
            if (segment.IsFrame)
            {
                size = (Bytes.Big16(data, 3), Bytes.Big16(data, 1));
            }
            else if (segment.Marker == App1 && data.StartsWith(Exif) && orientation == Orientation.Upright)
            {
                orientation = Orientation.Of(data[Exif.Length..]);
            }
            hasScan |= segment.Marker == Scan;
        }
        return hasScan ? new(size.Item1, size.Item2, orientation) : throw new InvalidDataException("No picture in it.");
    }

    /// <summary>
    /// The same picture, bit by bit, without what cameras and programs write beside it: place, time, owner, thumbnails,
    /// further pictures after the end. Which way up it is, its colours' profile and how they are coded stay.
    /// </summary>
    public static byte[] Clean(ReadOnlySpan<byte> file, int orientation)
    {
        using var output = new MemoryStream(file.Length);
        output.Write([0xFF, Start]);
        var segments = Segments(file);
        if (segments is [{ Marker: App0 } first, ..] && first.Of(file).StartsWith("JFIF\0"u8) && first.End - first.Start >= JfifLength)
        {
            Write(output, App0, [.. first.Of(file)[..(JfifLength - 2)], 0, 0]);
        }
        if (orientation != Orientation.Upright)
        {
            Write(output, App1, [.. Exif, .. Orientation.Only(orientation)]);
        }
        foreach (var segment in segments.Where(s => s.Marker < App0).Union(Colours(file, segments)).OrderBy(s => s.Start))
        {
            Write(output, segment.Marker, segment.Of(file));
            output.Write(file[segment.End..segment.ScanEnd]);
        }
        output.Write([0xFF, End]);
        return output.ToArray();
    }

    /// <summary>A picture that was coded anew, with the profile of colours of the one that it was made of.</summary>
    public static byte[] WithProfile(ReadOnlySpan<byte> coded, ReadOnlySpan<byte> from)
    {
        using var output = new MemoryStream(coded.Length);
        output.Write(coded[..2]);
        foreach (var segment in Segments(from).Where(s => s.Marker == App2).Intersect(Colours(from, Segments(from))))
        {
            Write(output, segment.Marker, segment.Of(from));
        }
        output.Write(coded[2..]);
        return output.ToArray();
    }

    /// <summary>Adobe's segment, which says how three or four colours are coded; -1 where there is none.</summary>
    public static int AdobeTransform(ReadOnlySpan<byte> file, IEnumerable<JpegSegment> segments)
    {
        foreach (var segment in segments)
        {
            if (segment.Marker == App14 && segment.Of(file) is { Length: >= 12 } data && data.StartsWith("Adobe"u8))
            {
                return data[11];
            }
        }
        return -1;
    }

    private static List<JpegSegment> Colours(ReadOnlySpan<byte> file, List<JpegSegment> segments)
    {
        var colours = new List<JpegSegment>();
        foreach (var segment in segments)
        {
            if ((segment.Marker == App2 && segment.Of(file).StartsWith(Profile)) || (segment.Marker == App14 && segment.Of(file).StartsWith("Adobe"u8)))
            {
                colours.Add(segment);
            }
        }
        return colours;
    }

    // Within a scan FF is followed by 0 or by a mark to start again from (§B.1.1.5).
    private static int ScanEnd(ReadOnlySpan<byte> file, int at)
    {
        while (true)
        {
            var next = at > file.Length ? -1 : file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length)
            {
                throw new InvalidDataException("The file ends within the picture.");
            }
            at += next;
            if (file[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
            at += 2;
        }
    }

    private static void Write(MemoryStream output, byte marker, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(data.Length + 2));
        output.Write([0xFF, marker]);
        output.Write(length);
        output.Write(data);
    }
}
