using System.Buffers.Binary;
using System.Text;
using Trappa.Pictures;
using Trappa.Render.Assets;

namespace Trappa.Tests.Pictures;

/// <summary>Pictures made for tests, and what cameras and programs write into them.</summary>
internal static class Made
{
    /// <summary>What no file of a site may have in it: a place, a name, a camera.</summary>
    public const string Secret = "GPS 59.3293 N 18.0686 E Anna Andersson";

    /// <summary>Red grows to the right, green downwards, blue where neither is; the upper left corner is white.</summary>
    public static Pixels Picture(int width, int height, int channels = 3)
    {
        var data = new byte[width * height * channels];
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = (i % width, i / width);
            var isCorner = x < width / 4 && y < height / 4;
            for (var c = 0; c < channels; c++)
            {
                data[(i * channels) + c] = isCorner ? (byte)255
                    : (byte)(c switch { 0 => x * 255 / width, 1 => y * 255 / height, 2 => 255 - ((x + y) * 255 / (width + height)), _ => y * 255 / height });
            }
        }
        return new(width, height, channels, data);
    }

    public static byte[] Jpeg(int width, int height) => JpegEncoder.Encode(Picture(width, height));

    /// <summary>With so much noise that smaller copies are much lighter.</summary>
    public static byte[] Photo(int width, int height) => JpegEncoder.Encode(Noisy(width, height, 3));

    /// <summary>The same as PNG.</summary>
    public static byte[] Screen(int width, int height, int channels = 3) => PngEncoder.Encode(Noisy(width, height, channels));

    private static Pixels Noisy(int width, int height, int channels)
    {
        var picture = Picture(width, height, channels);
        for (var i = 0; i < picture.Data.Length; i++)
        {
            picture.Data[i] ^= (byte)(((i * 7919) >> 5) & 31);
        }
        return picture;
    }

    public static byte[] Png(int width, int height, int channels = 3) => PngEncoder.Encode(Picture(width, height, channels));

    /// <summary>A JPEG with segments put in after its first mark.</summary>
    public static byte[] With(byte[] jpeg, params ReadOnlySpan<(int Marker, byte[] Data)> segments)
    {
        byte[] added = [];
        foreach (var (marker, data) in segments)
        {
            added = [.. added, 0xFF, (byte)marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];
        }
        return [.. jpeg[..2], .. added, .. jpeg[2..]];
    }

    /// <summary>A PNG with chunks put in after its header.</summary>
    public static byte[] WithChunks(byte[] png, params ReadOnlySpan<(string Type, byte[] Data)> chunks)
    {
        using var added = new MemoryStream();
        foreach (var (type, data) in chunks)
        {
            PngFile.Chunk(added, Encoding.ASCII.GetBytes(type), data);
        }
        return [.. png[..33], .. added.ToArray(), .. png[33..]];
    }

    /// <summary>Exif as a phone writes it: which way up, the place, and a secret; for TIFF's both orders of bytes.</summary>
    public static byte[] Exif(int orientation, bool isBig = true)
    {
        byte[] Number(int value, int size)
        {
            var bytes = new byte[size];
            for (var i = 0; i < size; i++)
            {
                bytes[isBig ? size - 1 - i : i] = (byte)(value >> (8 * i));
            }
            return bytes;
        }
        byte[] Entry(int tag, int type, int count, byte[] value) => [.. Number(tag, 2), .. Number(type, 2), .. Number(count, 4), .. value, .. new byte[4 - value.Length]];
        return
        [
            .. isBig ? "MM"u8 : "II"u8, .. Number(42, 2), .. Number(8, 4), .. Number(3, 2),
            .. Entry(0x010F, 2, Secret.Length, Number(50, 4)), .. Entry(0x0112, 3, 1, Number(orientation, 2)), .. Entry(0x8825, 4, 1, Number(50, 4)),
            .. Number(0, 4), .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    public static byte[] Exif(int orientation, ReadOnlySpan<byte> before) => [.. before, .. Exif(orientation)];

    /// <summary>A WebP file of these chunks; whoever reads only its size sees a picture.</summary>
    public static byte[] Webp(int width, int height, params ReadOnlySpan<(string Type, byte[] Data)> chunks)
    {
        byte[] body = [];
        foreach (var (type, data) in (ReadOnlySpan<(string, byte[])>)[("VP8X", [0x0C, 0, 0, 0, .. Little(width - 1)[..3], .. Little(height - 1)[..3]]), ("VP8L", [0x2F, 0, 0, 0, 0]), .. chunks])
        {
            body = [.. body, .. Encoding.ASCII.GetBytes(type), .. Little(data.Length), .. data, .. new byte[data.Length % 2]];
        }
        return [.. "RIFF"u8, .. Little(body.Length + 4), .. "WEBP"u8, .. body];
    }

    /// <summary>A GIF of 2 × 1 pixels.</summary>
    /// <param name="comment">A comment in it.</param>
    /// <param name="more">Bytes in further comments.</param>
    public static byte[] Gif(string comment, int more = 0) =>
    [
        .. "GIF89a"u8, 2, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x21, 0xFE, (byte)comment.Length, .. Encoding.ASCII.GetBytes(comment), 0,
        .. Enumerable.Repeat<byte[]>([0x21, 0xF9, 4, 0, 0, 0, 0, 0], more / 8).SelectMany(b => b),
        0x2C, 0, 0, 0, 0, 2, 0, 1, 0, 0, 2, 2, 0x44, 0x0A, 0, 0x3B,
    ];

    /// <summary>An AVIF file with a picture and Exif, as boxes; whoever reads only its size sees a picture.</summary>
    public static byte[] Avif(int width, int height, string secret)
    {
        byte[] Box(string type, params byte[] data) => [.. Big(data.Length + 8), .. Encoding.ASCII.GetBytes(type), .. data];
        byte[] Whole(int start) =>
        [
            .. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "avifmif1miaf"u8]),
            .. Box("meta",
            [
                0, 0, 0, 0,
                .. Box("iinf",
                [
                    0, 0, 0, 0, 0, 2,
                    .. Box("infe", [2, 0, 0, 0, 0, 1, 0, 0, .. "av01"u8, 0]), .. Box("infe", [2, 0, 0, 0, 0, 2, 0, 0, .. "Exif"u8, 0]),
                ]),
                .. Box("iloc",
                [
                    0, 0, 0, 0, 0x44, 0, 0, 2,
                    0, 1, 0, 0, 0, 1, .. Big(start), .. Big(4), 0, 2, 0, 0, 0, 1, .. Big(start + 4), .. Big(secret.Length),
                ]),
                .. Box("iprp", Box("ipco", Box("ispe", [0, 0, 0, 0, .. Big(width), .. Big(height)]))),
            ]),
            .. Box("mdat", [1, 2, 3, 4, .. Encoding.ASCII.GetBytes(secret)]),
        ];
        return Whole(Whole(0).Length - secret.Length - 4);
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value) => [.. Big(value).Reverse()];
}
