using System.Collections.Immutable;
using System.Text;
using Trappa.Render.Print;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Trappa.BrowserTests.Print;

/// <summary>
/// What PDF/UA-1 (ISO 14289-1) wants of the cards, as far as it can be told without a reader: structure, language, title,
/// texts for drawings, order. And the same bytes from the same content.
/// </summary>
public sealed class TaggedSheets(FullSheets sheets) : IClassFixture<FullSheets>
{
    private const int MostBytes = 300 * 1024;

    private const double Millimetres = 25.4 / 72;

    // What the arrows of the flow say: two questions on each side, the second followed by the back or by nothing.
    private static readonly ImmutableArray<string> Arrows =
    [
        "leads to", "leads to", "leads to question 2", "leads to", "leads to", "leads to question 3",
        "leads to", "leads to", "leads to question 4", "leads to", "leads to",
    ];

    [Theory]
    [InlineData(Sides.LongEdge)]
    [InlineData(Sides.ShortEdge)]
    [InlineData(Sides.One)]
    public void Everything_that_is_painted_is_in_the_structure_or_an_artifact(Sides sides)
    {
        using var document = Open(sides);
        TaggedPdf.AllIsInTheStructureOrAnArtifact(document);
    }

    [Theory]
    [InlineData(Sides.LongEdge)]
    [InlineData(Sides.ShortEdge)]
    [InlineData(Sides.One)]
    public void Each_card_is_read_front_first_with_a_heading_and_words_for_its_drawings(Sides sides)
    {
        using var document = Open(sides);
        var elements = TaggedPdf.Elements(document).ToList();
        Assert.All(elements.Where(e => e.Kind == "Figure"), e => Assert.False(string.IsNullOrWhiteSpace(e.Words)));
        Assert.Equal([.. Enumerable.Range(1, 8).Select(n => $"Step {n} of 8"), .. Arrows, "QR code that leads to " + FullGuide.Address],
            elements.Where(e => e.Kind == "Figure").Select(e => e.Words));
        // Headings begin at the first level and leave out none.
        var levels = elements.Where(e => e.Kind.Length == 2 && e.Kind[0] == 'H').Select(e => e.Kind[1] - '0').ToList();
        Assert.Equal(10, levels.Count);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), l => Assert.True(l.Second <= l.First + 1));

        // What is marked, in the order of the structure: a front, and then its own back.
        var texts = TaggedPdf.Texts(document);
        var read = string.Concat(elements.SelectMany(e => e.Marks).Select(m => texts.GetValueOrDefault(m, ""))).Replace(" ", "", StringComparison.Ordinal);
        var places = Enumerable.Range(1, 8).SelectMany(n => new[] { read.IndexOf($"{n}Åsa{n}", StringComparison.Ordinal), read.IndexOf($"Needs:back{n}", StringComparison.Ordinal) }).ToList();
        Assert.All(places, p => Assert.True(p >= 0));
        Assert.Equal(places.Order(), places);

        // The flow as a list: a question, then each answer and what it leads to.
        var flow = read[read.IndexOf("1Ärpersonenpåsteg1?", StringComparison.Ordinal)..].Replace("\u00A0", "", StringComparison.Ordinal);
        Assert.StartsWith("1Ärpersonenpåsteg1?Ja1Åsa1Ibland2Åsa2Nej·Vetinte2Ärpersonenpåsteg3?Ja3Åsa3Ibland4Åsa4Nej·Vetinte3back"
            + "Fromthefront3Ärpersonenpåsteg5?", flow, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sides.LongEdge)]
    [InlineData(Sides.One)]
    public void The_document_has_title_language_bookmarks_tab_order_and_says_that_it_is_accessible(Sides sides)
    {
        using var document = Open(sides);
        var catalog = document.Structure.Catalog.CatalogDictionary;
        Assert.Equal("en", ((StringToken)catalog.Data["Lang"]).Data);
        Assert.Equal(BooleanToken.True, ((DictionaryToken)catalog.Data["MarkInfo"]).Data["Marked"]);
        Assert.Equal(BooleanToken.True, ((DictionaryToken)catalog.Data["ViewerPreferences"]).Data["DisplayDocTitle"]);
        Assert.StartsWith("Cards: 85x54 (A4)", document.Information.Title, StringComparison.Ordinal);
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", Encoding.UTF8.GetString(metadata.GetXmlBytes()), StringComparison.Ordinal);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(Enumerable.Range(1, 8).Select(n => $"{n} Åsa{n}").Append("Which step?").Append("Full guide"), bookmarks.GetNodes().Select(b => b.Title));
        Assert.All(document.GetPages(), p => Assert.Equal("S", ((NameToken)p.Dictionary.Data["Tabs"]).Data));
        Assert.All(document.GetPages().SelectMany(p => p.Letters).Select(l => l.FontName!).Distinct(),
            name => Assert.Matches("^[A-Z]{6}\\+(LiberationSans|Arial|Arimo|Helvetica)", name));
    }

    // The last card is the tenth: at the right in the lowest row, its back at the left of the second sheet.
    [Fact]
    public void The_addresses_on_the_last_card_lead_there_on_a_screen()
    {
        using var document = Open(Sides.LongEdge);
        foreach (var (number, address, card) in new[] { (1, FullGuide.Address, Geometry.All[0].Inner(1, 4)), (2, FullGuide.Resource, Geometry.All[0].Inner(0, 4)) })
        {
            var page = document.GetPage(number);
            // A piece for each place where the address may go on in the next line.
            var pieces = page.GetHyperlinks().Where(l => l.Uri == address).Select(l => l.Bounds).ToList();
            Assert.All(pieces, p => Assert.True(card.Holds(InMillimetres(page, p), 0.5), $"{address} at {InMillimetres(page, p)} is not on {card}"));
            var linked = page.Letters.Where(l => pieces.Exists(p => p.Left < l.BoundingBox.Centroid.X && l.BoundingBox.Centroid.X < p.Right
                && p.Bottom < l.StartBaseLine.Y && l.StartBaseLine.Y < p.Top));
            Assert.Equal(address.Split("//")[1].TrimEnd('/'), string.Concat(linked.Select(l => l.Value)));
        }
        Assert.Equal(2, TaggedPdf.Elements(document).Count(e => e.Kind == "Link"));
    }

    [Fact]
    public void The_same_content_in_another_folder_and_zone_has_the_same_bytes_and_not_many()
    {
        var zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "Pacific/Kiritimati");
            var again = FullGuide.Print(Geometry.All[0]);
            Assert.All(again, pdf => Assert.Equal(sheets.Of(Geometry.All[0], pdf.Key), pdf.Value));
            Assert.All(again, pdf => Assert.InRange(pdf.Value.Length, 1, MostBytes));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
        }
    }

    private static Box InMillimetres(Page page, PdfRectangle at) =>
        new(at.Left * Millimetres, (page.Height - at.Top) * Millimetres, at.Right * Millimetres, (page.Height - at.Bottom) * Millimetres);

    private PdfDocument Open(Sides sides) => PdfDocument.Open(sheets.Of(Geometry.All[0], sides));
}
