using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>How cards lie on paper.</summary>
public enum Sides
{
    /// <summary>Backs on a sheet of their own, columns mirrored: the sheet is turned about its long edge.</summary>
    LongEdge,
    /// <summary>The same, rows mirrored: the sheet is turned about its short edge.</summary>
    ShortEdge,
    /// <summary>Front and back beside each other, to be folded between.</summary>
    One,
}

/// <summary>
/// Writes cards on sheets as HTML: what must be exact (cut marks, ruler, staircases) is one drawing in millimetres, since
/// a browser moves boxes to whole pixels; boxes hold text alone.
/// </summary>
internal static class Sheets
{
    private const double MarkGap = 1.5, MarkLength = 4, RulerLength = 50;

    /// <summary>All sheets of a set.</summary>
    public static string Html(CardSet set, CardPreset preset, int number, Sides sides, Language language)
    {
        var html = new StringBuilder();
        var sheet = 0;
        foreach (var faces in Pages(set.Cards, preset, sides))
        {
            sheet++;
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"sheet {preset.Paper.Name.ToLowerInvariant()} k{number}\" aria-label=\"{HtmlText.Escape(language.Fill("print_sheet", ("number", sheet.ToString(CultureInfo.InvariantCulture))))}\">\n");
            Drawing(html, faces, preset, set.Cards.Length - 1, language);
            foreach (var (face, column, row, isFront) in faces.OrderBy(f => f.Row).ThenBy(f => f.Column))
            {
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"card c{column} r{row}\">\n");
                for (var i = 0; i < face.Blocks.Length; i++)
                {
                    Block(html, face.Blocks[i], i, isFront);
                }
                html.Append("</div>\n");
            }
            html.Append("</section>\n");
        }
        return html.ToString();
    }

    // Faces with their places, sheet by sheet.
    private static IEnumerable<ImmutableArray<(CardFace Face, int Column, int Row, bool IsFront)>> Pages(
        ImmutableArray<Card> cards, CardPreset preset, Sides sides)
    {
        if (sides == Sides.One)
        {
            var pairs = preset.Columns / 2;
            foreach (var some in cards.Chunk(Math.Max(1, pairs * preset.Rows)))
            {
                yield return [.. some.SelectMany((card, i) => new[]
                {
                    (card.Front, i % pairs * 2, i / pairs, true), (card.Back, (i % pairs * 2) + 1, i / pairs, false),
                })];
            }
            yield break;
        }
        foreach (var some in cards.Chunk(preset.PerSheet))
        {
            yield return [.. some.Select((card, i) => (card.Front, i % preset.Columns, i / preset.Columns, true))];
            yield return [.. some.Select((card, i) => (card.Back,
                sides == Sides.LongEdge ? preset.Columns - 1 - (i % preset.Columns) : i % preset.Columns,
                sides == Sides.ShortEdge ? preset.Rows - 1 - (i / preset.Columns) : i / preset.Columns, false))];
        }
    }

    private static void Block(StringBuilder html, CardBlock block, int place, bool isFront)
    {
        var tag = isFront && place == 0 ? "h2" : "p";
        html.Append(CultureInfo.InvariantCulture, $"<{tag} class=\"{block.Kind.Name}{(place == 0 ? " f" : "")}\">");
        foreach (var run in block.Runs)
        {
            html.Append(run.IsBold && tag == "p" ? $"<b>{HtmlText.Escape(run.Text)}</b>" : HtmlText.Escape(run.Text));
        }
        html.Append(CultureInfo.InvariantCulture, $"</{tag}>\n");
    }

    private static void Drawing(
        StringBuilder html, ImmutableArray<(CardFace Face, int Column, int Row, bool IsFront)> faces, CardPreset preset, int steps, Language language)
    {
        var (right, bottom) = (preset.Left + (preset.Columns * preset.Width), preset.Top + (preset.Rows * preset.Height));
        html.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {N(preset.Paper.Width)} {N(preset.Paper.Height)}\" aria-hidden=\"true\"><path class=\"cut\" d=\"");
        for (var column = 0; column <= preset.Columns; column++)
        {
            var x = N(preset.Left + (column * preset.Width));
            html.Append(CultureInfo.InvariantCulture, $"M{x} {N(preset.Top - MarkGap)}v-{N(Math.Min(MarkLength, Math.Max(0, preset.Top - MarkGap)))}M{x} {N(bottom + MarkGap)}v{N(Math.Min(MarkLength, Math.Max(0, preset.Bottom - MarkGap)))}");
        }
        for (var row = 0; row <= preset.Rows; row++)
        {
            var y = N(preset.Top + (row * preset.Height));
            html.Append(CultureInfo.InvariantCulture, $"M{N(preset.Left - MarkGap)} {y}h-{N(Math.Min(MarkLength, Math.Max(0, preset.Left - MarkGap)))}M{N(right + MarkGap)} {y}h{N(Math.Min(MarkLength, Math.Max(0, preset.Right - MarkGap)))}");
        }
        html.Append("\"/>");
        Ruler(html, preset, bottom, language);
        foreach (var (face, column, row, _) in faces.Where(f => f.Face.Step > 0))
        {
            Stairs(html, preset.Left + (column * preset.Width) + CardMaker.Safe, preset.Top + ((row + 1) * preset.Height) - CardMaker.Safe,
                preset.Width - (2 * CardMaker.Safe), CardMaker.Stairs - 1, steps, face.Step);
        }
        foreach (var (face, column, row, _) in faces.Where(f => f.Face.Code is not null))
        {
            html.Append(QrDrawing.Path(face.Code!, preset.Left + ((column + 1) * preset.Width) - CardMaker.Safe - QrDrawing.Side,
                preset.Top + ((row + 1) * preset.Height) - CardMaker.Safe - QrDrawing.Side));
        }
        html.Append("</svg>\n");
    }

    // Below the cards where there is room, else above or beside them.
    private static void Ruler(StringBuilder html, CardPreset preset, double bottom, Language language)
    {
        if (Math.Max(preset.Bottom, preset.Top) < 9)
        {
            return;
        }
        var y = preset.Bottom >= 9 ? bottom + 7.5 : preset.Top - 7.5;
        var x = (preset.Paper.Width - RulerLength) / 2;
        html.Append(CultureInfo.InvariantCulture, $"<path class=\"ruler\" d=\"M{N(x)} {N(y)}h{N(RulerLength)}M{N(x)} {N(y - 1)}v2M{N(x + RulerLength)} {N(y - 1)}v2\"/><text x=\"{N(x + RulerLength + 2)}\" y=\"{N(y + 1)}\">{HtmlText.Escape(language.Word("print_measure_me"))}</text>");
    }

    private static void Stairs(StringBuilder html, double x, double foot, double width, double height, int steps, int here)
    {
        var stride = width / steps;
        for (var i = 0; i < steps; i++)
        {
            var high = height * (i + 1) / steps;
            html.Append(CultureInfo.InvariantCulture, $"<rect{(i + 1 == here ? " class=\"here\"" : "")} x=\"{N(x + (i * stride))}\" y=\"{N(foot - high)}\" width=\"{N(stride - 0.6)}\" height=\"{N(high)}\"/>");
        }
    }

    private static string N(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
