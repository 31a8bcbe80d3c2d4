using System.Collections.Immutable;
using System.Globalization;
using Trappa.Model;
using Trappa.Render.Assets;

namespace Trappa.Render.Files;

/// <summary>
/// Pictures for those who share a page: the staircase, with the page's step filled. No words, so no font is needed
/// and they are the same in every language.
/// </summary>
internal static class OpenGraph
{
    private const int Width = 1200, Height = 630;

    // Of the picture: how far the staircase is from its sides, and the rule that it stands on.
    private const int Margin = 90, Rule = 8;

    // A picture a step is worth its bytes for a ladder one can see.
    private const int MostSteps = 40;

    /// <summary>Path of a page's picture.</summary>
    public static string File(Guide guide, Step? step) => step is null || guide.Steps.Length > MostSteps
        ? "share/guide.png" : $"share/{step.Number.ToString(CultureInfo.InvariantCulture)}.png";

    /// <summary>All the pictures; none where nobody could find them.</summary>
    public static ImmutableArray<OutputFile> All(Guide guide, Colours colours) => guide.Site.Address is null ? [] :
    [
        new("share/guide.png", Picture(guide, null, colours)),
        .. guide.Steps.Where(_ => guide.Steps.Length <= MostSteps)
            .Select(s => new OutputFile(File(guide, s), Picture(guide, s.Number, colours))),
    ];

    private static byte[] Picture(Guide guide, int? current, Colours colours) =>
        Png(guide.Steps.Length, current, guide.Language.Direction == "rtl", colours);

    /// <summary>The staircase as a PNG of 1200 × 630 pixels.</summary>
    /// <param name="count">How many steps; a guide without any gets a staircase of one.</param>
    /// <param name="current">1-based number of the step that is filled, or null for all.</param>
    /// <param name="fromRight">Whether the lowest stands at the right.</param>
    /// <param name="colours">The site's.</param>
    internal static byte[] Png(int count, int? current, bool fromRight, Colours colours)
    {
        // Wider than the page's drawing is high: the picture is seen at the size of a stamp.
        const double across = (Width - (2 * Margin)) / Staircase.Width;
        const double up = (Height - (2 * Margin)) / (Staircase.Height - Staircase.Headroom);
        var ground = Height - Margin;
        var blocks = Staircase.Blocks(Math.Max(1, count), fromRight).Select(b =>
        {
            // Edges on whole pixels: three colours and nothing between, so that the file is small.
            var left = Whole(b.X * across);
            var height = Whole(b.Height * up);
            var colour = current is null || b.Number == current ? colours.Accent : colours.Tint;
            return new Patch(Margin + left, ground - height, Math.Max(1, Whole((b.X + b.Width) * across) - left), height, colour);
        });
        return PngFile.Write(new Drawing(Width, Height,
        [
            new(0, 0, Width, Height, colours.Paper),
            .. blocks,
            new(Margin, ground, Width - (2 * Margin), Rule, colours.Accent),
        ]).Paint(Width, Height));
    }

    private static double Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero);
}
