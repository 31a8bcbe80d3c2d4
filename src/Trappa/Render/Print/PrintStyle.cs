using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>The style sheet of the print pages: the sheets' sizes and where cards lie on them, as the guide sets them.</summary>
internal static class PrintStyle
{
    /// <summary>The rules that follow from the presets and the kinds of paragraphs.</summary>
    public static string Css(ImmutableArray<CardPreset> presets)
    {
        var css = new StringBuilder();
        foreach (var paper in Paper.All)
        {
            var name = paper.Name.ToLowerInvariant();
            css.Append(CultureInfo.InvariantCulture, $"@page {name}{{size:{N(paper.Width)}mm {N(paper.Height)}mm;margin:0}}");
            css.Append(CultureInfo.InvariantCulture, $".{name}{{page:{name};width:{N(paper.Width)}mm;height:{N(paper.Height)}mm}}");
        }
        css.Append(CultureInfo.InvariantCulture, $".sheet{{{PrintType.Css}}}");
        foreach (var kind in BlockKind.All)
        {
            css.Append(CultureInfo.InvariantCulture, $".sheet .{kind.Name}{{font-size:{N(kind.Size)}pt;line-height:{N(kind.Leading)}pt;margin-block:{N(kind.Gap)}mm 0}}");
        }
        css.Append(".sheet .f{margin-block-start:0}");
        for (var i = 0; i < presets.Length; i++)
        {
            var preset = presets[i];
            css.Append(CultureInfo.InvariantCulture, $".k{i} .card{{width:{N(preset.Width)}mm;height:{N(preset.Height)}mm;padding:{N(CardMaker.Safe)}mm}}");
            for (var column = 0; column < preset.Columns; column++)
            {
                css.Append(CultureInfo.InvariantCulture, $".k{i} .c{column}{{left:{N(preset.Left + (column * preset.Width))}mm}}");
            }
            for (var row = 0; row < preset.Rows; row++)
            {
                css.Append(CultureInfo.InvariantCulture, $".k{i} .r{row}{{top:{N(preset.Top + (row * preset.Height))}mm}}");
            }
        }
        return css.ToString();
    }

    private static string N(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
