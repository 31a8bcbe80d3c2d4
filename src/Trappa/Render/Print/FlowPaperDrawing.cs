using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Render.Html;
using static Trappa.Model.Millimetres;

namespace Trappa.Render.Print;

/// <summary>
/// Writes one box of a flow on paper: outlines as a drawing in millimetres, words as a list of questions with their
/// answers, and after each answer its arrow, which says where it leads to those who do not see it. Words are put in their
/// places by the style sheet.
/// </summary>
/// <param name="Side">What the box holds.</param>
/// <param name="Type">How its words are set.</param>
/// <param name="First">Number of its first words' class, so that each of several boxes has its own.</param>
/// <param name="Left">From the left edge of what it is drawn in to the box, in millimetres.</param>
/// <param name="Top">The same from the upper edge.</param>
/// <param name="Room">Size of what it is drawn in: a card, a panel.</param>
/// <param name="Language">For the arrows' words, and which way one reads.</param>
public sealed record FlowPaperDrawing(
    PaperSide Side, FlowType Type, int First, double Left, double Top, PaperBox Room, Language Language)
{
    // Half a tip's width, its length, and a question's corners.
    private const double TipWidth = 0.8, TipLength = 1.6, Corner = 0.7;

    // A browser puts a line of writing on the whole pixel above it (1/96 inch): half of one is added, so that it is as
    // often too low as too high.
    private const double HalfPixel = 25.4 / 96 / 2;

    /// <summary>The HTML of the box.</summary>
    public string Html()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<svg class=\"asks\" viewBox=\"0 0 {N(Room.Width)} {N(Room.Height)}\" aria-hidden=\"true\">");
        foreach (var question in Side.Questions)
        {
            Outline(html, question.Box, Corner);
            Compartment(html, question.Box);
            foreach (var end in question.Answers.Select(a => a.End).OfType<PaperEnd>())
            {
                Outline(html, end.Box, end.Number is null ? Math.Min(end.Box.Height / 2, 2.4) : Corner);
                if (end.Number is not null)
                {
                    Compartment(html, end.Box);
                }
            }
        }
        html.Append("</svg>\n");
        var number = First;
        if (Side.Entry is var (words, line))
        {
            html.Append("<p>");
            Words(html, words, number++);
            Arrow(html, line, "");
            html.Append("</p>\n");
        }
        html.Append(CultureInfo.InvariantCulture, $"<ol class=\"asks\" start=\"{Side.Questions[0].Order}\">\n");
        foreach (var question in Side.Questions)
        {
            html.Append("<li>");
            Words(html, question.Number, number++);
            Words(html, question.Words, number++);
            html.Append("\n<ul class=\"ways\">\n");
            foreach (var answer in question.Answers)
            {
                html.Append("<li>");
                Words(html, answer.Label, number++);
                Arrow(html, answer.Line, LeadsTo(question, answer));
                if (answer.End is { } end)
                {
                    if (end.Number is { } other)
                    {
                        Words(html, other, number++);
                    }
                    Words(html, end.Words, number++);
                }
                html.Append("</li>\n");
            }
            html.Append("</ul></li>\n");
        }
        return html.Append("</ol>\n").ToString();
    }

    /// <summary>The rules that put its words in their places.</summary>
    /// <param name="within">Selects what it is drawn in, followed by a space.</param>
    public string Css(string within)
    {
        var css = new StringBuilder();
        css.Append(CultureInfo.InvariantCulture, $"{within}.way{{font-size:{TextMeasure.Css(Type.Size)};line-height:{N(Type.Leading)}pt}}");
        foreach (var (words, i) in Side.AllWords.Select((w, i) => (w, i)))
        {
            css.Append(CultureInfo.InvariantCulture, $"{within}.t{First + i}{{left:{N(X(words.Box))}mm;top:{N(Top + words.Box.Top + HalfPixel)}mm;width:{N(words.Box.Width)}mm}}");
        }
        return css.ToString();
    }

    /// <summary>How many words it has that are put in their places.</summary>
    public int Count => Side.AllWords.Count();

    private bool IsMirrored => Language.Direction == "rtl";

    private string LeadsTo(PaperQuestion question, PaperAnswer answer) =>
        answer.End is { Number: null } ? Language.Word("print_leads_to")
        : Language.Fill("print_leads_to_question", ("number", answer.End is { Number: { } number } ? number.Runs[0].Text : I(question.Order + 1)));

    private static void Words(StringBuilder html, PaperWords words, int number)
    {
        html.Append(CultureInfo.InvariantCulture, $"<span class=\"way t{number}\">");
        foreach (var run in words.Runs)
        {
            html.Append(run.IsBold ? $"<b>{HtmlText.Escape(run.Text)}</b>" : HtmlText.Escape(run.Text));
        }
        html.Append("</span> ");
    }

    private void Arrow(StringBuilder html, PaperLine line, string words)
    {
        html.Append(CultureInfo.InvariantCulture, $"<svg class=\"leads\" viewBox=\"0 0 {N(Room.Width)} {N(Room.Height)}\" ");
        html.Append(words.Length == 0 ? "aria-hidden=\"true\">" : $"role=\"img\" aria-label=\"{HtmlText.Escape(words)}\">");
        var (x, y, tip) = (X(line.X2), Top + line.Y2, IsMirrored ? TipLength : -TipLength);
        if (line.Broken is not var (from, to))
        {
            html.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"M{N(x)} {N(Top + line.Y1)}V{N(y - TipLength)}\"/>");
            html.Append(CultureInfo.InvariantCulture, $"<path class=\"tip\" d=\"M{N(x)} {N(y)}l{N(-TipWidth)} {N(-TipLength)}h{N(2 * TipWidth)}z\"/></svg> ");
            return;
        }
        html.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"M{N(X(line.X1))} {N(y)}H{N(X(from))}M{N(X(to))} {N(y)}H{N(x + tip)}\"/>");
        html.Append(CultureInfo.InvariantCulture, $"<path class=\"tip\" d=\"M{N(x)} {N(y)}l{N(tip)} {N(-TipWidth)}v{N(2 * TipWidth)}z\"/></svg> ");
    }

    private void Outline(StringBuilder html, Area area, double corner) => html.Append(CultureInfo.InvariantCulture,
        $"<rect x=\"{N(X(area))}\" y=\"{N(Top + area.Top)}\" width=\"{N(area.Width)}\" height=\"{N(area.Height)}\" rx=\"{N(corner)}\"/>");

    private void Compartment(StringBuilder html, Area area) => html.Append(CultureInfo.InvariantCulture,
        $"<path class=\"line\" d=\"M{N(X(area.Left + Side.Compartment))} {N(Top + area.Top)}v{N(area.Height)}\"/>");

    private double X(Area area) => IsMirrored ? X(area.Right) : X(area.Left);

    private double X(double x) => IsMirrored ? Room.Width - Left - x : Left + x;

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);
}
