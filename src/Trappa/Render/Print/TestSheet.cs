using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;
using static Trappa.Model.Millimetres;

namespace Trappa.Render.Print;

/// <summary>
/// A sheet that shows how far a printer shifts the back: a cross in front, and behind it a scale in millimetres around
/// the same place, to be read where a needle comes out.
/// </summary>
internal static class TestSheet
{
    // Frame's distance from the edge, half the length of the scale, and of the cross in front.
    private const double Frame = 10, Scale = 10, Cross = 15;

    /// <summary>Both its sides.</summary>
    public static string Html(Paper paper, Sides sides, Language language)
    {
        var html = new StringBuilder();
        Side(html, paper, "", language.Word("print_test_front"), language, (svg, x, y) =>
            svg.Append(CultureInfo.InvariantCulture, $"M{N(x - Cross)} {N(y)}h{N(2 * Cross)}M{N(x)} {N(y - Cross)}v{N(2 * Cross)}"));
        Side(html, paper, sides == Sides.LongEdge ? " turned-long" : " turned-short", language.Word("print_test_back"), language, Scales);
        return html.ToString();
    }

    private static void Side(StringBuilder html, Paper paper, string turned, string words, Language language, Action<StringBuilder, double, double> draw)
    {
        var (x, y) = (paper.Width / 2, paper.Height / 2);
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"sheet {paper.Name.ToLowerInvariant()}{turned}\" aria-label=\"{HtmlText.Escape(words)}\"><svg viewBox=\"0 0 {N(paper.Width)} {N(paper.Height)}\" role=\"img\" aria-label=\"{HtmlText.Escape(words)}\">");
        html.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(Frame)}\" y=\"{N(Frame)}\" width=\"{N(paper.Width - (2 * Frame))}\" height=\"{N(paper.Height - (2 * Frame))}\"/><path class=\"ruler\" d=\"");
        draw(html, x, y);
        html.Append(CultureInfo.InvariantCulture, $"M{N(x - 25)} {N(paper.Height - 40)}h50m-50 -1v2m50 -2v2\"/>");
        Text(html, x, paper.Height - 34, language.Word("print_measure_me"));
        Text(html, x, 30, words);
        if (turned.Length > 0)
        {
            // Nearer to the middle, those of one scale would stand on those of the other.
            foreach (var n in (int[])[-10, 10])
            {
                var number = n.ToString("+0;−0", CultureInfo.InvariantCulture);
                Text(html, x + n, y + 6, number);
                Text(html, x + 6, y + n + 1, number);
            }
        }
        html.Append("</svg></section>\n");
    }

    private static void Scales(StringBuilder svg, double x, double y)
    {
        svg.Append(CultureInfo.InvariantCulture, $"M{N(x - Scale)} {N(y)}h{N(2 * Scale)}M{N(x)} {N(y - Scale)}v{N(2 * Scale)}");
        for (var n = -Scale; n <= Scale; n++)
        {
            var tick = n % 5 == 0 ? 2 : 1;
            svg.Append(CultureInfo.InvariantCulture, $"M{N(x + n)} {N(y - tick)}v{2 * tick}M{N(x - tick)} {N(y + n)}h{2 * tick}");
        }
    }

    private static void Text(StringBuilder svg, double x, double y, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"middle\" x=\"{N(x)}\" y=\"{N(y)}\">{HtmlText.Escape(text)}</text>");
}
