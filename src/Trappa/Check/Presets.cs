using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>A preset of cards that does not fit its sheet, told with the sum; or that comes nearer to the edge than most printers reach.</summary>
internal static class Presets
{
    // What office printers leave white, in millimetres; few need more.
    private const double Reach = 4;

    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        foreach (var preset in input.Guide.Print.Presets)
        {
            var least = new[] { preset.Left, preset.Right, preset.Top, preset.Bottom }.Min();
            if (least < 0)
            {
                yield return new(Codes.PresetTooLarge, preset.Place, ("name", preset.Name), ("paper", preset.Paper.Name), ("sum", Sum(preset)));
            }
            else if (least < Reach)
            {
                yield return new(Codes.PresetMargin, preset.Place, ("name", preset.Name), ("margin", Millimetres.Told(least)), ("least", Millimetres.Told(Reach)));
            }
        }
    }

    private static string Sum(CardPreset p) => p.Right < 0
        ? Sum(p.Left, p.Columns, p.Width, p.Paper.Width) : Sum(p.Top, p.Rows, p.Height, p.Paper.Height);

    // Cards in the middle of their sheet have a margin that is less than none; it is no part of the sum.
    private static string Sum(double margin, int count, double size, double paper) =>
        (margin > 0 ? Millimetres.Told(margin) + " + " : "") + $"{count} × {Millimetres.Told(size)} = {Millimetres.Told(Math.Max(0, margin) + (count * size))} mm > {Millimetres.Told(paper)} mm";
}
