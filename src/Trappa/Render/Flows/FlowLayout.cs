using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Flows;

/// <summary>Sizes of a drawing, in one unit for all of them: pixels on a screen, or whatever paper takes them for.</summary>
public sealed record LayoutSizes
{
    /// <summary>Width of a box, which a long word makes wider.</summary>
    public double BoxWidth { get; init; } = 150;
    /// <summary>Width that the answers' words are broken at.</summary>
    public double LabelWidth { get; init; } = 110;
    /// <summary>Height of letters in a box.</summary>
    public double Letters { get; init; } = 15;
    /// <summary>Height of letters beside a line.</summary>
    public double LabelLetters { get; init; } = 14;
    /// <summary>From line to line of text, by the height of letters.</summary>
    public double Leading { get; init; } = 1.3;
    /// <summary>Between a box and its text.</summary>
    public double Padding { get; init; } = 10;
    /// <summary>Least distance sideways between boxes, words and lines.</summary>
    public double Beside { get; init; } = 14;
    /// <summary>Distance between a row and the next.</summary>
    public double Below { get; init; } = 24;
    /// <summary>Space around all of it.</summary>
    public double Margin { get; init; } = 12;
}

/// <summary>A box or an answer's words, with its lines of text around a middle.</summary>
/// <param name="Node">The node; for words, the one that they lead to.</param>
/// <param name="Middle">Middle, sideways.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Lines">Its text.</param>
public sealed record PlacedText(int Node, double Middle, double Top, double Width, double Height, ImmutableArray<string> Lines);

/// <summary>A point of a line.</summary>
public readonly record struct LayoutPoint(double X, double Y);

/// <summary>A line from one thing to the next below it: straight down past its own row, and over to the middle of what is in the next.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Bend">How far down it is straight.</param>
/// <param name="End">Where it ends, coming from above.</param>
/// <param name="IsLast">Whether it ends at a box.</param>
public sealed record PlacedLine(LayoutPoint Start, double Bend, LayoutPoint End, bool IsLast);

/// <summary>
/// Where everything in a flow's drawing stands: rows from the top by the longest way (Sugiyama, Tagawa and Toda 1981),
/// in each an order with few crossings, answers' words in rows of their own between the boxes so that they cover
/// nothing. Lines to one place run together once they meet.
/// </summary>
public sealed record FlowLayout
{
    // Of larger flows nobody could read the drawing, and its lines are more than its boxes by far.
    private const int MostPieces = 8000;

    /// <summary>Width of the whole.</summary>
    public required double Width { get; init; }
    /// <summary>Height of the whole.</summary>
    public required double Height { get; init; }
    /// <summary>Boxes, from the top.</summary>
    public required ImmutableArray<PlacedText> Boxes { get; init; }
    /// <summary>Answers' words, from the top.</summary>
    public required ImmutableArray<PlacedText> Labels { get; init; }
    /// <summary>Lines.</summary>
    public required ImmutableArray<PlacedLine> Lines { get; init; }

    /// <summary>The layout of a flow that has been proved, or null where it is too large to be drawn.</summary>
    public static FlowLayout? Of(Flow flow, TextBreaker breaker, LayoutSizes sizes)
    {
        var rows = FlowRows.Of(flow, MostPieces);
        if (rows is null)
        {
            return null;
        }
        var texts = rows.Pieces.Select(p => p.Kind switch
        {
            PieceKind.Box => breaker.Break(FlowLinks.NameOf(flow, p.Node), sizes.BoxWidth - (2 * sizes.Padding), sizes.Letters),
            // Each answer begins a line of its own.
            PieceKind.Label => [.. p.Texts.SelectMany((t, i) => breaker.Break(i + 1 < p.Texts.Length ? t + "\u00A0/" : t, sizes.LabelWidth, sizes.LabelLetters))],
            _ => [],
        }).ToList();
        double Wide(int piece) => rows.Pieces[piece].Kind switch
        {
            PieceKind.Box => Math.Max(sizes.BoxWidth, breaker.Width(texts[piece], sizes.Letters) + (2 * sizes.Padding)),
            PieceKind.Label => breaker.Width(texts[piece], sizes.LabelLetters),
            _ => 0,
        };
        double High(int piece) => rows.Pieces[piece].Kind switch
        {
            PieceKind.Box => (texts[piece].Length * sizes.Letters * sizes.Leading) + (2 * sizes.Padding),
            PieceKind.Label => texts[piece].Length * sizes.LabelLetters * sizes.Leading,
            _ => 0,
        };
        var widths = Enumerable.Range(0, rows.Pieces.Length).Select(Wide).ToArray();
        var middles = FlowColumns.Middles(rows, widths, sizes.Beside);
        var left = middles.Select((m, i) => m - (widths[i] / 2)).DefaultIfEmpty(0).Min();
        var right = middles.Select((m, i) => m + (widths[i] / 2)).DefaultIfEmpty(0).Max();

        var tops = new double[rows.Count];
        var heights = new double[rows.Count];
        var at = sizes.Margin;
        for (var row = 0; row < rows.Count; row++)
        {
            tops[row] = at;
            heights[row] = rows.Row(row).Select(High).DefaultIfEmpty(0).Max();
            at += heights[row] + (heights[row] > 0 ? sizes.Below : 0);
        }
        PlacedText Placed(int i) => new(rows.Pieces[i].Node, middles[i] - left + sizes.Margin,
            tops[rows.Pieces[i].Row], widths[i], High(i), texts[i]);
        var order = Enumerable.Range(0, rows.Pieces.Length).OrderBy(i => rows.Pieces[i].Row).ToList();
        return new()
        {
            Width = right - left + (2 * sizes.Margin),
            Height = at - sizes.Below + sizes.Margin,
            Boxes = [.. order.Where(i => rows.Pieces[i].Kind == PieceKind.Box).Select(Placed)],
            Labels = [.. order.Where(i => rows.Pieces[i].Kind == PieceKind.Label).Select(Placed)],
            Lines = [.. rows.Links.Select(l => Line(l.From, l.To))],
        };

        PlacedLine Line(int from, int to)
        {
            var (a, b) = (Placed(from), Placed(to));
            var rowEnd = tops[rows.Pieces[from].Row] + heights[rows.Pieces[from].Row];
            var down = rows.Pieces[from].Kind == PieceKind.Bend ? tops[rows.Pieces[from].Row] : a.Top + a.Height;
            return new(new(a.Middle, down), rowEnd, new(b.Middle, b.Top), rows.Pieces[to].Kind == PieceKind.Box);
        }
    }
}
