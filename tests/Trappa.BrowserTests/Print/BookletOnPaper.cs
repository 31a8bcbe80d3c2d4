using System.Collections.Immutable;
using System.Text;
using Trappa.Tests.Render;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Trappa.BrowserTests.Print;

/// <summary>
/// The booklet as it comes out of the printer, measured in the PDF's own coordinates and on its dots, and folded. What it
/// is held against is written down here.
/// </summary>
public sealed class BookletOnPaper(FullBooklet booklet) : IClassFixture<FullBooklet>
{
    private const double Near = 0.1, Safe = 5, Foot = 9;

    private const int MostBytes = 300 * 1024;

    // What each page says and no other, in the order of reading.
    private static readonly ImmutableArray<string> Marks =
        ["Foldedguide", "Whichstep?", "back1", "back3", "back5", "back7", "Saythanks", "bank.example.org"];

    [Theory]
    [InlineData("A4", 297, 210)]
    [InlineData("Letter", 279.4, 215.9)]
    public void Folds_cut_and_ruler_are_where_they_belong(string paper, double width, double height)
    {
        var sheet = Assert.Single(PaperSheet.All(booklet.On(paper)));
        Assert.Equal(width, sheet.Width, 0.01);
        Assert.Equal(height, sheet.Height, 0.01);
        var dashes = sheet.Strokes.Where(s => Math.Abs(s.Length - 1.5) < 0.01).ToList();
        Assert.Equal([width / 4, width / 2, width * 3 / 4],
            dashes.Where(s => s.IsUpright).Select(s => s.X1).GroupBy(x => Math.Round(x)).Select(g => g.Average()).Order(), Close);
        Assert.All(dashes.Where(s => s.IsUpright), s => Assert.Contains(new[] { 1, 2, 3 }, k => Math.Abs(s.X1 - (k * width / 4)) < Near));
        var along = dashes.Where(s => s.IsLevel && Math.Abs(s.Y1 - (height / 2)) < Near).ToList();
        Assert.Equal(dashes.Count(s => s.IsLevel), along.Count);
        Assert.All(along, s => Assert.True(Math.Max(s.X1, s.X2) < (width / 4) + Near || Math.Min(s.X1, s.X2) > (width * 3 / 4) - Near, $"{s} is a fold on the cut"));
        var cut = Assert.Single(sheet.Strokes, s => s.IsLevel && s.Length > 100);
        Assert.Equal([width / 4, width * 3 / 4, height / 2], [Math.Min(cut.X1, cut.X2), Math.Max(cut.X1, cut.X2), cut.Y1], Close);
        var ruler = Assert.Single(sheet.Strokes, s => s.IsLevel && Math.Abs(s.Length - 50) < 1);
        Assert.Equal(50, ruler.Length, Near);
        Assert.InRange(ruler.Y1, height - 20, height - Safe);
        Assert.Contains("measureme:50mm", string.Concat(sheet.Glyphs.Where(g => g.BaseLine < ruler.Y1 && g.BaseLine > ruler.Y1 - 4 && g.Start > ruler.X1 && g.Start < ruler.X2)
            .OrderBy(g => g.Start).Select(g => g.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A4", 297, 210)]
    [InlineData("Letter", 279.4, 215.9)]
    public void A_printer_of_600_dots_an_inch_puts_them_there(string paper, double width, double height)
    {
        var scan = Assert.Single(PaperScan.All(booklet.On(paper), 600));
        // In the middle of a dash: one begins every three millimetres.
        foreach (var y in (double[])[30.75, 150.75])
        {
            for (var k = 1; k <= 3; k++)
            {
                Assert.Equal([k * width / 4], scan.DarkAcross(y, (k * width / 4) - 3, (k * width / 4) + 3), Close);
            }
        }
        foreach (var x in (double[])[30.75, width / 4 + 20, width / 2 + 10, Math.Round(width * 3 / 4 / 3) * 3 + (width * 3 / 4 % 3) + 0.75])
        {
            Assert.Equal([height / 2], scan.DarkDown(x, (height / 2) - 3, (height / 2) + 3), Close);
        }
        var ruler = PaperSheet.All(booklet.On(paper))[0].Strokes.Single(s => s.IsLevel && Math.Abs(s.Length - 50) < 1);
        var ticks = scan.DarkAcross(ruler.Y1 + 0.6, ruler.X1 - 1, ruler.X2 + 1).ToList();
        Assert.Equal([0, 10, 20, 30, 40, 50], ticks.Select(t => t - ticks[0]), Close);
    }

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public void Folded_every_page_comes_in_its_turn_and_upright(string paper)
    {
        using var document = PdfDocument.Open(booklet.On(paper));
        var page = document.GetPage(1);
        var cells = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).GroupBy(l => Cell(page, l))
            .ToDictionary(g => g.Key, g => (Text: string.Concat(g.Select(l => l.Value)), Ways: g.Select(l => l.TextOrientation).Distinct().ToList()));
        var sheet = FoldedSheet.Fold();
        var read = sheet.Read(cells.Single(c => c.Value.Text.Contains(Marks[0], StringComparison.Ordinal) && !c.Value.Text.Contains(Marks[7], StringComparison.Ordinal)).Key).ToList();
        for (var i = 0; i < Marks.Length; i++)
        {
            var (text, ways) = cells[read[i]];
            Assert.Contains(Marks[i], text, StringComparison.Ordinal);
            var way = Assert.Single(ways);
            Assert.True(sheet.IsUpright(read[i], way == TextOrientation.Rotate180), $"page {i + 1} is on its head");
            Assert.Equal(i % 2 == 0, sheet.IsSpineAtLeft(read[i]));
            // Its number, which a machine that binds would go by.
            Assert.Contains((char)('1' + i), text);
        }
    }

    [Theory]
    [InlineData("A4", 297, 210)]
    [InlineData("Letter", 279.4, 215.9)]
    public void Text_at_its_limit_keeps_off_folds_cut_and_edge_and_touches_nothing(string paper, double width, double height)
    {
        var sheet = PaperSheet.All(booklet.On(paper))[0];
        List<string> faults = [];
        foreach (var glyph in sheet.Glyphs)
        {
            var middle = ((glyph.Box.Left + glyph.Box.Right) / 2, (glyph.Box.Top + glyph.Box.Bottom) / 2);
            var (column, row) = ((int)(middle.Item1 / (width / 4)), (int)(middle.Item2 / (height / 2)));
            var (left, top) = (column * width / 4, row * height / 2);
            // Only the number stands in the foot, and above the last page's the ruler's words.
            var isFoot = row == 0 ? middle.Item2 < Foot + 0.5 : middle.Item2 > height - Foot - 0.5;
            var page = new Box(left + Safe, top + Safe, left + (width / 4) - Safe, top + (height / 2) - Safe);
            if (!page.Holds(glyph.Box, Near) || glyph.Size < 7.5 || glyph.Colour != (0, 0, 0) || (isFoot && !char.IsAsciiDigit(glyph.Text[0])))
            {
                faults.Add($"{glyph.Text} at {glyph.Box}, {glyph.Size} pt");
            }
            faults.AddRange(sheet.Strokes.Where(s => new Box(Math.Min(s.X1, s.X2) - 0.1, Math.Min(s.Y1, s.Y2) - 0.1, Math.Max(s.X1, s.X2) + 0.1, Math.Max(s.Y1, s.Y2) + 0.1).Overlaps(glyph.Box, 0.05))
                .Select(s => $"{glyph.Text} at {glyph.Box} is on {s}"));
        }
        Browser.Faults.None(faults);
        Assert.All(sheet.Colours, c => Assert.True(c.R == c.G && c.G == c.B, $"{c} is a colour"));
    }

    [Fact]
    public void It_is_read_page_by_page_with_headings_and_words_for_its_drawings()
    {
        using var document = PdfDocument.Open(booklet.On("A4"));
        TaggedPdf.AllIsInTheStructureOrAnArtifact(document);
        var elements = TaggedPdf.Elements(document).ToList();
        Assert.Equal(["A staircase of 8 steps", .. Enumerable.Range(1, 8).Select(n => $"Step {n} of 8"), "QR code that leads to " + FullBooklet.Address],
            elements.Where(e => e.Kind == "Figure").Select(e => e.Words));
        var levels = elements.Where(e => e.Kind.Length == 2 && e.Kind[0] == 'H').Select(e => e.Kind[1] - '0').ToList();
        Assert.Equal([1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2], levels);
        var texts = TaggedPdf.Texts(document);
        var read = string.Concat(elements.SelectMany(e => e.Marks).Select(m => texts.GetValueOrDefault(m, ""))).Replace(" ", "", StringComparison.Ordinal);
        var places = Marks.Select(m => read.IndexOf(m, StringComparison.Ordinal)).ToList();
        Assert.All(places, p => Assert.True(p >= 0));
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void It_has_title_language_bookmarks_links_one_font_the_same_bytes_and_not_many()
    {
        var pdf = booklet.On("A4");
        Assert.InRange(pdf.Length, 1, MostBytes);
        Assert.Equal(pdf, FullBooklet.Print("A4"));
        using var document = PdfDocument.Open(pdf);
        Assert.Equal("The booklet – Folded guide", document.Information.Title);
        Assert.Equal("en", ((UglyToad.PdfPig.Tokens.StringToken)document.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", Encoding.UTF8.GetString(metadata.GetXmlBytes()), StringComparison.Ordinal);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["Folded guide", "Which step?", .. Enumerable.Range(1, 8).Select(n => $"{n} Åsa{n}"), "Before you talk", "Say thanks", "Learn more"],
            bookmarks.GetNodes().Select(b => b.Title));
        Assert.Equal([.. Enumerable.Range(1, 8).Select(n => $"{FullBooklet.Address}steps/s{n}/"), FullBooklet.Address + "basics/thanks/", "https://bank.example.org/all/", FullBooklet.Address],
            document.GetPage(1).GetHyperlinks().Select(l => l.Uri).Distinct());
        Assert.All(document.GetPage(1).Letters.Select(l => l.FontName!).Distinct(), name => Assert.Matches("^[A-Z]{6}\\+(LiberationSans|Arial|Arimo|Helvetica)", name));
    }

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public void It_looks_as_it_did_when_it_was_last_looked_at(string paper) => GoldenSheets.LooksAsItDid(booklet.On(paper), "booklet-" + paper);

    // Where a letter is printed: its column, and 0 for the upper row.
    private static (int Column, int Row) Cell(Page page, Letter letter)
    {
        var box = letter.BoundingBox;
        return ((int)((box.Left + box.Right) / 2 / (page.Width / 4)), (box.Bottom + box.Top) / 2 > page.Height / 2 ? 0 : 1);
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) < Near;
}
