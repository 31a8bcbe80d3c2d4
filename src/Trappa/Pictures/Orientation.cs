namespace Trappa.Pictures;

/// <summary>
/// Which way up a picture was taken (Exif 2.32 §4.6.4, tag 274): 1 as it lies, 3 upside down, 6 and 8 on its sides, the
/// even ones below and odd ones above mirrored. The one thing of all that cameras write that a picture needs.
/// </summary>
internal static class Orientation
{
    /// <summary>As it lies.</summary>
    public const int Upright = 1;

    private const int Tag = 274, Sideways = 5;

    /// <summary>Whether width and height change places.</summary>
    public static bool IsSideways(int orientation) => orientation >= Sideways;

    /// <summary>Of the TIFF structure that Exif is; as it lies where that says nothing of it.</summary>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        try
        {
            var isBig = tiff is [(byte)'M', ..];
            var directory = (int)Math.Min(isBig ? Bytes.Big32(tiff, 4) : Bytes.Little32(tiff, 4), (uint)tiff.Length);
            var count = Number(tiff, directory, isBig);
            for (var i = 0; i < count; i++)
            {
                var entry = directory + 2 + (i * 12);
                if (Number(tiff, entry, isBig) == Tag)
                {
                    return Number(tiff, entry + 8, isBig) is >= 1 and <= 8 and var found ? found : Upright;
                }
            }
        }
        catch (InvalidDataException)
        {
            // Browsers show a picture whose Exif cannot be read as it lies.
        }
        return Upright;
    }

    /// <summary>A TIFF structure that says this and nothing else.</summary>
    public static byte[] Only(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    /// <summary>The picture turned so that it is upright.</summary>
    public static Pixels Turned(Pixels picture, int orientation)
    {
        if (orientation == Upright)
        {
            return picture;
        }
        var (width, height, channels) = (picture.Width, picture.Height, picture.Channels);
        var (newWidth, newHeight) = IsSideways(orientation) ? (height, width) : (width, height);
        var turned = new byte[picture.Data.Length];
        for (var y = 0; y < newHeight; y++)
        {
            for (var x = 0; x < newWidth; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    2 => (width - 1 - x, y),
                    3 => (width - 1 - x, height - 1 - y),
                    4 => (x, height - 1 - y),
                    5 => (y, x),
                    6 => (y, height - 1 - x),
                    7 => (width - 1 - y, height - 1 - x),
                    _ => (width - 1 - y, x),
                };
                picture.Data.AsSpan(((fromY * width) + fromX) * channels, channels).CopyTo(turned.AsSpan(((y * newWidth) + x) * channels));
            }
        }
        return new(newWidth, newHeight, channels, turned);
    }

    private static int Number(ReadOnlySpan<byte> tiff, int at, bool isBig) => isBig ? Bytes.Big16(tiff, at) : Bytes.Little16(tiff, at);
}
