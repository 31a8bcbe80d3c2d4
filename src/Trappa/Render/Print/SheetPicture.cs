using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;
using static Trappa.Model.Millimetres;

namespace Trappa.Render.Print;

/// <summary>A sheet and how cards lie on it, as a small picture to choose by; all pictures are on the same scale.</summary>
internal static class SheetPicture
{
    /// <summary>Draws it.</summary>
    public static string Svg(CardPreset preset, Language language)
    {
        var words = language.Fill("print_sheet_picture", ("paper", preset.Paper.Name),
            ("count", preset.PerSheet.ToString(CultureInfo.InvariantCulture)), ("columns", preset.Columns.ToString(CultureInfo.InvariantCulture)));
        var svg = Begin(preset.Paper.Width, preset.Paper.Height, 72, 101, words);
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{N(preset.Paper.Width)}\" height=\"{N(preset.Paper.Height)}\"/>");
        for (var cell = 0; cell < preset.PerSheet; cell++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(preset.Left + (cell % preset.Columns * preset.Width))}\" y=\"{N(preset.Top + (cell / preset.Columns * preset.Height))}\" width=\"{N(preset.Width)}\" height=\"{N(preset.Height)}\"/>");
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The beginning of a picture of paper. Its boxes are empty without the style sheet as well, as they lie over each other.</summary>
    /// <param name="width">Of the paper, in millimetres.</param>
    /// <param name="height">Of the paper, in millimetres.</param>
    /// <param name="wide">Of the picture, in CSS pixels.</param>
    /// <param name="high">Of the picture, in CSS pixels.</param>
    /// <param name="words">What it shows.</param>
    public static StringBuilder Begin(double width, double height, int wide, int high, string words) => new StringBuilder().Append(CultureInfo.InvariantCulture,
        $"<svg class=\"paper\" fill=\"none\" stroke=\"currentColor\" viewBox=\"-1 -1 {N(width + 2)} {N(height + 2)}\" width=\"{wide}\" height=\"{high}\" role=\"img\" aria-label=\"{HtmlText.Escape(words)}\">");
}
