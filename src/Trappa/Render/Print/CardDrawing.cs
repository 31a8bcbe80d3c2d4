using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Render.Html;

namespace Trappa.Render.Print;

/// <summary>What is drawn at the foot of a card: the staircase, or a box for a pen and a code for a phone.</summary>
internal static class CardDrawing
{
    /// <summary>Draws it.</summary>
    /// <param name="face">The side of the card.</param>
    /// <param name="width">Width that there is, in millimetres.</param>
    /// <param name="steps">Number of steps in the guide.</param>
    /// <param name="language">For what is told to those who do not see it.</param>
    public static string Svg(CardFace face, double width, int steps, Language language)
    {
        var html = new StringBuilder();
        if (face.Step > 0)
        {
            Open(html, "rise", width, CardMaker.Stairs - 1, language.Fill("step_of", ("number", I(face.Step)), ("count", I(steps))));
            Stairs(html, width, CardMaker.Stairs - 1, steps, face.Step);
            html.Append("</svg>\n");
        }
        if (face.HasPenBox)
        {
            var room = face.Code is null ? width : width - QrDrawing.Side;
            html.Append(CultureInfo.InvariantCulture, $"<svg class=\"pen\" viewBox=\"0 0 {N(width)} {N(QrDrawing.Side)}\" aria-hidden=\"true\"><rect x=\"0.1\" y=\"0.1\" width=\"{N(room - 0.2)}\" height=\"{N(QrDrawing.Side - 0.2)}\"/></svg>\n");
        }
        if (face.Code is { } code)
        {
            Open(html, "code", QrDrawing.Side, QrDrawing.Side, language.Fill("print_code", ("address", code)));
            html.Append(QrDrawing.Path(code, 0, 0)).Append("</svg>\n");
        }
        return html.ToString();
    }

    private static void Open(StringBuilder html, string name, double width, double height, string words) => html.Append(
        CultureInfo.InvariantCulture, $"<svg class=\"{name}\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{HtmlText.Escape(words)}\">");

    private static void Stairs(StringBuilder html, double width, double height, int steps, int here)
    {
        // Thirty steps have narrow blocks, but blocks.
        var stride = width / steps;
        var gap = Math.Min(0.6, stride / 4);
        for (var i = 0; i < steps; i++)
        {
            var high = height * (i + 1) / steps;
            html.Append(CultureInfo.InvariantCulture, $"<rect{(i + 1 == here ? " class=\"here\"" : "")} x=\"{N((i * stride) + 0.1)}\" y=\"{N(height - high + 0.1)}\" width=\"{N(stride - gap - 0.2)}\" height=\"{N(Math.Max(0.1, high - 0.2))}\"/>");
        }
    }

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string N(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
