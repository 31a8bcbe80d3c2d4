using System.Collections.Immutable;

namespace Trappa.Render.Print;

/// <summary>What is too much in a box.</summary>
/// <param name="Longest">The paragraph with the most lines.</param>
/// <param name="Lines">Lines too many.</param>
/// <param name="Characters">Characters to lose, roughly: as many as such lines hold in that paragraph.</param>
/// <param name="Words">The words that would have to go: those of its last lines.</param>
internal sealed record Excess(CardBlock Longest, int Lines, int Characters, string Words);

/// <summary>Paragraphs in a box.</summary>
/// <param name="Blocks">Those that stand there, what has no room marked.</param>
/// <param name="Dropped">Those that were left out, in that order.</param>
/// <param name="WideWords">Words wider than the box.</param>
/// <param name="Excess">What is too much, or null.</param>
internal sealed record Fitted(
    ImmutableArray<CardBlock> Blocks, ImmutableArray<CardBlock> Dropped, ImmutableArray<string> WideWords, Excess? Excess);

/// <summary>Fits paragraphs into a box: leaves out what may be left out, lowest first, and cuts nothing.</summary>
internal sealed class Fitting(TextMeasure measure)
{
    // As many letters of what has no room as one reads.
    private const int MostOfWords = 200;

    private const double MillimetresPerPoint = 25.4 / 72;

    /// <summary>Fits them.</summary>
    /// <param name="blocks">The paragraphs, one below the other.</param>
    /// <param name="width">Width of the box in millimetres.</param>
    /// <param name="height">Its height.</param>
    public Fitted Fit(IEnumerable<CardBlock> blocks, double width, double height)
    {
        var left = blocks.Select(b => (Block: b, Text: measure.Lines(b.Runs, b.Kind.Size, width - b.Kind.Aside))).ToList();
        var wide = left.Where(b => IsTooWide(b, width)).Select(b => Widest(b.Block, width)).ToImmutableArray();
        var dropped = ImmutableArray.CreateBuilder<CardBlock>();
        while (Height(left) > height && left.Exists(b => b.Block.DropOrder is not null))
        {
            var least = left.Where(b => b.Block.DropOrder is not null).MinBy(b => b.Block.DropOrder);
            left.Remove(least);
            dropped.Add(least.Block);
        }
        return new([.. left.Select((b, i) => IsTooWide(b, width) || Height(left[..(i + 1)]) > height ? b.Block with { IsTooMuch = true }
            : b.Text.IsClose ? b.Block with { Held = b.Text.Starts } : b.Block)],
            dropped.ToImmutable(), wide, Over(left, height));
    }

    /// <summary>Height of paragraphs one below the other, in millimetres.</summary>
    public double Height(IEnumerable<CardBlock> blocks, double width) =>
        Height([.. blocks.Select(b => (b, measure.Lines(b.Runs, b.Kind.Size, width - b.Kind.Aside)))]);

    private static Excess? Over(List<(CardBlock Block, MeasuredText Text)> blocks, double height)
    {
        if (Height(blocks) - height is not (> 0 and var over))
        {
            return null;
        }
        var lines = (int)Math.Ceiling(over / (blocks[^1].Block.Kind.Leading * MillimetresPerPoint));
        var (longest, text) = blocks.MaxBy(b => b.Text.Lines);
        var perLine = longest.Runs.Sum(r => r.Text.Length) / Math.Max(1, text.Lines);
        return new(longest, lines, lines * perLine, LastLines(longest, text, lines));
    }

    private static string LastLines(CardBlock block, MeasuredText measured, int lines)
    {
        var words = string.Join(' ', string.Concat(block.Runs.Select(r => r.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var gone = words[Math.Min(words.Length, measured.Starts[Math.Max(0, measured.Lines - lines)])..].Replace("\u00AD", "", StringComparison.Ordinal).Trim();
        return gone.Length <= MostOfWords ? gone : gone[..MostOfWords] + "…";
    }

    private static bool IsTooWide((CardBlock Block, MeasuredText Text) b, double width) => b.Text.WidestWord > width - b.Block.Kind.Aside;

    private static double Height(List<(CardBlock Block, MeasuredText Text)> blocks) =>
        blocks.Select((b, i) => (i == 0 ? 0 : b.Block.Kind.Gap) + (b.Text.Lines * b.Block.Kind.Leading * MillimetresPerPoint)).Sum();

    private string Widest(CardBlock block, double width) => string.Concat(block.Runs.Select(r => r.Text)).Split(' ', '\u00AD')
        .FirstOrDefault(w => measure.Width(w, block.Runs[0].IsBold, block.Kind.Size) > width - block.Kind.Aside, "");
}
