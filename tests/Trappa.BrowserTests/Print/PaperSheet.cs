using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace Trappa.BrowserTests.Print;

/// <summary>A straight line on paper, in millimetres from the upper left corner.</summary>
public readonly record struct Stroke(double X1, double Y1, double X2, double Y2)
{
    public bool IsUpright => Math.Abs(X1 - X2) < 0.01;

    public bool IsLevel => Math.Abs(Y1 - Y2) < 0.01;

    public double Length => Math.Max(Math.Abs(X1 - X2), Math.Abs(Y1 - Y2));
}

/// <summary>A letter on paper.</summary>
public sealed record Glyph(string Text, Box Box, double BaseLine, double Start, double Size, (double R, double G, double B) Colour);

/// <summary>A page of a PDF in millimetres, as its own coordinates have it.</summary>
internal sealed class PaperSheet
{
    private const double Millimetres = 25.4 / 72;

    private readonly double _height;

    private PaperSheet(Page page)
    {
        _height = page.Height;
        Width = page.Width * Millimetres;
        Height = page.Height * Millimetres;
        Glyphs = [.. page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).Select(l => new Glyph(
            l.Value, Box(l.BoundingBox), Down(l.StartBaseLine.Y), l.StartBaseLine.X * Millimetres, l.PointSize, Rgb(l.Color)))];
        Strokes = [.. page.Paths.Where(p => p.IsStroked && !p.IsClipping).SelectMany(p => p).SelectMany(s => s.Commands.OfType<PdfSubpath.Line>())
            .Select(l => new Stroke(l.From.X * Millimetres, Down(l.From.Y), l.To.X * Millimetres, Down(l.To.Y)))];
        Filled = [.. page.Paths.Where(p => p.IsFilled && !p.IsClipping).Select(p => (Rgb(p.FillColor), p.GetBoundingRectangle()))
            .Where(p => p.Item2 is not null).Select(p => (Box(p.Item2!.Value), p.Item1))];
        Colours = [.. page.Letters.Select(l => Rgb(l.Color))
            .Concat(page.Paths.Where(p => p.IsFilled).Select(p => Rgb(p.FillColor)))
            .Concat(page.Paths.Where(p => p.IsStroked).Select(p => Rgb(p.StrokeColor))).Distinct()];
    }

    public double Width { get; }

    public double Height { get; }

    public ImmutableArray<Glyph> Glyphs { get; }

    /// <summary>Straight lines that are drawn.</summary>
    public ImmutableArray<Stroke> Strokes { get; }

    /// <summary>Areas that are filled, as the rectangles around them, with their colours.</summary>
    public ImmutableArray<(Box Box, (double R, double G, double B) Colour)> Filled { get; }

    /// <summary>All colours that anything has.</summary>
    public ImmutableArray<(double R, double G, double B)> Colours { get; }

    public static ImmutableArray<PaperSheet> All(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(p => new PaperSheet(p))];
    }

    /// <summary>What stands in a box, letters from left to right by lines.</summary>
    public string TextIn(Box box) => string.Concat(GlyphsIn(box).OrderBy(g => Math.Round(g.BaseLine, 1)).ThenBy(g => g.Start).Select(g => g.Text));

    /// <summary>Letters whose beginnings are in a box.</summary>
    public IEnumerable<Glyph> GlyphsIn(Box box) =>
        Glyphs.Where(g => g.Start > box.Left - 0.5 && g.Start < box.Right && g.BaseLine > box.Top && g.BaseLine < box.Bottom);

    private Box Box(PdfRectangle r) => new(r.Left * Millimetres, Down(r.Top), r.Right * Millimetres, Down(r.Bottom));

    // A PDF counts from the lower edge.
    private double Down(double y) => (_height - y) * Millimetres;

    private static (double, double, double) Rgb(IColor? colour) => colour?.ToRGBValues() is var (r, g, b) ? (r, g, b) : (0, 0, 0);
}
