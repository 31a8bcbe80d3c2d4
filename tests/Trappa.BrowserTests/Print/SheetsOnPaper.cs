using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Trappa.BrowserTests.Browser;
using Trappa.Render.Print;

namespace Trappa.BrowserTests.Print;

/// <summary>Cards in each size, as full as they can be; printed once for all tests.</summary>
public sealed class FullSheets
{
    private readonly ConcurrentDictionary<string, Lazy<ImmutableDictionary<Sides, byte[]>>> _printed = new();

    private readonly ConcurrentDictionary<(string, Sides), Lazy<ImmutableArray<PaperSheet>>> _read = new();

    /// <summary>The sheets of a size.</summary>
    internal ImmutableArray<PaperSheet> Read(Geometry geometry, Sides sides) =>
        _read.GetOrAdd((geometry.ToString(), sides), _ => new(() => PaperSheet.All(Of(geometry, sides)))).Value;

    /// <summary>The PDF of a size.</summary>
    public byte[] Of(Geometry geometry, Sides sides) =>
        _printed.GetOrAdd(geometry.ToString(), _ => new(() => FullGuide.Print(geometry))).Value[sides];
}

/// <summary>
/// What was printed, measured on the paper itself: in the PDF's own coordinates. The geometry that it is held against is
/// written down in the tests.
/// </summary>
public sealed class SheetsOnPaper(FullSheets sheets) : IClassFixture<FullSheets>
{
    // What is promised: a tenth of a millimetre.
    private const double Near = 0.1;

    public static TheoryData<string> Presets => Geometry.Names;

    [Theory]
    [MemberData(nameof(Presets))]
    public void Cut_marks_stand_at_the_cards_edges_on_each_sheet_and_nowhere_else(string preset)
    {
        var geometry = Geometry.Of(preset);
        foreach (var (sides, sheet, seen) in Sheets(geometry))
        {
            Assert.Equal(geometry.PaperWidth, sheet.Width, 0.01);
            Assert.Equal(geometry.PaperHeight, sheet.Height, 0.01);
            var outside = Around(sheet, seen).ToList();
            var where = $"{preset}, {sides}";
            double[] folds = [.. seen.Xs.Where((_, i) => sides == Sides.One && i % 2 == 1 && i < seen.Columns)];
            Assert.Equal(folds, outside.Where(s => s.IsUpright && s.Length < 1).Select(s => s.X1).Distinct(), (one, other) => Math.Abs(one - other) < Near);
            Close([.. seen.Xs.Except(folds)], outside.Where(s => s.IsUpright && s.Length > 2.5).Select(s => s.X1), where);
            Close(seen.Ys, outside.Where(s => s.IsLevel && s.Length < 6).Select(s => s.Y1), where);
            Assert.All(outside.Where(s => s.IsUpright && s.Length > 2.5), s => Assert.True(
                Math.Max(s.Y1, s.Y2) < seen.Top - 1.3 || Math.Min(s.Y1, s.Y2) > seen.Ys[^1] + 1.3, $"{where}: {s} is at a card"));
        }
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void The_ruler_is_fifty_millimetres_and_within_what_printers_reach(string preset)
    {
        foreach (var (sides, sheet, seen) in Sheets(Geometry.Of(preset)))
        {
            var ruler = Assert.Single(Around(sheet, seen), s => s.IsLevel && s.Length > 40);
            Assert.Equal(50, ruler.Length, Near);
            Assert.InRange(ruler.Y1, 5, sheet.Height - 5);
            var words = sheet.Glyphs.Where(g => g.Start > ruler.X2 && Math.Abs(g.BaseLine - ruler.Y1) < 3).ToList();
            Assert.Equal("measureme:50mm", string.Concat(words.OrderBy(g => g.Start).Select(g => g.Text)));
            Assert.All(words, w => Assert.InRange(w.Box.Bottom, 4, sheet.Height - 4));
        }
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_printer_of_600_dots_an_inch_puts_marks_and_ruler_where_they_belong(string preset)
    {
        var geometry = Geometry.Of(preset);
        foreach (var sides in (Sides[])[Sides.LongEdge, Sides.One])
        {
            // The second sheet shows what is behind the first.
            foreach (var (scan, seen) in PaperScan.All(sheets.Of(geometry, sides), 600).Take(2).Zip([geometry, sides == Sides.One ? geometry : geometry.TurnedLong]))
            {
                var (above, below) = (seen.Top - 2, seen.Ys[^1] + 2);
                foreach (var y in (double[])[above, below])
                {
                    Close(seen.Xs, scan.DarkAcross(y, seen.Left - 5, seen.Xs[^1] + 5), $"{preset}, {sides}, {y}", 1);
                }
                foreach (var x in (double[])[seen.Left - 2, seen.Xs[^1] + 2])
                {
                    Close(seen.Ys, scan.DarkDown(x, seen.Top - 1, seen.Ys[^1] + 1), $"{preset}, {sides}, {x}", 1);
                }
                // Its two ends, by their ticks.
                var sheet = sheets.Read(geometry, sides)[seen == geometry ? 0 : 1];
                var ruler = Around(sheet, seen).Single(s => s.IsLevel && s.Length > 40);
                var ends = scan.DarkAcross(ruler.Y1 - 0.6, Math.Min(ruler.X1, ruler.X2) - 1, Math.Max(ruler.X1, ruler.X2) + 1).ToList();
                Assert.Equal(2, ends.Count);
                Assert.Equal(50, ends[1] - ends[0], Near);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Turned_about_its_edge_each_sheet_has_every_mark_behind_a_mark_and_every_card_behind_its_front(string preset)
    {
        var geometry = Geometry.Of(preset);
        foreach (var sides in (Sides[])[Sides.LongEdge, Sides.ShortEdge])
        {
            var pages = sheets.Read(geometry, sides);
            var (marks, cards) = (0, 0);
            for (var i = 0; i < pages.Length; i += 2)
            {
                var (front, back) = (pages[i], pages[i + 1]);
                double X(double x) => sides == Sides.LongEdge ? geometry.PaperWidth - x : x;
                double Y(double y) => sides == Sides.ShortEdge ? geometry.PaperHeight - y : y;
                var behind = back.Strokes.Where(s => s.IsUpright || s.IsLevel).ToList();
                foreach (var mark in Around(front, geometry).Where(s => s.Length is > 2.5 and < 6))
                {
                    marks++;
                    Assert.Contains(behind, s => Math.Abs(((s.X1 + s.X2) / 2) - X((mark.X1 + mark.X2) / 2)) < Near
                        && Math.Abs(((s.Y1 + s.Y2) / 2) - Y((mark.Y1 + mark.Y2) / 2)) < Near);
                }
                for (var cell = 0; cell < geometry.Columns * geometry.Rows; cell++)
                {
                    var box = geometry.Inner(cell % geometry.Columns, cell / geometry.Columns);
                    var behindIt = new Box(Math.Min(X(box.Left), X(box.Right)), Math.Min(Y(box.Top), Y(box.Bottom)),
                        Math.Max(X(box.Left), X(box.Right)), Math.Max(Y(box.Top), Y(box.Bottom)));
                    var (text, other) = (front.TextIn(box), back.TextIn(behindIt));
                    if (text.Length == 0 || !char.IsAsciiDigit(text[0]))
                    {
                        continue;
                    }
                    cards++;
                    Assert.StartsWith($"{text[0]}Åsa{text[0]}", text, StringComparison.Ordinal);
                    Assert.StartsWith($"Needs:back{text[0]}", other, StringComparison.Ordinal);
                    // The text begins in its box, on both sides.
                    Assert.Equal(box.Left, front.GlyphsIn(box).Min(g => g.Start), Near);
                    Assert.Equal(behindIt.Left, back.GlyphsIn(behindIt).Min(g => g.Start), Near);
                }
            }
            Assert.Equal(8, cards);
            Assert.True(marks >= 2 * (geometry.Columns + geometry.Rows + 2), $"{preset}: {marks} marks");
        }
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void On_one_side_each_back_is_to_the_right_of_its_front_with_a_fold_between(string preset)
    {
        var geometry = Geometry.Of(preset);
        var cards = 0;
        foreach (var sheet in sheets.Read(geometry, Sides.One))
        {
            for (var cell = 0; cell < geometry.Columns * geometry.Rows; cell++)
            {
                var (column, row) = (cell % geometry.Columns, cell / geometry.Columns);
                if (sheet.TextIn(geometry.Inner(column, row)) is { Length: > 0 } text && char.IsAsciiDigit(text[0]))
                {
                    cards++;
                    Assert.Equal(0, column % 2);
                    Assert.StartsWith($"Needs:back{text[0]}", sheet.TextIn(geometry.Inner(column + 1, row)), StringComparison.Ordinal);
                }
            }
        }
        Assert.Equal(8, cards);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Text_at_its_limit_keeps_four_millimetres_from_every_cut_and_touches_nothing(string preset)
    {
        var geometry = Geometry.Of(preset);
        List<string> faults = [];
        foreach (var (sides, sheet, seen) in Sheets(geometry))
        {
            var drawn = Drawn(sheet).ToList();
            for (var cell = 0; cell < seen.Columns * seen.Rows; cell++)
            {
                var inner = seen.Inner(cell % seen.Columns, cell / seen.Columns);
                var card = new Box(inner.Left - 4, inner.Top - 4, inner.Right + 4, inner.Bottom + 4);
                var glyphs = sheet.GlyphsIn(card).ToList();
                faults.AddRange(glyphs.Where(g => !inner.Holds(g.Box, Near)).Select(g => $"{preset}, {sides}, cell {cell}: {g.Text} at {g.Box} is outside {inner}"));
                faults.AddRange(from g in glyphs from d in drawn where d.Overlaps(g.Box, 0.05) select $"{preset}, {sides}, cell {cell}: {g.Text} at {g.Box} is on a drawing");
                for (var i = 0; i < glyphs.Count; i++)
                {
                    faults.AddRange(glyphs.Skip(i + 1).Where(g => g.Box.Overlaps(glyphs[i].Box, 0.25))
                        .Select(g => $"{preset}, {sides}, cell {cell}: {g.Text} at {g.Box} is on {glyphs[i].Text}"));
                }
            }
        }
        Faults.None(faults);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void One_line_more_is_an_error(string preset)
    {
        var (full, _) = FullGuide.Build(Geometry.Of(preset), 3, 0);
        // What fills a card of A7 need not fit the booklet, which says so for itself.
        var inBooklet = full.Language.Word("print_in_booklet");
        Assert.DoesNotContain(full.Diagnostics, d => d.Code.Id is "TR363" or "TR366" && !d.Arguments.Any(a => a.Value == inBooklet));
        var (over, _) = FullGuide.Build(Geometry.Of(preset), 3, 1);
        Assert.Equal(3, over.Diagnostics.Count(d => d.Code.Id == "TR363"));
        Assert.Empty(over.Files);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Text_is_large_and_dark_enough_and_nothing_hangs_on_colour(string preset)
    {
        foreach (var (_, sheet, _) in Sheets(Geometry.Of(preset)))
        {
            Assert.All(sheet.Glyphs, g => Assert.True(g.Size >= 7.5, $"{g.Text} has {g.Size} points"));
            var grounds = sheet.Filled.Where(f => Light(f.Colour) < 1).ToList();
            Assert.All(sheet.Glyphs, g =>
            {
                var ground = grounds.Where(f => f.Box.Overlaps(g.Box, 0.01)).Select(f => Light(f.Colour)).DefaultIfEmpty(1).Min();
                var ratio = (Math.Max(ground, Light(g.Colour)) + 0.05) / (Math.Min(ground, Light(g.Colour)) + 0.05);
                Assert.True(ratio >= 7, $"{g.Text} has {ratio.ToString("0.0", CultureInfo.InvariantCulture)}:1");
            });
            // Grey is what all is printed in: a printer without colours loses nothing.
            Assert.All(sheet.Colours, c => Assert.True(c.R == c.G && c.G == c.B, $"{c} is a colour"));
        }
    }

    // All sheets of all kinds of printing, with where their cards are seen.
    private IEnumerable<(Sides Sides, PaperSheet Sheet, Geometry Seen)> Sheets(Geometry geometry) =>
        from sides in (Sides[])[Sides.LongEdge, Sides.ShortEdge, Sides.One]
        from sheet in sheets.Read(geometry, sides).Select((sheet, i) => (sheet, IsBack: sides != Sides.One && i % 2 == 1))
        select (sides, sheet.sheet, !sheet.IsBack ? geometry : sides == Sides.LongEdge ? geometry.TurnedLong : geometry.TurnedShort);

    // Lines outside of all cards.
    private static IEnumerable<Stroke> Around(PaperSheet sheet, Geometry seen) => sheet.Strokes.Where(s =>
        Math.Max(s.X1, s.X2) < seen.Xs[0] - 1 || Math.Min(s.X1, s.X2) > seen.Xs[^1] + 1
        || Math.Max(s.Y1, s.Y2) < seen.Ys[0] - 1 || Math.Min(s.Y1, s.Y2) > seen.Ys[^1] + 1);

    // Blocks of staircases and modules of codes; the paper itself is none.
    private static IEnumerable<Box> Drawn(PaperSheet sheet) => sheet.Filled.Where(f => Light(f.Colour) < 0.5).Select(f => f.Box)
        .Concat(sheet.Strokes.Select(s => new Box(Math.Min(s.X1, s.X2) - 0.1, Math.Min(s.Y1, s.Y2) - 0.1, Math.Max(s.X1, s.X2) + 0.1, Math.Max(s.Y1, s.Y2) + 0.1)));

    private static void Close(ImmutableArray<double> expected, IEnumerable<double> found, string where, int each = 2)
    {
        var all = found.ToList();
        Assert.All(all, f => Assert.True(expected.Any(e => Math.Abs(e - f) < Near), string.Create(CultureInfo.InvariantCulture, $"{where}: a mark at {f:0.00}")));
        Assert.All(expected, e => Assert.Equal(each, all.Count(f => Math.Abs(e - f) < Near)));
    }

    // Relative luminance (WCAG 2.2).
    private static double Light((double R, double G, double B) colour)
    {
        static double Part(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (0.2126 * Part(colour.R)) + (0.7152 * Part(colour.G)) + (0.0722 * Part(colour.B));
    }
}
