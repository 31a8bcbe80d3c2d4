using System.Globalization;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Markup;

namespace Trappa.Render.Views;

/// <summary>The ladder as picture and as list: <c>blocks</c> and <c>ladder</c>.</summary>
internal static class LadderView
{
    /// <summary>The steps as rows; leads without links, since a row is a link.</summary>
    public static ScriptArray Rows(Guide guide, Step? current, ProseHtml prose) => View.List(guide.Steps.Select(s => View.Of(
        ("number", s.Number),
        ("name", s.Name),
        ("lead", prose.InlineWithoutLinks(s.Lead)),
        ("url", s.Address),
        ("current", s.Number == current?.Number),
        ("difference", prose.InlineWithoutLinks(s.Difference ?? s.Lead)))));

    /// <summary>The blocks of the staircase, in the picture's own units.</summary>
    public static ScriptArray Blocks(Guide guide, Step? current) => View.List(
        Staircase.Blocks(guide.Steps.Length, guide.Language.Direction == "rtl").Select(b => View.Of(
            ("x", Number(b.X)),
            ("y", Number(b.Y)),
            ("label_y", Number(b.Y - 4)),
            ("width", Number(b.Width)),
            ("height", Number(b.Height)),
            ("middle", Number(b.X + (b.Width / 2))),
            ("number", b.Number),
            ("current", b.Number == current?.Number))));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
