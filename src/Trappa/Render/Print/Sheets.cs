using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;

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
/// Writes cards on sheets as HTML. Each card has all that is on it in its own box, so that a script may lay the cards
/// anew; a card's back is read after its front, also where it is on another sheet.
/// </summary>
internal static class Sheets
{
    /// <summary>All sheets of a set.</summary>
    public static string Html(CardSet set, CardPreset preset, int number, Sides sides, Language language)
    {
        var html = new StringBuilder();
        var sheet = 0;
        foreach (var (faces, isBack) in Pages(set.Cards, preset, sides))
        {
            sheet++;
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"sheet {preset.Paper.Name.ToLowerInvariant()} k{number}{(isBack ? Turned(sides) : "")}\" aria-label=\"{HtmlText.Escape(language.Fill("print_sheet", ("number", sheet.ToString(CultureInfo.InvariantCulture))))}\">\n");
            html.Append(SheetDrawing.Svg(isBack ? preset.Behind(sides) : preset, sides == Sides.One, language));
            foreach (var (card, column, row, isFront) in faces)
            {
                Card(html, set.Cards[card], card + 1, column, row, isFront, sides, preset, set.Cards.Count(c => c.Front.Step > 0), language);
            }
            html.Append("</section>\n");
        }
        return html.ToString();
    }

    /// <summary>Where cards lie on the back of a sheet: what is its left margin in front is its right one behind.</summary>
    public static CardPreset Behind(this CardPreset preset, Sides sides) => sides switch
    {
        Sides.LongEdge => preset with { Left = preset.Right },
        Sides.ShortEdge => preset with { Top = preset.Bottom },
        _ => preset,
    };

    private static string Turned(Sides sides) => sides == Sides.LongEdge ? " turned-long" : " turned-short";

    private static void Card(
        StringBuilder html, Card card, int number, int column, int row, bool isFront, Sides sides, CardPreset preset, int steps, Language language)
    {
        var face = isFront ? card.Front : card.Back;
        var back = string.Create(CultureInfo.InvariantCulture, $"b-{number}");
        // What a front owns is read after it: on a screen, and in the PDF's structure.
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"card c{column} r{row}\"{(isFront ? $" data-front=\"{back}\"" : $" id=\"{back}\"")}{(isFront && sides != Sides.One ? $" aria-owns=\"{back}\"" : "")}>\n");
        for (var i = 0; i < face.Blocks.Length; i++)
        {
            BlockHtml.Append(html, face.Blocks[i], isFront && i == 0 ? "h2" : "p", i == 0);
        }
        html.Append(face.Flow?.Html());
        html.Append(CardDrawing.Svg(face, preset.Width - (2 * CardMaker.Safe), steps, language)).Append("</div>\n");
    }

    // Cards with their places, sheet by sheet, in the order of the cards.
    private static IEnumerable<(ImmutableArray<(int Card, int Column, int Row, bool IsFront)> Faces, bool IsBack)> Pages(
        ImmutableArray<Card> cards, CardPreset preset, Sides sides)
    {
        var numbers = Enumerable.Range(0, cards.Length);
        if (sides == Sides.One)
        {
            var pairs = Math.Max(1, preset.Columns / 2);
            foreach (var some in numbers.Chunk(pairs * preset.Rows))
            {
                yield return ([.. some.SelectMany((card, i) => new[]
                {
                    (card, i % pairs * 2, i / pairs, true), (card, (i % pairs * 2) + 1, i / pairs, false),
                })], false);
            }
            yield break;
        }
        foreach (var some in numbers.Chunk(preset.PerSheet))
        {
            yield return ([.. some.Select((card, i) => (card, i % preset.Columns, i / preset.Columns, true))], false);
            yield return ([.. some.Select((card, i) => (card,
                sides == Sides.LongEdge ? preset.Columns - 1 - (i % preset.Columns) : i % preset.Columns,
                sides == Sides.ShortEdge ? preset.Rows - 1 - (i / preset.Columns) : i / preset.Columns, false))], true);
        }
    }
}
