using System.Collections.Immutable;

namespace Trappa.Render.Assets;

/// <summary>Pixels of one colour beside each other.</summary>
/// <param name="Length">How many.</param>
/// <param name="Rgba">0xRRGGBBAA, not premultiplied.</param>
internal readonly record struct Run(int Length, uint Rgba);

/// <summary>Equal lines above each other.</summary>
/// <param name="Lines">How many.</param>
/// <param name="Runs">The line, from the left.</param>
internal sealed record Band(int Lines, ImmutableArray<Run> Runs);

/// <summary>
/// A picture in pixels as drawings of rectangles have them: few different lines, each of few runs. A large one takes
/// no more work than a small one.
/// </summary>
/// <param name="Width">Pixels.</param>
/// <param name="Bands">From the top.</param>
internal sealed record Picture(int Width, ImmutableArray<Band> Bands)
{
    /// <summary>Pixels from top to bottom.</summary>
    public int Height => Bands.Sum(b => b.Lines);
}
