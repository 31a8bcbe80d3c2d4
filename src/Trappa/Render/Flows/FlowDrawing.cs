using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Model;

namespace Trappa.Render.Flows;

/// <summary>
/// Writes a flow's layout as SVG. Colours come from classes: on a page from the site's style sheet, by itself from a
/// sheet of its own. Without a sheet its words are not hidden by its boxes. Nothing in it moves, runs or is fetched.
/// </summary>
public static class FlowDrawing
{
    // The site's colours without its tokens; dark where that is asked for, and black on white on paper.
    private const string Style = """
        svg{background:#fffcf7;color:#1e1a17}text{font-family:system-ui,sans-serif;fill:currentColor;text-anchor:middle}
        .question rect{fill:#fff;stroke:currentColor}.outcome rect{fill:#fbe9e2;stroke:#8e1022;stroke-width:2}
        .line{fill:none;stroke:#857a6e;stroke-width:1.5}.head{fill:#857a6e}
        @media (prefers-color-scheme:dark){svg{background:#16130f;color:#f4ede4}.question rect{fill:#16130f}.outcome rect{fill:#37201b;stroke:#ffb3a6}.line{stroke:#8f8478}.head{fill:#8f8478}}
        @media print{svg{background:#fff;color:#000}.question rect,.outcome rect{fill:#fff;stroke:#000}.line{stroke:#000}.head{fill:#000}}
        """;

    /// <summary>A file of its own, or null where the flow is too large to be drawn.</summary>
    public static string? Alone(Guide guide, Flow flow) => FlowLayout.Of(flow, TextBreaker.ForAnyFont(guide.Words), new()) is not { } layout ? null
        : Svg(layout, flow, new(), "xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"" + HtmlText.Escape(guide.Language.Code) + "\"",
            "<title>" + HtmlText.Escape(flow.Title) + "</title><style>" + Style + "</style>") + "\n";

    /// <summary>The drawing for a page, or null where the flow is too large to be drawn.</summary>
    public static HtmlText? OnPage(Guide guide, Flow flow) => FlowLayout.Of(flow, TextBreaker.ForAnyFont(guide.Words), new()) is not { } layout ? null
        : new(Svg(layout, flow, new(), "class=\"map\" role=\"img\" aria-label=\"" + HtmlText.Escape(guide.Language.Word("map_drawing")) + "\"", ""));

    private static string Svg(FlowLayout layout, Flow flow, LayoutSizes sizes, string attributes, string first)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg {attributes} viewBox=\"0 0 {Number(layout.Width)} {Number(layout.Height)}\" width=\"{Number(layout.Width)}\" height=\"{Number(layout.Height)}\" fill=\"currentColor\" text-anchor=\"middle\">");
        svg.Append(first).Append("<path class=\"line\" fill=\"none\" stroke=\"currentColor\" d=\"");
        foreach (var line in layout.Lines)
        {
            Append(svg, line);
        }
        svg.Append("\"/><path class=\"head\" d=\"");
        foreach (var end in layout.Lines.Where(l => l.IsLast).Select(l => l.End).Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture, $"M{Number(end.X)} {Number(end.Y)}l-4.5-8h9z");
        }
        svg.Append("\"/>");
        foreach (var box in layout.Boxes)
        {
            var isQuestion = flow.QuestionAt(box.Node) is not null;
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"{(isQuestion ? "question" : "outcome")}\"><rect x=\"{Number(box.Middle - (box.Width / 2))}\" y=\"{Number(box.Top)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\" rx=\"{(isQuestion ? 4 : 16)}\" fill=\"none\" stroke=\"currentColor\"/>");
            Append(svg, box, box.Top + sizes.Padding, sizes.Letters, sizes.Leading);
            svg.Append("</g>");
        }
        foreach (var label in layout.Labels)
        {
            Append(svg, label, label.Top, sizes.LabelLetters, sizes.Leading);
        }
        return svg.Append("</svg>").ToString();
    }

    // Straight down, then over in a curve that leaves and comes in upright.
    private static void Append(StringBuilder svg, PlacedLine line)
    {
        var (start, end) = (line.Start, line.End);
        svg.Append(CultureInfo.InvariantCulture, $"M{Number(start.X)} {Number(start.Y)}V{Number(line.Bend)}");
        if (Math.Abs(start.X - end.X) < 0.05)
        {
            svg.Append(CultureInfo.InvariantCulture, $"V{Number(end.Y)}");
            return;
        }
        var middle = Number((line.Bend + end.Y) / 2);
        svg.Append(CultureInfo.InvariantCulture, $"C{Number(start.X)} {middle} {Number(end.X)} {middle} {Number(end.X)} {Number(end.Y)}");
    }

    private static void Append(StringBuilder svg, PlacedText text, double top, double letters, double leading)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text font-size=\"{Number(letters)}\">");
        for (var i = 0; i < text.Lines.Length; i++)
        {
            // The line of writing is about four fifths down the letters' height.
            var y = top + (letters * (((leading - 1) / 2) + 0.82)) + (i * letters * leading);
            svg.Append(CultureInfo.InvariantCulture, $"<tspan x=\"{Number(text.Middle)}\" y=\"{Number(y)}\">{HtmlText.Escape(text.Lines[i])}</tspan>");
        }
        svg.Append("</text>");
    }

    // A tenth is less than a screen shows; the same number always gives the same text.
    private static string Number(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
