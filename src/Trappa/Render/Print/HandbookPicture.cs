using System.Globalization;
using Trappa.Languages;
using Trappa.Model;
using static Trappa.Model.Millimetres;

namespace Trappa.Render.Print;

/// <summary>A spread of the handbook as a small picture to choose by, on the scale of the sheets' pictures.</summary>
internal static class HandbookPicture
{
    // From a page's edges to its text, and from one line to the next, in millimetres.
    private const double Margin = 30, Line = 24;

    /// <summary>Draws it.</summary>
    public static string Svg(Language language)
    {
        var (width, height) = (Paper.A4.Width, Paper.A4.Height);
        var svg = SheetPicture.Begin(2 * width, height, 143, 101, language.Fill("print_handbook_picture", ("paper", Paper.A4.Name)));
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 0h{N(2 * width)}v{N(height)}h-{N(2 * width)}zM{N(width)} 0v{N(height)}");
        foreach (var left in new[] { Margin, width + Margin })
        {
            for (var y = 3 * Margin; y <= height - (1.5 * Margin); y += Line)
            {
                svg.Append(CultureInfo.InvariantCulture, $"M{N(left)} {N(y)}h{N(width - (2 * Margin))}");
            }
        }
        // A heading on each page, as a step has: who it is, and how to invite.
        return svg.Append(CultureInfo.InvariantCulture, $"\"/><path class=\"way\" d=\"M{N(Margin)} {N(1.5 * Margin)}h{N(width / 2)}M{N(width + Margin)} {N(1.5 * Margin)}h{N(width / 2)}\"/></svg>").ToString();
    }
}
