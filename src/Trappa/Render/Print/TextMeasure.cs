using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Trappa.Render.Print;

/// <summary>A piece of text in one weight.</summary>
/// <param name="Text">The text, as it is set: with soft hyphens and no-break spaces.</param>
/// <param name="IsBold">Whether it is bold.</param>
public readonly record struct TextRun(string Text, bool IsBold)
{
    /// <summary>Where it leads on a screen, or null.</summary>
    public string? Url { get; init; }
}

/// <summary>What a text takes in a box.</summary>
/// <param name="Lines">Number of lines; 0 for no text.</param>
/// <param name="Starts">Where each line begins, in characters of the text with its spaces made single.</param>
/// <param name="WidestWord">Width of the widest piece that cannot be broken, in millimetres.</param>
/// <param name="IsClose">Whether a line would end elsewhere in a browser that rounds otherwise, or has other rules of breaking.</param>
public sealed record MeasuredText(int Lines, ImmutableArray<int> Starts, double WidestWord, bool IsClose);

/// <summary>
/// Measures text without a browser: advance widths of the font, and the browser's rules of breaking lines. Print text
/// has no kerning, no ligatures and no balancing, so that lines are filled one by one.
/// </summary>
internal sealed class TextMeasure(FontWidths widths, LineBreaks breaks)
{
    // The browser lays out in 1/64 of a CSS pixel, which is 1/96 inch (CSS Values 4 §6.2); a box is rounded down to it,
    // a piece of text up, and a line may be wider than its box by one.
    private const double PixelsPerMillimetre = 96 / 25.4;
    private const double Units = 64;

    // How much wider or narrower a whole line may be in another browser.
    private const double Hair = 0.1 * PixelsPerMillimetre;

    /// <summary>Breaks a text into lines.</summary>
    /// <param name="runs">The text.</param>
    /// <param name="size">Size of the type in points.</param>
    /// <param name="width">Width of the box in millimetres.</param>
    public MeasuredText Lines(ImmutableArray<TextRun> runs, double size, double width)
    {
        var (text, bold) = Joined(runs);
        if (text.Length == 0)
        {
            return new(0, [], 0, false);
        }
        var available = (Math.Floor(width * PixelsPerMillimetre * Units) + 1) / Units;
        var pixel = Pixels(size) / FontWidths.Em;
        var starts = ImmutableArray.CreateBuilder<int>();
        var widest = 0.0;
        var isClose = false;
        starts.Add(0);
        for (var at = 0; at < text.Length;)
        {
            var (end, first) = Line(text, bold, at, available, pixel, ref isClose);
            widest = Math.Max(widest, first);
            at = end;
            if (at < text.Length)
            {
                starts.Add(at);
            }
        }
        return new(starts.Count, starts.ToImmutable(), widest / PixelsPerMillimetre, isClose || (starts.Count > 1 && HasSlash(text)));
    }

    /// <summary>Width of a text on one line, in millimetres.</summary>
    public double Width(string text, bool isBold, double size) =>
        text.Sum(c => widths.Of(c, isBold)) * Pixels(size) / FontWidths.Em / PixelsPerMillimetre;

    // Where the line that begins here ends, and the width of the part that could not be broken where it is too wide.
    private (int End, double Overwide) Line(string text, bool[] bold, int start, double available, double pixel, ref bool isClose)
    {
        double total = 0, ink = 0, overwide = 0;
        var best = -1;
        for (var i = start; i < text.Length; i++)
        {
            if (i > start && breaks.IsBefore(text, i))
            {
                var withHyphen = text[i - 1] == '\u00AD' ? ink + (widths.Of('-', bold[i - 1]) * pixel) : ink;
                isClose |= Math.Abs(withHyphen - available) < Hair;
                if (Up(withHyphen) <= available)
                {
                    best = i;
                }
                else
                {
                    return best > 0 ? (best, 0) : (i, withHyphen);
                }
            }
            total += widths.Of(text[i], bold[i]) * pixel;
            if (text[i] != ' ')
            {
                ink = total;
            }
        }
        isClose |= Math.Abs(ink - available) < Hair;
        if (Up(ink) <= available)
        {
            return (text.Length, overwide);
        }
        return best > 0 ? (best, 0) : (text.Length, ink);
    }

    /// <summary>A size of type for the style sheet.</summary>
    /// <remarks>
    /// Chromium scales fonts to whole 1/64 of a pixel, downwards: 8 pt is 10.65625 px, and not two thirds. Firefox does not,
    /// and would have some lines end elsewhere. So both get what is measured, up to the next hundredth: Chromium drops what
    /// is less than that before it looks for the 1/64.
    /// </remarks>
    /// <param name="points">The size in points.</param>
    public static string Css(double points) =>
        (Math.Ceiling(Pixels(points) * 100) / 100).ToString("0.##", CultureInfo.InvariantCulture) + "px";

    private static double Pixels(double points) => Math.Floor(points * 96 / 72 * Units) / Units;

    // UAX 14 lets a line end after a slash, in an address too, and Firefox does it. Chromium keeps it together.
    private bool HasSlash(string text) => text.Index().Any(c => c.Item == '/' && c.Index + 1 < text.Length && text[c.Index + 1] != ' ' && !breaks.IsBefore(text, c.Index + 1));

    private static double Up(double pixels) => Math.Ceiling((pixels * Units) - 1e-6) / Units;

    // White space of every kind but no-break is one space (CSS Text 3 §4.1.1), none at either end.
    private static (string Text, bool[] Bold) Joined(ImmutableArray<TextRun> runs)
    {
        var text = new StringBuilder();
        var bold = new List<bool>();
        foreach (var run in runs)
        {
            foreach (var c in run.Text)
            {
                if (c is ' ' or '\n' or '\r' or '\t' && (text.Length == 0 || text[^1] == ' '))
                {
                    continue;
                }
                text.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
                bold.Add(run.IsBold);
            }
        }
        if (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
        return (text.ToString(), [.. bold]);
    }
}
