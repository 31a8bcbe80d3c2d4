using System.Globalization;
using System.Text;
using Trappa.Model;
using static Trappa.Model.Millimetres;

namespace Trappa.Render.Print;

/// <summary>The booklet's rules that follow from its sheet: the paper, and where each page lies on it.</summary>
internal static class BookletStyle
{
    /// <summary>The name of the booklet's paper in the style sheet.</summary>
    public static string PageName(Paper sheet) => sheet.Name.ToLowerInvariant() + "-lying";

    /// <summary>The rules.</summary>
    public static string Css(Guide guide)
    {
        var sheet = Booklet.SheetOf(guide);
        var (name, width, height) = (PageName(sheet), sheet.Width / Booklet.Columns, sheet.Height / 2);
        var css = new StringBuilder();
        css.Append(PrintStyle.Paged(name, sheet));
        css.Append(PrintStyle.Type());
        css.Append(CultureInfo.InvariantCulture, $".panel{{width:{N(width)}mm;height:{N(height)}mm;padding:{N(Booklet.Safe)}mm {N(Booklet.Safe)}mm {N(Booklet.Foot)}mm}}");
        css.Append(CultureInfo.InvariantCulture, $".panel.last{{padding-block-end:{N(Booklet.Foot + Booklet.Ruler)}mm}}");
        css.Append(CultureInfo.InvariantCulture, $".panel .rise{{height:{N(Booklet.Stairs)}mm}}.panel .pen{{height:{N(Booklet.Pen)}mm}}");
        css.Append(CultureInfo.InvariantCulture, $".panel .code{{right:{N(Booklet.Safe)}mm;inset-inline:auto {N(Booklet.Safe)}mm;width:{N(QrDrawing.Side)}mm;height:{N(QrDrawing.Side)}mm;bottom:{N(Booklet.Foot + Booklet.Ruler)}mm}}.panel:has(.code) .part + .part{{min-height:{N(QrDrawing.Side)}mm}}");
        css.Append(CultureInfo.InvariantCulture, $".panel .part + .part .here-of{{top:{N(BlockKind.StepName.Gap)}mm}}");
        foreach (var panel in Imposition.Of(Booklet.Columns, guide.Language.Direction == "rtl").Panels)
        {
            css.Append(CultureInfo.InvariantCulture, $".p{panel.Number}{{left:{N(panel.Column * width)}mm;top:{N(panel.Row * height)}mm}}");
        }
        return css.ToString();
    }
}
