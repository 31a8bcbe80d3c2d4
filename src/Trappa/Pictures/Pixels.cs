namespace Trappa.Pictures;

/// <summary>A picture in pixels.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Channels">1 for grey, 3 for colour, 4 for colour and opacity (not premultiplied).</param>
/// <param name="Data">Line by line from the top, without gaps.</param>
internal sealed record Pixels(int Width, int Height, int Channels, byte[] Data)
{
    /// <summary>
    /// The same picture made narrower: each new pixel is the mean of the area that it covers, in whole numbers, so that it
    /// comes out the same on every machine. What cannot be seen has no say in a mean.
    /// </summary>
    /// <param name="width">Pixels across, at most as many as there are.</param>
    public Pixels Narrowed(int width)
    {
        var height = (int)Math.Max(1, ((2L * Height * width) + Width) / (2L * Width));
        var narrowed = new byte[width * height * Channels];
        var line = new long[width * Channels];
        var sums = new long[width * Channels];
        // In parts of a pixel: a line has Height × height of them from top to bottom, old ones height each, new ones Height.
        for (var (y, old, made) = (0, 0, -1); y < height; y++)
        {
            Array.Clear(sums);
            for (long from = (long)y * Height, end = from + Height; from < end;)
            {
                old = (int)(from / height);
                if (made != old)
                {
                    Across(old, line, width);
                    made = old;
                }
                var part = Math.Min(end, (old + 1L) * height) - from;
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += line[i] * part;
                }
                from += part;
            }
            Settle(sums, narrowed.AsSpan(y * width * Channels), (long)Width * Height);
        }
        return new(width, height, Channels, narrowed);
    }

    // One old line as sums over the new pixels' widths. Colours are weighed by their opacity.
    private void Across(int y, long[] line, int width)
    {
        Array.Clear(line);
        var source = Data.AsSpan(y * Width * Channels, Width * Channels);
        var x = 0;
        for (long from = 0, all = (long)Width * width; from < all;)
        {
            var to = (int)(from / Width);
            var part = Math.Min((x + 1L) * width, (to + 1L) * Width) - from;
            var pixel = source.Slice(x * Channels, Channels);
            var sum = line.AsSpan(to * Channels, Channels);
            if (Channels == 4)
            {
                var weight = part * pixel[3];
                sum[0] += weight * pixel[0];
                sum[1] += weight * pixel[1];
                sum[2] += weight * pixel[2];
                sum[3] += weight;
            }
            else
            {
                for (var c = 0; c < sum.Length; c++)
                {
                    sum[c] += part * pixel[c];
                }
            }
            from += part;
            x += from == (x + 1L) * width ? 1 : 0;
        }
    }

    private void Settle(long[] sums, Span<byte> to, long area)
    {
        for (var i = 0; i < sums.Length; i += Channels)
        {
            var weight = Channels == 4 ? sums[i + 3] : area;
            for (var c = 0; c < Math.Min(3, Channels); c++)
            {
                to[i + c] = weight == 0 ? (byte)0 : (byte)((sums[i + c] + (weight / 2)) / weight);
            }
            if (Channels == 4)
            {
                to[i + 3] = (byte)((weight + (area / 2)) / area);
            }
        }
    }
}
