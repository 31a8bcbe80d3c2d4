using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Model;
using Trappa.Render.Assets;
using static Trappa.Model.Millimetres;

namespace Trappa.Render.Print;

/// <summary>The style sheet of the print pages: the sheets' sizes and where cards lie on them, as the guide sets them.</summary>
internal static class PrintStyle
{
    // What all that is printed on sheets has in common stands in assets/css/sheets/.
    private const string Sheets = "sheets";

    // How to fold is shown where one chooses, and beside the sheet.
    private const string Folding = "folding";

    /// <summary>The style sheets of layouts, with the sizes that the guide sets in those that are printed.</summary>
    public static ImmutableSortedDictionary<string, string> WithSizes(Guide guide, SiteAssets assets, ImmutableArray<CardSet> cards)
    {
        string Own(string layout) => assets.StyleOf(layout)[assets.Style.Length..];
        string Whole(string layout, string sizes) => assets.StyleOf(Sheets) + Own(layout) + sizes;
        return guide.Steps.IsEmpty ? assets.LayoutStyles
            : assets.LayoutStyles.SetItem("cards", Whole("cards", Css(guide.Print.Presets) + Flows(cards))).SetItem("handbook", Whole("handbook", HandbookStyle.Css(guide)))
                .SetItem("booklet", Whole("booklet", Own(Folding) + BookletStyle.Css(guide)))
                .SetItem("print", assets.StyleOf("print") + Own(Folding));
    }

    /// <summary>The rules that follow from the presets and the kinds of paragraphs.</summary>
    public static string Css(ImmutableArray<CardPreset> presets)
    {
        var css = new StringBuilder();
        foreach (var paper in Paper.All)
        {
            var name = paper.Name.ToLowerInvariant();
            css.Append(Paged(name, paper));
        }
        css.Append(Type());
        for (var i = 0; i < presets.Length; i++)
        {
            var preset = presets[i];
            css.Append(CultureInfo.InvariantCulture, $".k{i} .card{{width:{N(preset.Width)}mm;height:{N(preset.Height)}mm;padding:{N(CardMaker.Safe)}mm}}");
            Columns(css, $".k{i} .c", preset);
            Rows(css, $".k{i} .r", preset);
            // Only where the margins differ do cards lie elsewhere behind.
            if (preset.Left != preset.Right)
            {
                Columns(css, $".k{i}.turned-long .c", preset.Behind(Sides.LongEdge));
            }
            if (preset.Top != preset.Bottom)
            {
                Rows(css, $".k{i}.turned-short .r", preset.Behind(Sides.ShortEdge));
            }
        }
        return css.ToString();
    }

    /// <summary>The rules of one paper: its page, and sheets of its size.</summary>
    /// <remarks>
    /// The body has the page as well. Firefox makes a line of the space between two parts of the body that are hidden on
    /// paper: without a page of its own it puts the first sheet on a page with margins, and an empty page after the last.
    /// </remarks>
    public static string Paged(string name, Paper paper) => string.Create(CultureInfo.InvariantCulture,
        $"@page {name}{{size:{N(paper.Width)}mm {N(paper.Height)}mm;margin:0}}.{name}{{page:{name};width:{N(paper.Width)}mm;height:{N(paper.Height)}mm}}body:has(.{name}){{page:{name}}}");

    /// <summary>The rules of type: what is measured, said to the browser.</summary>
    public static string Type()
    {
        var css = new StringBuilder();
        css.Append(CultureInfo.InvariantCulture, $".sheet{{{PrintType.Css}}}");
        foreach (var kind in BlockKind.All)
        {
            css.Append(CultureInfo.InvariantCulture, $".sheet .{kind.Name}{{font-size:{TextMeasure.Css(kind.Size)};line-height:{N(kind.Leading)}pt;margin:{N(kind.Gap)}mm 0 0");
            css.Append(kind.Aside > 0 ? string.Create(CultureInfo.InvariantCulture, $";padding-inline-end:{N(kind.Aside)}mm}}") : "}");
        }
        return css.Append(".sheet .f{margin-block-start:0}").ToString();
    }

    // The words of the flow, where they stand on the cards of each preset.
    private static string Flows(ImmutableArray<CardSet> cards) => string.Concat(cards.SelectMany((set, i) =>
        set.Cards.SelectMany(c => new[] { c.Front.Flow, c.Back.Flow }).OfType<FlowPaperDrawing>()
            .Select(flow => flow.Css(string.Create(CultureInfo.InvariantCulture, $".k{i} ")))));

    private static void Columns(StringBuilder css, string column, CardPreset preset)
    {
        for (var i = 0; i < preset.Columns; i++)
        {
            css.Append(CultureInfo.InvariantCulture, $"{column}{i}{{left:{N(preset.Left + (i * preset.Width))}mm}}");
        }
    }

    private static void Rows(StringBuilder css, string row, CardPreset preset)
    {
        for (var i = 0; i < preset.Rows; i++)
        {
            css.Append(CultureInfo.InvariantCulture, $"{row}{i}{{top:{N(preset.Top + (i * preset.Height))}mm}}");
        }
    }
}
