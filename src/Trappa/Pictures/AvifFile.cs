using System.Text;

namespace Trappa.Pictures;

/// <summary>
/// AVIF files: boxes (ISO/IEC 14496-12) that describe items (ISO/IEC 23008-12). What says who and where is such an item
/// too. It is overwritten with zeros where it lies: taken out, it would move all that others point at.
/// </summary>
internal static class AvifFile
{
    private const int DeepestBox = 6;

    /// <summary>Size, as it is shown.</summary>
    public static PictureHead Head(ReadOnlySpan<byte> file)
    {
        var (width, height, isTurned) = (0, 0, false);
        var boxes = Boxes(file);
        foreach (var box in boxes.Where(b => b.Type is "ispe" or "irot"))
        {
            if (box.Type == "irot")
            {
                isTurned = Bytes.Part(file, box.Start, 1)[0] % 2 == 1;
                continue;
            }
            // A picture in tiles has the size of a tile as well.
            var (across, down) = (Bytes.Big32(file, box.Start + 4), Bytes.Big32(file, box.Start + 8));
            (width, height) = ((int)Math.Min(int.MaxValue, Math.Max((uint)width, across)), (int)Math.Min(int.MaxValue, Math.Max((uint)height, down)));
        }
        if (boxes.All(b => b.Type != "ispe"))
        {
            throw new InvalidDataException("No picture in it.");
        }
        foreach (var (start, length) in Extents(file, boxes, _ => true))
        {
            _ = Bytes.Part(file, start, length);
        }
        return isTurned ? new(height, width) : new(width, height);
    }

    /// <summary>The same picture with zeros where Exif and XMP are.</summary>
    public static byte[] Clean(ReadOnlySpan<byte> file)
    {
        var clean = file.ToArray();
        var boxes = Boxes(file);
        var names = ItemTypes(file, boxes);
        foreach (var (start, length) in Extents(file, boxes, id => names.GetValueOrDefault(id) is "Exif" or "mime" or "uri "))
        {
            clean.AsSpan((int)start, (int)length).Clear();
        }
        foreach (var box in boxes.Where(b => b.Type == "uuid"))
        {
            clean.AsSpan(box.Start, box.End - box.Start).Clear();
        }
        return clean;
    }

    private static List<(string Type, int Start, int End)> Boxes(ReadOnlySpan<byte> file)
    {
        var boxes = new List<(string, int, int)>();
        Add(file, 0, file.Length, 0, boxes);
        return boxes;
    }

    private static void Add(ReadOnlySpan<byte> file, int from, int end, int depth, List<(string, int, int)> boxes)
    {
        for (var at = from; at < end;)
        {
            long length = Bytes.Big32(file, at);
            var start = at + 8;
            if (length == 1)
            {
                length = ((long)Bytes.Big32(file, at + 8) << 32) | Bytes.Big32(file, at + 12);
                start += 8;
            }
            length = length == 0 ? end - at : length;
            if (length < start - at || at + length > end)
            {
                throw new InvalidDataException("The file ends too early.");
            }
            var type = Encoding.Latin1.GetString(Bytes.Part(file, at + 4, 4));
            boxes.Add((type, start, at + (int)length));
            if (depth < DeepestBox && type is "meta" or "iprp" or "ipco")
            {
                Add(file, start + (type == "meta" ? 4 : 0), at + (int)length, depth + 1, boxes);
            }
            at += (int)length;
        }
    }

    private static Dictionary<uint, string> ItemTypes(ReadOnlySpan<byte> file, List<(string Type, int Start, int End)> boxes)
    {
        var types = new Dictionary<uint, string>();
        foreach (var list in boxes.Where(b => b.Type == "iinf"))
        {
            var entries = new List<(string Type, int Start, int End)>();
            Add(file, list.Start + (Bytes.Part(file, list.Start, 1)[0] == 0 ? 6 : 8), list.End, DeepestBox, entries);
            foreach (var entry in entries.Where(e => e.Type == "infe"))
            {
                // From version 2 on they have types, and from 3 on wider numbers.
                var version = file[entry.Start];
                var (id, type) = version >= 3 ? (Bytes.Big32(file, entry.Start + 4), entry.Start + 10) : ((uint)Bytes.Big16(file, entry.Start + 4), entry.Start + 8);
                types[id] = version < 2 ? "" : Encoding.Latin1.GetString(Bytes.Part(file, type, 4));
            }
        }
        return types;
    }

    // Where the bytes of items lie (ISO/IEC 14496-12 §8.11.3).
    private static List<(long Start, long Length)> Extents(ReadOnlySpan<byte> file, List<(string Type, int Start, int End)> boxes, Func<uint, bool> isWanted)
    {
        var extents = new List<(long, long)>();
        var data = boxes.Find(b => b.Type == "idat").Start;
        foreach (var box in boxes.Where(b => b.Type == "iloc"))
        {
            var at = box.Start + 4;
            var version = file[box.Start];
            var sizes = Bytes.Big16(file, at);
            at += 2;
            var count = Number(file, ref at, version < 2 ? 2 : 4);
            for (var i = 0L; i < count; i++)
            {
                var id = (uint)Number(file, ref at, version < 2 ? 2 : 4);
                var isInData = version > 0 && (Number(file, ref at, 2) & 15) == 1;
                at += 2;
                var from = Number(file, ref at, (sizes >> 4) & 15) + (isInData ? data : 0);
                for (var left = Number(file, ref at, 2); left > 0; left--)
                {
                    _ = version > 0 ? Number(file, ref at, sizes & 15) : 0;
                    var start = from + Number(file, ref at, sizes >> 12);
                    var length = Number(file, ref at, (sizes >> 8) & 15);
                    if (isWanted(id))
                    {
                        _ = Bytes.Part(file, start, length);
                        extents.Add((start, length));
                    }
                }
            }
        }
        return extents;
    }

    private static long Number(ReadOnlySpan<byte> file, ref int at, int size)
    {
        var number = 0L;
        foreach (var b in Bytes.Part(file, at, size))
        {
            number = (number << 8) | b;
        }
        at += size;
        return number;
    }
}
