using System.Collections.Immutable;

namespace Trappa.Render.Print;

/// <summary>Where a page of a folded booklet lies on the flat sheet.</summary>
/// <param name="Number">1 for the cover, and so on in the order of reading.</param>
/// <param name="Column">0-based column, from the left.</param>
/// <param name="Row">0-based row, from the top.</param>
/// <param name="IsTurned">Whether its words stand on their head on the flat sheet.</param>
public readonly record struct Panel(int Number, int Column, int Row, bool IsTurned);

/// <summary>
/// A sheet of two rows of panels that becomes a booklet: folded along with the printed side out and across at every
/// column, cut on the fold along but for the first and the last column, and pushed together.
/// The cut makes a ring of the panels: each hangs together with two others, and one reads around it. Whoever crosses
/// the fold along goes on upside down.
/// </summary>
/// <param name="Columns">Panels beside each other; even, as two of them make a leaf.</param>
/// <param name="Panels">The panels in the order of reading.</param>
internal sealed record Imposition(int Columns, ImmutableArray<Panel> Panels)
{
    private const int Rows = 2;

    /// <summary>The fold across where the cut begins, counted from the left edge.</summary>
    public static int CutFrom => 1;

    /// <summary>The fold across where the cut ends.</summary>
    public int CutTo => Columns - 1;

    /// <summary>Works out where the panels lie.</summary>
    /// <param name="columns">Panels beside each other.</param>
    /// <param name="isBoundAtRight">Whether one turns the pages as in a language that reads from right to left.</param>
    public static Imposition Of(int columns, bool isBoundAtRight)
    {
        var folded = new Imposition(columns, []);
        var panels = ImmutableArray.CreateBuilder<Panel>(columns * Rows);
        // The first panel of the lower row is glued, as it were, to the back of the upper one: both are the last leaf. So
        // one begins behind it, with the cover.
        var (last, at, isTurned) = ((Column: 0, Row: Rows - 1), (Column: 1, Row: Rows - 1), false);
        var before = last;
        while (panels.Count < columns * Rows)
        {
            panels.Add(new(panels.Count + 1, isBoundAtRight ? columns - 1 - at.Column : at.Column, at.Row, isTurned));
            var next = folded.Beside(at).First(p => p != before);
            isTurned ^= next.Row != at.Row;
            (before, at) = (at, next);
        }
        return folded with { Panels = panels.MoveToImmutable() };
    }

    // The panels that hang together with one.
    private IEnumerable<(int Column, int Row)> Beside((int Column, int Row) panel)
    {
        if (panel.Column > 0)
        {
            yield return (panel.Column - 1, panel.Row);
        }
        if (panel.Column < Columns - 1)
        {
            yield return (panel.Column + 1, panel.Row);
        }
        if (panel.Column < CutFrom || panel.Column >= CutTo)
        {
            yield return (panel.Column, Rows - 1 - panel.Row);
        }
    }
}
