namespace Trappa.Pictures;

/// <summary>One colour of a picture that is to be coded. Beyond the edge its last pixels go on.</summary>
/// <param name="Width">Values across.</param>
/// <param name="Height">Values down.</param>
/// <param name="Data">The values.</param>
/// <param name="Blocks">Blocks across, and down, in a unit of all colours.</param>
/// <param name="Unit">Pixels of the picture across, and down, in a unit.</param>
internal sealed record JpegPlane(int Width, int Height, byte[] Data, int Blocks, int Unit)
{
    public byte this[int x, int y] => Data[(Math.Min(y, Height - 1) * Width) + Math.Min(x, Width - 1)];

    /// <summary>Grey alone; or brightness, and how blue and how red at half the width and height (ISO/IEC 10918-5).</summary>
    public static JpegPlane[] Of(Pixels picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        if (picture.Channels == 1)
        {
            return [new(width, height, picture.Data, 1, 8)];
        }
        var (brightness, blue, red) = (new byte[width * height], new byte[width * height], new byte[width * height]);
        for (var i = 0; i < brightness.Length; i++)
        {
            var (r, g, b) = (picture.Data[3 * i], picture.Data[(3 * i) + 1], picture.Data[(3 * i) + 2]);
            // 0.299, 0.587, 0.114 and their kin in 65536ths.
            brightness[i] = (byte)(((19595 * r) + (38470 * g) + (7471 * b) + 32768) >> 16);
            blue[i] = (byte)Math.Min(255, ((-11059 * r) - (21709 * g) + (32768 * b) + (128 << 16) + 32768) >> 16);
            red[i] = (byte)Math.Min(255, ((32768 * r) - (27439 * g) - (5329 * b) + (128 << 16) + 32768) >> 16);
        }
        return [new(width, height, brightness, 2, 16), Halved(width, height, blue), Halved(width, height, red)];
    }

    private static JpegPlane Halved(int width, int height, byte[] values)
    {
        var whole = new JpegPlane(width, height, values, 1, 16);
        var (across, down) = ((width + 1) / 2, (height + 1) / 2);
        var halved = new byte[across * down];
        for (var i = 0; i < halved.Length; i++)
        {
            var (x, y) = (2 * (i % across), 2 * (i / across));
            halved[i] = (byte)((whole[x, y] + whole[x + 1, y] + whole[x, y + 1] + whole[x + 1, y + 1] + 2) / 4);
        }
        return new(across, down, halved, 1, 16);
    }
}
