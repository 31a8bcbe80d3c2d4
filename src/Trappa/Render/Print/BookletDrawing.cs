using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Render.Html;
using static Trappa.Model.Millimetres;

namespace Trappa.Render.Print;

/// <summary>
/// What is drawn on the booklet's sheet, in millimetres: where to fold and cut, the pages' numbers, lines for a pen, and a
/// ruler. A browser moves boxes to whole pixels, and drawings not.
/// </summary>
internal static class BookletDrawing
{
    private const double Dash = 1.5, Ruler = 50, Tick = 1, NumberAbove = 6, LineSpace = 8;

    /// <summary>The sheet's drawing.</summary>
    public static string Sheet(Booklet booklet, Imposition imposition, Language language)
    {
        var (width, height) = (booklet.Sheet.Width, booklet.Sheet.Height);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {N(width)} {N(height)}\" aria-hidden=\"true\"><path class=\"fold\" d=\"");
        for (var column = 1; column < imposition.Columns; column++)
        {
            Dashes(svg, 0, height, at => $"M{N(column * booklet.PageWidth)} {N(at)}v{N(Dash)}");
        }
        Dashes(svg, 0, Imposition.CutFrom * booklet.PageWidth, at => $"M{N(at)} {N(height / 2)}h{N(Dash)}");
        Dashes(svg, imposition.CutTo * booklet.PageWidth, width, at => $"M{N(at)} {N(height / 2)}h{N(Dash)}");
        svg.Append(CultureInfo.InvariantCulture, $"\"/><path class=\"cut\" d=\"M{N(Imposition.CutFrom * booklet.PageWidth)} {N(height / 2)}H{N(imposition.CutTo * booklet.PageWidth)}\"/>");
        Scissors(svg, Imposition.CutFrom * booklet.PageWidth, height / 2);
        foreach (var panel in imposition.Panels)
        {
            Page(svg, booklet, panel, language);
        }
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The sheet as a small picture to choose by: its pages by number, as they lie.</summary>
    public static string Picture(Booklet booklet, Imposition imposition, Language language)
    {
        var svg = SheetPicture.Begin(booklet.Sheet.Width, booklet.Sheet.Height, 101, 72,
            language.Fill("print_booklet_picture", ("paper", booklet.Sheet.Name), ("count", N(imposition.Panels.Length))));
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 0h{N(booklet.Sheet.Width)}v{N(booklet.Sheet.Height)}h-{N(booklet.Sheet.Width)}z");
        for (var column = 1; column < imposition.Columns; column++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{N(column * booklet.PageWidth)} 0v{N(booklet.Sheet.Height)}");
        }
        svg.Append(CultureInfo.InvariantCulture, $"\"/><path class=\"way\" d=\"M{N(Imposition.CutFrom * booklet.PageWidth)} {N(booklet.PageHeight)}H{N(imposition.CutTo * booklet.PageWidth)}\"/>");
        foreach (var panel in imposition.Panels)
        {
            var (x, y) = ((panel.Column + 0.5) * booklet.PageWidth, (panel.Row + 0.5) * booklet.PageHeight);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y + 20)}\"{(panel.IsTurned ? $" transform=\"rotate(180 {N(x)} {N(y)})\"" : "")}>{panel.Number}</text>");
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The staircase on the cover.</summary>
    public static string Cover(Booklet booklet, int steps, Language language) =>
        Stairs("rise", booklet.PageWidth - (2 * Booklet.Safe), Booklet.Stairs, steps, 0, language.Fill("print_stairs", ("count", N(steps))), language);

    /// <summary>The staircase beside a step's name, with its block filled.</summary>
    public static string Step(int step, int steps, Language language) =>
        Stairs("here-of", BlockKind.StepName.Aside - Booklet.Gap, 4.5, steps, step, language.Fill("step_of", ("number", N(step)), ("count", N(steps))), language);

    private static string Stairs(string name, double width, double height, int steps, int here, string words, Language language)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"{name}\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{HtmlText.Escape(words)}\">");
        CardDrawing.Stairs(svg, width, height, steps, here, language.Direction == "rtl");
        return svg.Append("</svg>\n").ToString();
    }

    // What is drawn on one page, seen as it is read.
    private static void Page(StringBuilder svg, Booklet booklet, Panel panel, Language language)
    {
        var (left, top) = (panel.Column * booklet.PageWidth, panel.Row * booklet.PageHeight);
        var (width, foot) = (booklet.PageWidth, booklet.PageHeight);
        svg.Append(panel.IsTurned
            ? $"<g transform=\"translate({N(left + width)} {N(top + foot)}) rotate(180)\">"
            : $"<g transform=\"translate({N(left)} {N(top)})\">");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"middle\" x=\"{N(width / 2)}\" y=\"{N(foot - NumberAbove)}\">{panel.Number}</text>");
        if (booklet.Pages[panel.Number - 1].Kind == BookletPageKind.Notes)
        {
            svg.Append("<path class=\"ruler\" d=\"");
            for (var y = Booklet.Safe + (2 * LineSpace); y < foot - Booklet.Foot; y += LineSpace)
            {
                svg.Append(CultureInfo.InvariantCulture, $"M{N(Booklet.Safe)} {N(y)}h{N(width - (2 * Booklet.Safe))}");
            }
            svg.Append("\"/>");
        }
        if (panel.Number == booklet.Pages.Length)
        {
            RulerAt(svg, (width - Ruler) / 2, foot - Booklet.Foot - 1, language);
        }
        svg.Append("</g>");
    }

    private static void RulerAt(StringBuilder svg, double left, double level, Language language)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"ruler\" d=\"M{N(left)} {N(level)}h{N(Ruler)}");
        for (var ten = 0; ten <= Ruler; ten += 10)
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{N(left + ten)} {N(level - Tick)}v{N(2 * Tick)}");
        }
        svg.Append(CultureInfo.InvariantCulture, $"\"/><text class=\"middle\" x=\"{N(left + (Ruler / 2))}\" y=\"{N(level - (2 * Tick))}\">{HtmlText.Escape(language.Word("print_measure_me"))}</text>");
    }

    // Two blades and two eyes, their points on the line.
    private static void Scissors(StringBuilder svg, double x, double y) => svg.Append(CultureInfo.InvariantCulture,
        $"<path class=\"cut\" d=\"M{N(x + 7)} {N(y)}l-4.2 -1.3M{N(x + 7)} {N(y)}l-4.2 1.3M{N(x + 3)} {N(y - 1.4)}a1 0.8 0 1 0 -2 0a1 0.8 0 1 0 2 0M{N(x + 3)} {N(y + 1.4)}a1 0.8 0 1 0 -2 0a1 0.8 0 1 0 2 0\"/>");

    // Dashes as lines of their own: a browser makes areas of a style sheet's.
    private static void Dashes(StringBuilder path, double from, double to, Func<double, string> dash)
    {
        for (var at = from; at + Dash <= to; at += 2 * Dash)
        {
            path.Append(dash(at));
        }
    }
}
