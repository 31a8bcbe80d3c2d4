using System.Collections.Immutable;

namespace Trappa.Render.Print;

/// <summary>What of a paragraph has no room.</summary>
/// <param name="Block">The paragraph.</param>
/// <param name="Lines">How many of its lines, the last ones.</param>
/// <param name="Characters">How many characters to take away at its end, so that the rest has room.</param>
/// <param name="Words">The words that these are.</param>
internal sealed record Excess(CardBlock Block, int Lines, int Characters, string Words);

/// <summary>Paragraphs in a box.</summary>
/// <param name="Blocks">Those that stand there, what has no room marked.</param>
/// <param name="Dropped">Those that were left out, in that order.</param>
/// <param name="WideWords">Words wider than the box, each with its paragraph.</param>
/// <param name="OverBox">What is too much for the box.</param>
/// <param name="OverLimit">What is too much for fields that have a limit of their own.</param>
internal sealed record Fitted(
    ImmutableArray<CardBlock> Blocks, ImmutableArray<CardBlock> Dropped, ImmutableArray<(CardBlock Block, string Word)> WideWords,
    ImmutableArray<Excess> OverBox, ImmutableArray<Excess> OverLimit)
{
    /// <summary>Whether all that stands there has room.</summary>
    public bool IsWhole => WideWords.IsEmpty && OverBox.IsEmpty && OverLimit.IsEmpty;
}

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
        var wide = left.Where(b => IsTooWide(b, width)).Select(b => (b.Block, Widest(b.Block, width))).ToImmutableArray();
        var dropped = ImmutableArray.CreateBuilder<CardBlock>();
        while (Height(left) > height && left.Exists(b => b.Block.DropOrder is not null))
        {
            var least = left.Where(b => b.Block.DropOrder is not null).MinBy(b => b.Block.DropOrder);
            left.Remove(least);
            dropped.Add(least.Block);
        }
        var (overBox, overLimit) = (OverBox(left, width, height), OverLimit(left, width));
        var tooMuch = wide.Select(w => w.Block).Concat(overBox.AddRange(overLimit).Select(e => e.Block)).ToHashSet(ReferenceEqualityComparer.Instance);
        return new([.. left.Select(b => tooMuch.Contains(b.Block) ? b.Block with { IsTooMuch = true }
            : b.Text.IsClose ? b.Block with { Held = b.Text.Starts } : b.Block)],
            dropped.ToImmutable(), wide, overBox, overLimit);
    }

    /// <summary>Height of paragraphs one below the other, in millimetres.</summary>
    public double Height(IEnumerable<CardBlock> blocks, double width) =>
        Height([.. blocks.Select(b => (b, measure.Lines(b.Runs, b.Kind.Size, width - b.Kind.Aside)))]);

    // The lines below the box's end, paragraph by paragraph: what is written shorter by them has room.
    private ImmutableArray<Excess> OverBox(List<(CardBlock Block, MeasuredText Text)> blocks, double width, double height)
    {
        var over = ImmutableArray.CreateBuilder<Excess>();
        for (var i = 0; i < blocks.Count && Height(blocks) > height; i++)
        {
            var (block, text) = blocks[i];
            var fit = text.Lines;
            while (fit > 0 && Height([.. blocks[..i], (block, text with { Lines = fit })]) > height)
            {
                fit--;
            }
            if (fit < text.Lines)
            {
                over.Add(Last(block, text, text.Lines - fit, width));
            }
        }
        return over.ToImmutable();
    }

    // A field with several paragraphs, as several quotes are, has one limit for all of them.
    private ImmutableArray<Excess> OverLimit(List<(CardBlock Block, MeasuredText Text)> blocks, double width)
    {
        var over = ImmutableArray.CreateBuilder<Excess>();
        foreach (var field in blocks.Where(b => b.Block.MostLines is not null).GroupBy(b => (b.Block.Step, b.Block.Field)))
        {
            var left = field.First().Block.MostLines!.Value;
            foreach (var (block, text) in field)
            {
                if (text.Lines > left)
                {
                    over.Add(Last(block, text, text.Lines - left, width));
                }
                left = Math.Max(0, left - text.Lines);
            }
        }
        return over.ToImmutable();
    }

    private Excess Last(CardBlock block, MeasuredText measured, int lines, double width)
    {
        var words = string.Join(' ', string.Concat(block.Runs.Select(r => r.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var (fit, start, end) = (measured.Lines - lines, Math.Min(words.Length, measured.Starts[measured.Lines - lines]), words.Length);
        if (start > 0 && block.Closing.Length > 0 && words.EndsWith(block.Closing, StringComparison.Ordinal))
        {
            // It moves to the end of what is left, where it may have no room: then the word before it goes as well.
            end -= block.Closing.Length;
            start = Math.Min(start, end);
            while (start > 0 && measure.Lines([block.Runs[0] with { Text = words[..start].TrimEnd(' ', '\u00AD', '\u200B') + block.Closing }], block.Kind.Size, width - block.Kind.Aside).Lines > fit)
            {
                start = words.LastIndexOf(' ', Math.Max(0, start - 2)) + 1;
            }
        }
        var gone = words[start..end]
            .Replace("\u00AD", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal).Trim();
        return new(block, lines, gone.Length, gone.Length <= MostOfWords ? gone : gone[..MostOfWords] + "…");
    }

    private static bool IsTooWide((CardBlock Block, MeasuredText Text) b, double width) => b.Text.WidestWord > width - b.Block.Kind.Aside;

    private static double Height(List<(CardBlock Block, MeasuredText Text)> blocks) =>
        blocks.Select((b, i) => (i == 0 ? 0 : b.Block.Kind.Gap) + (b.Text.Lines * b.Block.Kind.Leading * MillimetresPerPoint)).Sum();

    private string Widest(CardBlock block, double width) => string.Concat(block.Runs.Select(r => r.Text)).Split(' ', '\u00AD')
        .FirstOrDefault(w => measure.Width(w, block.Runs[0].IsBold, block.Kind.Size) > width - block.Kind.Aside, "");
}
