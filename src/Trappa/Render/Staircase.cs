using System.Collections.Immutable;

namespace Trappa.Render;

/// <summary>One block of the staircase.</summary>
public readonly record struct StaircaseBlock(int Number, double X, double Y, double Width, double Height);

/// <summary>
/// The site's one picture: a block a step, each higher than the one before, in a box 320 wide and 96 high. The 16
/// above the highest are for its number. All drawings of it, in SVG and in pixels, share these numbers.
/// </summary>
public static class Staircase
{
    /// <summary>Width of the box.</summary>
    public const double Width = 320;
    /// <summary>Height of the box.</summary>
    public const double Height = 96;

    private const double Gap = 2;
    /// <summary>Height above the highest block, for its number.</summary>
    internal const double Headroom = 16;

    /// <summary>The blocks from the lowest up.</summary>
    /// <param name="count">How many steps.</param>
    /// <param name="fromRight">Whether the lowest stands at the right, as in a guide that reads from right to left.</param>
    public static ImmutableArray<StaircaseBlock> Blocks(int count, bool fromRight)
    {
        // Never more than a fifth of what a step has: of hundreds of steps the gaps would be all there is.
        var gap = Math.Min(Gap, Width / count / 5);
        var pitch = (Width + gap) / count;
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var height = (Height - Headroom) * (i + 1) / count;
                var x = (fromRight ? count - 1 - i : i) * pitch;
                return new StaircaseBlock(i + 1, x, Height - height, pitch - gap, height);
            }),
        ];
    }
}
