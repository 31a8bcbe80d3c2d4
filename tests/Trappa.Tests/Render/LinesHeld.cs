using System.Collections.Immutable;
using Trappa.Render.Print;

namespace Trappa.Tests.Render;

/// <summary>Lines that another browser would end elsewhere are held together where they were measured.</summary>
public sealed class LinesHeld
{
    private static readonly TextMeasure _measure = new(FontWidths.Read(), LineBreaks.Read());

    [Fact]
    public void AnAddressWithASlashIsClose()
    {
        ImmutableArray<TextRun> runs = [new("Newest: ", true), new("www.example.org/resources", false)];

        Assert.True(_measure.Lines(runs, 8, 35).IsClose);
        Assert.False(_measure.Lines(runs, 8, 80).IsClose);
    }

    [Fact]
    public void ALineThatFitsByAHairIsClose()
    {
        ImmutableArray<TextRun> runs = [new("One line of words", false)];
        var width = _measure.Width("One line of words", false, 8);

        Assert.True(_measure.Lines(runs, 8, width + 0.05).IsClose);
        Assert.False(_measure.Lines(runs, 8, width + 0.5).IsClose);
    }

    [Fact]
    public void LinesKeepTheirWeightsAndWhatLetsThemEnd()
    {
        ImmutableArray<TextRun> runs = [new("Bold: ", true), new("one word\u00ADpart", false)];

        var lines = HeldLines.Of(runs, [0, 10, 15]).ToList();

        Assert.Equal([" ", "\u00AD", ""], lines.Select(l => l.After));
        Assert.Equal(["Bold: one", "word", "part"], lines.Select(l => string.Concat(l.Words.Select(w => w.Text))));
        Assert.Equal([true, false], lines[0].Words.Select(w => w.IsBold));
    }
}
