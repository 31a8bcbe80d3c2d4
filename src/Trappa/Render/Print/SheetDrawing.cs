using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;
using static Trappa.Model.Millimetres;

namespace Trappa.Render.Print;

/// <summary>
/// What lies around the cards of a sheet as one drawing in millimetres: marks where to cut and fold, and a ruler that
/// shows whether the printer has kept the size. A browser moves boxes to whole pixels, and drawings not.
/// </summary>
internal static class SheetDrawing
{
    // How far marks are from the cards, and how long they are.
    private const double Gap = 1.5, Length = 4, Dash = 0.8;

    // The ruler, the room for its words, and how far from the cards its line is: in the band of the marks, between two of
    // them where cards are wide enough, and else outside it.
    private const double Ruler = 50, Words = 24, Tick = 1, Within = 3.5, Outside = 7.5;

    // What printers leave white: the ruler must be in what they reach.
    private const double Reach = 4;

    /// <summary>The drawing of a sheet.</summary>
    /// <param name="preset">Where cards lie on this side.</param>
    /// <param name="isFolded">Whether every second line between columns is folded instead of cut.</param>
    /// <param name="language">For the ruler's words.</param>
    public static string Svg(CardPreset preset, bool isFolded, Language language)
    {
        var (right, bottom) = (preset.Left + (preset.Columns * preset.Width), preset.Top + (preset.Rows * preset.Height));
        StringBuilder cuts = new(), folds = new();
        for (var column = 0; column <= preset.Columns; column++)
        {
            var x = N(preset.Left + (column * preset.Width));
            if (isFolded && column % 2 == 1 && column < preset.Columns)
            {
                Dashes(folds, x, preset.Top - Gap, Mark(preset.Top), -1);
                Dashes(folds, x, bottom + Gap, Mark(preset.Bottom), 1);
                continue;
            }
            cuts.Append(CultureInfo.InvariantCulture,
                $"M{x} {N(preset.Top - Gap)}v-{N(Mark(preset.Top))}M{x} {N(bottom + Gap)}v{N(Mark(preset.Bottom))}");
        }
        for (var row = 0; row <= preset.Rows; row++)
        {
            var y = N(preset.Top + (row * preset.Height));
            cuts.Append(CultureInfo.InvariantCulture, $"M{N(preset.Left - Gap)} {y}h-{N(Mark(preset.Left))}M{N(right + Gap)} {y}h{N(Mark(preset.Right))}");
        }
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {N(preset.Paper.Width)} {N(preset.Paper.Height)}\" aria-hidden=\"true\"><path class=\"cut\" d=\"{cuts}\"/>");
        if (folds.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"fold\" d=\"{folds}\"/>");
        }
        if (RulerPlace(preset, bottom) is var (left, level))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"ruler\" d=\"M{N(left)} {N(level)}h{N(Ruler)}M{N(left)} {N(level - Tick)}v{N(2 * Tick)}M{N(left + Ruler)} {N(level - Tick)}v{N(2 * Tick)}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(left + Ruler + 1.5)}\" y=\"{N(level + Tick)}\">{HtmlText.Escape(language.Word("print_measure_me"))}</text>");
        }
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Whether a sheet has room for its ruler above or below the cards.</summary>
    public static bool HasRuler(CardPreset preset) => Math.Max(preset.Top, preset.Bottom) >= RoomForRuler(preset);

    /// <summary>The height that the ruler needs above or below the cards, in millimetres.</summary>
    public static double RoomForRuler(CardPreset preset) => (IsBetween(preset) ? Within : Outside) + Tick + Reach;

    private static bool IsBetween(CardPreset preset) => preset.Width >= Ruler + Words + 2;

    // Below the cards where there is room, else above them; nowhere where there is none.
    private static (double Left, double Level)? RulerPlace(CardPreset preset, double bottom)
    {
        var isBetween = IsBetween(preset);
        var away = isBetween ? Within : Outside;
        var least = RoomForRuler(preset);
        var left = isBetween ? preset.Left + ((preset.Width - Ruler - Words) / 2) : (preset.Paper.Width - Ruler - Words) / 2;
        return preset.Bottom >= least ? (left, bottom + away)
            : preset.Top >= least ? (left, preset.Top - away)
            : null;
    }

    // Dashes as lines of their own: a browser makes areas of a style sheet's.
    private static void Dashes(StringBuilder path, string x, double from, double length, int way)
    {
        for (var at = 0.0; at + Dash <= length; at += 2 * Dash)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{x} {N(from + (way * at))}v{N(way * Dash)}");
        }
    }

    private static double Mark(double margin) => Math.Min(Length, Math.Max(0, margin - Gap));
}
