using System.Collections.Immutable;

namespace Trappa.Render.Assets;

/// <summary>A rectangle of one colour, in the drawing's own units.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Not negative.</param>
/// <param name="Height">Not negative.</param>
/// <param name="Rgb">0xRRGGBB.</param>
internal readonly record struct Patch(double X, double Y, double Width, double Height, uint Rgb);

/// <summary>
/// Rectangles in solid colours, later ones over earlier ones. That is all the site's pictures need, so that they can
/// be made in pixels without a browser or a drawing library.
/// </summary>
/// <param name="Width">Of the drawing, in its own units.</param>
/// <param name="Height">Of the drawing, in its own units.</param>
/// <param name="Patches">From the lowest.</param>
internal sealed record Drawing(double Width, double Height, ImmutableArray<Patch> Patches)
{
    /// <summary>
    /// The drawing in pixels, as large as fits and in the middle. An edge within a pixel is smoothed by how much of
    /// the pixel is covered.
    /// </summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="share">1 fills the picture; less leaves a margin.</param>
    /// <param name="ground">0xRRGGBB behind the drawing, or null for none: the picture is transparent there.</param>
    public Picture Paint(int width, int height, double share = 1, uint? ground = null)
    {
        var unit = share * Math.Min(width / Width, height / Height);
        var left = (width - (Width * unit)) / 2;
        var top = (height - (Height * unit)) / 2;
        var across = Patches.Select(p => new Span(left + (p.X * unit), left + ((p.X + p.Width) * unit))).ToArray();
        var down = Patches.Select(p => new Span(top + (p.Y * unit), top + ((p.Y + p.Height) * unit))).ToArray();
        var columns = Cuts(across, width);
        var rows = Cuts(down, height);
        var patchesOf = columns.Select(c => Enumerable.Range(0, Patches.Length).Where(i => across[i].Cover(c.From) > 0).ToArray()).ToArray();
        return new(width, [.. rows.Select(row => new Band(row.Length, Merged(columns.Select((column, i) =>
            new Run(column.Length, Colour(patchesOf[i], p => across[p].Cover(column.From) * down[p].Cover(row.From), ground))))))]);
    }

    /// <summary>The colour of a patch that is all of the drawing's ground, or null.</summary>
    public uint? Ground => Patches is [var first, ..] && first.X <= 0 && first.Y <= 0
        && first.X + first.Width >= Width && first.Y + first.Height >= Height ? first.Rgb : null;

    private uint Colour(int[] patches, Func<int, double> cover, uint? ground)
    {
        double red = 0, green = 0, blue = 0, alpha = 0;
        if (ground is { } colour)
        {
            Over(colour, 1);
        }
        foreach (var patch in patches)
        {
            Over(Patches[patch].Rgb, cover(patch));
        }
        return alpha <= 0 ? 0 : (Byte(red / alpha) << 24) | (Byte(green / alpha) << 16) | (Byte(blue / alpha) << 8) | Byte(alpha * 255);

        // "Over" of Porter and Duff, in sRGB as browsers do it.
        void Over(uint rgb, double part)
        {
            red = (((rgb >> 16) & 0xFF) * part) + (red * (1 - part));
            green = (((rgb >> 8) & 0xFF) * part) + (green * (1 - part));
            blue = ((rgb & 0xFF) * part) + (blue * (1 - part));
            alpha = part + (alpha * (1 - part));
        }
    }

    private static uint Byte(double value) => (uint)Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), 0, 255);

    // Between two cuts all pixels are alike: a pixel with an edge in it stands alone.
    private static (int From, int Length)[] Cuts(Span[] spans, int size)
    {
        var cuts = spans.SelectMany(s => new[] { Math.Floor(s.From), Math.Ceiling(s.From), Math.Floor(s.To), Math.Ceiling(s.To) })
            .Select(c => (int)Math.Clamp(c, 0, size)).Append(0).Append(size).Distinct().Order().ToArray();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => (from, to - from))];
    }

    private static ImmutableArray<Run> Merged(IEnumerable<Run> runs)
    {
        var merged = ImmutableArray.CreateBuilder<Run>();
        foreach (var run in runs)
        {
            if (merged.Count > 0 && merged[^1].Rgba == run.Rgba)
            {
                merged[^1] = new(merged[^1].Length + run.Length, run.Rgba);
            }
            else
            {
                merged.Add(run);
            }
        }
        return merged.ToImmutable();
    }

    private readonly record struct Span(double From, double To)
    {
        /// <summary>How much of a pixel lies within.</summary>
        public double Cover(int pixel) => Math.Clamp(Math.Min(pixel + 1, To) - Math.Max(pixel, From), 0, 1);
    }
}
