using Trappa.Render.Print;

namespace Trappa.Tests.Render;

/// <summary>The booklet's imposition, folded.</summary>
public sealed class Folding
{
    [Fact]
    public void Only_the_cut_must_be_cut()
    {
        var sheet = FoldedSheet.Fold();
        var imposition = Imposition.Of(4, isBoundAtRight: false);
        Assert.True(sheet.IsWholeAcross);
        Assert.Equal(sheet.Torn, Enumerable.Range(Imposition.CutFrom, imposition.CutTo - Imposition.CutFrom));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_panel_comes_in_its_turn_and_upright(bool isBoundAtRight)
    {
        var sheet = FoldedSheet.Fold();
        var panels = Imposition.Of(4, isBoundAtRight).Panels;
        Assert.Equal(Enumerable.Range(1, 8), panels.Select(p => p.Number));
        Assert.Equal(sheet.Read((panels[0].Column, panels[0].Row)), panels.Select(p => (p.Column, p.Row)));
        Assert.All(panels, p => Assert.True(sheet.IsUpright((p.Column, p.Row), p.IsTurned), $"{p} is on its head"));
        // A cover, and every page to its right, has the spine where one begins to read.
        Assert.All(panels, p => Assert.Equal(p.Number % 2 == 1 != isBoundAtRight, sheet.IsSpineAtLeft((p.Column, p.Row))));
    }

    // A card of four pages needs no cut; a longer sheet makes more leaves.
    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void The_last_page_is_on_the_back_of_the_covers_neighbour_whatever_the_number(int columns)
    {
        var imposition = Imposition.Of(columns, isBoundAtRight: false);
        Assert.Equal(2 * columns, imposition.Panels.Select(p => (p.Column, p.Row)).Distinct().Count());
        Assert.Equal((0, 1, false), (imposition.Panels[^1].Column, imposition.Panels[^1].Row, imposition.Panels[^1].IsTurned));
        Assert.All(imposition.Panels, p => Assert.Equal(p.Row == 0, p.IsTurned));
    }
}
