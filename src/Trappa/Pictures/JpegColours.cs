namespace Trappa.Pictures;

/// <summary>Makes pixels of the frequencies of one colour or three.</summary>
/// <param name="Components">The colours.</param>
/// <param name="Quantisation">What frequencies are to be multiplied by, in the order in which they are coded.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="IsRgb">Whether they are red, green and blue; else brightness, and how blue and how red (ISO/IEC 10918-5).</param>
internal sealed record JpegColours(JpegComponent[] Components, ushort[]?[] Quantisation, int Width, int Height, bool IsRgb)
{
    // Of what frequencies can be; files that say more would overflow.
    private const int Most = 4096;

    public Pixels ToPixels()
    {
        var channels = Components.Length;
        var data = new byte[Width * Height * channels];
        var (across, down) = (Components.Max(c => c.Across), Components.Max(c => c.Down));
        // A line of units of all colours at a time, so that little is held beside the picture itself.
        var planes = Components.Select(c => new byte[c.Stride * 8 * c.Down * 8]).ToArray();
        for (var top = 0; top < Height; top += 8 * down)
        {
            for (var i = 0; i < channels; i++)
            {
                Plane(Components[i], top / (8 * down), planes[i]);
            }
            for (var y = top; y < Math.Min(Height, top + (8 * down)); y++)
            {
                Line(planes, y - top, (across, down), data.AsSpan(y * Width * channels, Width * channels));
            }
        }
        return new(Width, Height, channels, data);
    }

    private void Plane(JpegComponent component, int unit, byte[] plane)
    {
        var table = Quantisation[component.Table] ?? throw new InvalidDataException("No table.");
        Span<int> block = stackalloc int[64];
        for (var row = 0; row < component.Down; row++)
        {
            for (var x = 0; x < component.Stride; x++)
            {
                var frequencies = component.Block(x, (unit * component.Down) + row);
                for (var i = 0; i < 64; i++)
                {
                    var at = JpegScan.ZigZag[i];
                    block[at] = Math.Clamp(frequencies[at] * table[i], -Most, Most);
                }
                JpegCosines.ToValues(block);
                for (var i = 0; i < 64; i++)
                {
                    plane[(((row * 8) + (i / 8)) * component.Stride * 8) + (x * 8) + (i % 8)] = Byte(block[i] + 128);
                }
            }
        }
    }

    private void Line(byte[][] planes, int y, (int Across, int Down) most, Span<byte> line)
    {
        for (var i = 0; i < planes.Length; i++)
        {
            var component = Components[i];
            var plane = planes[i].AsSpan(y * component.Down / most.Down * component.Stride * 8, component.Stride * 8);
            for (var x = 0; x < Width; x++)
            {
                line[(x * planes.Length) + i] = plane[x * component.Across / most.Across];
            }
        }
        if (planes.Length == 3 && !IsRgb)
        {
            for (var x = 0; x < line.Length; x += 3)
            {
                var (brightness, blue, red) = ((line[x] << 16) + 32768, line[x + 1] - 128, line[x + 2] - 128);
                // 1.402, 0.344136, 0.714136 and 1.772 in 65536ths.
                line[x] = Byte((brightness + (91881 * red)) >> 16);
                line[x + 1] = Byte((brightness - (22554 * blue) - (46802 * red)) >> 16);
                line[x + 2] = Byte((brightness + (116130 * blue)) >> 16);
            }
        }
    }

    private static byte Byte(int value) => (byte)Math.Clamp(value, 0, 255);
}
