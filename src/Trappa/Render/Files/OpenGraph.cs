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
    // The look's light colours.
    private const uint Paper = 0xFFFCF7;
    private const uint Tint = 0xEBD3C8;
    private const uint Accent = 0x8E1022;
    private const int Width = 1200;
    private const int Height = 630;

    /// <summary>Path of a page's picture.</summary>
    public static string File(Guide guide, Step? step) => step is null || guide.Steps.Length > MostSteps
        ? "share/guide.png" : $"share/{step.Number.ToString(CultureInfo.InvariantCulture)}.png";

    // A picture a step is worth its bytes for a ladder one can see.
    private const int MostSteps = 40;

    /// <summary>All the pictures; none where nobody could find them.</summary>
    public static ImmutableArray<OutputFile> All(Guide guide) => guide.Site.Address is null ? [] :
    [
        new("share/guide.png", Picture(guide, null)),
        .. guide.Steps.Where(_ => guide.Steps.Length <= MostSteps).Select(s => new OutputFile(File(guide, s), Picture(guide, s))),
    ];

    private static byte[] Picture(Guide guide, Step? current)
    {
        var blocks = Staircase.Blocks(Math.Max(1, guide.Steps.Length), guide.Language.Direction == "rtl");
        var drawing = new Drawing(Staircase.Width, Staircase.Height,
        [
            new(0, 0, Staircase.Width, Staircase.Height, Paper),
            .. blocks.Select(b => new Patch(b.X, b.Y, b.Width, b.Height, b.Number == current?.Number || current is null ? Accent : Tint)),
        ]);
        return drawing.Png(Width, Height, Width * 0.86 / Staircase.Width * Staircase.Height / Height);
    }
}
