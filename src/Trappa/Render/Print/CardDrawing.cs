using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Render.Html;
using static Trappa.Model.Millimetres;

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
            Stairs(html, width, CardMaker.Stairs - 1, steps, face.Step, language.Direction == "rtl");
            html.Append("</svg>\n");
        }
        if (face.HasPenBox)
        {
            // The code is at the end of the line, the box at its beginning.
            var room = face.Code is null ? width : width - QrDrawing.Side;
            html.Append(CultureInfo.InvariantCulture, $"<svg class=\"pen\" viewBox=\"0 0 {N(width)} {N(QrDrawing.Side)}\" aria-hidden=\"true\">{Box(language.Direction == "rtl" ? width - room : 0, room, QrDrawing.Side)}</svg>\n");
        }
        if (face.Code is { } code)
        {
            html.Append(Code(code, language));
        }
        return html.ToString();
    }

    /// <summary>A code for a phone.</summary>
    public static string Code(string code, Language language)
    {
        var html = new StringBuilder();
        Open(html, "code", QrDrawing.Side, QrDrawing.Side, language.Fill("print_code", ("address", code)));
        return html.Append(QrDrawing.Path(code, 0, 0)).Append("</svg>\n").ToString();
    }

    /// <summary>A box left empty for a pen.</summary>
    public static string PenBox(double width, double height) => string.Create(CultureInfo.InvariantCulture,
        $"<svg class=\"pen\" viewBox=\"0 0 {N(width)} {N(height)}\" aria-hidden=\"true\">{Box(0, width, height)}</svg>\n");

    private static string Box(double left, double width, double height) => string.Create(CultureInfo.InvariantCulture,
        $"<rect x=\"{N(left + 0.1)}\" y=\"0.1\" width=\"{N(width - 0.2)}\" height=\"{N(height - 0.2)}\"/>");

    private static void Open(StringBuilder html, string name, double width, double height, string words) => html.Append(
        CultureInfo.InvariantCulture, $"<svg class=\"{name}\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{HtmlText.Escape(words)}\">");

    /// <summary>The blocks of a staircase.</summary>
    /// <param name="html">Where they are written.</param>
    /// <param name="width">Width in millimetres.</param>
    /// <param name="height">Height of the highest.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="here">The step whose block is filled; 0 for none.</param>
    /// <param name="fromRight">Whether the lowest stands at the right, as in a guide that reads from right to left.</param>
    public static void Stairs(StringBuilder html, double width, double height, int steps, int here, bool fromRight)
    {
        // Thirty steps have narrow blocks, but blocks.
        var stride = width / steps;
        var gap = Math.Min(0.6, stride / 4);
        for (var i = 0; i < steps; i++)
        {
            var high = height * (i + 1) / steps;
            html.Append(CultureInfo.InvariantCulture, $"<rect{(i + 1 == here ? " class=\"here\"" : "")} x=\"{N(((fromRight ? steps - 1 - i : i) * stride) + (fromRight ? gap : 0) + 0.1)}\" y=\"{N(height - high + 0.1)}\" width=\"{N(stride - gap - 0.2)}\" height=\"{N(Math.Max(0.1, high - 0.2))}\"/>");
        }
    }

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);
}
