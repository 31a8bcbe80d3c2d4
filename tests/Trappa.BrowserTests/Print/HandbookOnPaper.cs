using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Trappa.BrowserTests.Browser;
using Trappa.Commands;
using Trappa.Tests;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline;

namespace Trappa.BrowserTests.Print;

/// <summary>The guide's handbooks, built once.</summary>
public sealed class BuiltHandbooks : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BuiltHandbooks()
    {
        using var said = new StringWriter();
        var code = CommandLine.Run(
            ["build", Repository.Root, "--out", _folder["site"], "--date", "2026-11-23", "--pdf", "require"],
            new(said, said, Repository.Root, new(2026, 11, 23), IsTerminal: false, Colour: false) { FindBrowser = InstalledBrowser.FindOrGet });
        Assert.True(code == ExitCodes.Fine, said.ToString());
    }

    /// <summary>The bytes of a PDF beside the print page.</summary>
    public byte[] this[string name] => File.ReadAllBytes(_folder["site/skriv-ut/" + name]);

    public void Dispose() => _folder.Dispose();
}

/// <summary>The handbook as it comes out of the printer: what its contents promise is where they say.</summary>
public sealed partial class HandbookOnPaper(BuiltHandbooks built) : IClassFixture<BuiltHandbooks>
{
    private const string Normal = "handbok.pdf", Large = "handbok-storstil.pdf";
    private const double PointsPerMillimetre = 72 / 25.4, Foot = 22 * PointsPerMillimetre;

    private static ImmutableArray<string> Steps { get; } =
        ["1 Observatör", "2 Följare", "3 Väljare", "4 Medlem", "5 Deltagare", "6 Regelbunden deltagare", "7 Ambassadör", "8 Ledare/företrädare"];

    [Theory]
    [InlineData(Normal)]
    [InlineData(Large)]
    public void Every_number_in_the_contents_is_the_page_where_the_heading_stands(string name)
    {
        using var document = PdfDocument.Open(built[name]);
        var headings = document.GetPages().SelectMany(p => Lines(p).Where(l => l.Size > Body(name)).Select(l => (l.Text, p.Number))).ToList();
        var contents = document.GetPages().Where(IsOfContents).SelectMany(Lines).Where(l => l.Bottom > Foot)
            .Select(l => Entry().Match(l.Text)).Where(m => m.Success).ToList();
        Assert.True(contents.Count > 20, $"{contents.Count} entries");
        foreach (var entry in contents)
        {
            Assert.True(headings.Exists(h => Joined(h.Text) == Joined(entry.Groups[1].Value) && h.Number == int.Parse(entry.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)), entry.Value);
        }
    }

    [Theory]
    [InlineData(Normal)]
    [InlineData(Large)]
    public void Items_of_lists_have_a_body_and_kinds_that_are_newer_than_the_format_say_what_they_are_like(string name)
    {
        using var document = PdfDocument.Open(built[name]);
        var elements = TaggedPdf.Elements(document).ToList();
        var items = elements.Where(e => e.Kind == "LI").ToList();
        Assert.NotEmpty(items);
        Assert.All(items, i => Assert.True(i.Kids is ["LBody"] or ["Lbl", "LBody"], string.Join(", ", i.Kids)));
        Assert.Equal(items.Count, elements.Count(e => e.Kind == "LBody"));
        Assert.Equal(["Em", "Strong"], elements.Select(e => e.Kind).Except(TaggedPdf.Standard).Order(StringComparer.Ordinal));
        Assert.Equal(["Em", "Strong"], TaggedPdf.Mapped(document).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Normal)]
    [InlineData(Large)]
    public void Each_step_begins_on_a_left_page(string name)
    {
        using var document = PdfDocument.Open(built[name]);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        var pages = bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Where(b => Steps.Contains(b.Title)).DistinctBy(b => b.Title).ToDictionary(b => b.Title, b => b.PageNumber);
        Assert.Equal(Steps, Steps.Where(pages.ContainsKey));
        Assert.All(pages, p => Assert.True(p.Value % 2 == 0, $"{p.Key}: {p.Value}"));
    }

    // The words that the guide lets be divided, such as Engagemangs|trappan, have soft hyphens on the page.
    [Theory]
    [InlineData(Normal)]
    [InlineData(Large)]
    public void Bookmarks_are_whole_words(string name)
    {
        using var document = PdfDocument.Open(built[name]);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        var titles = bookmarks.GetNodes().Select(b => b.Title).ToList();
        Assert.Contains("Engagemangstrappan", titles);
        Assert.All(titles, t => Assert.DoesNotContain('\u00AD', t));
        Assert.DoesNotContain('\u00AD', document.Information.Title!);
    }

    [Theory]
    [InlineData(Normal)]
    [InlineData(Large)]
    public void The_edition_and_the_number_are_on_every_page_but_the_cover_which_has_the_edition(string name)
    {
        using var document = PdfDocument.Open(built[name]);
        foreach (var page in document.GetPages())
        {
            var lines = Lines(page).Select(l => l.Text).ToList();
            Assert.Contains(lines, l => l.Contains("april 2024", StringComparison.Ordinal));
            Assert.True(page.Number == 1 || lines.Any(l => l.Split(' ') is var words && (words[0] == $"{page.Number}" || words[^1] == $"{page.Number}")), $"page {page.Number}");
        }
    }

    // A heading has two lines of its own text under it at least, so none is low on its page.
    [Theory]
    [InlineData(Normal)]
    [InlineData(Large)]
    public void No_heading_stands_alone_at_the_foot_of_a_page(string name)
    {
        using var document = PdfDocument.Open(built[name]);
        foreach (var page in document.GetPages().Skip(1).Where(p => !IsOfContents(p)))
        {
            var text = Lines(page).Where(l => l.Bottom > Foot).ToList();
            if (text.Count > 0)
            {
                var last = text.MinBy(l => l.Bottom)!;
                Assert.False(last.IsBold && last.Size > Body(name) + 0.5, $"page {page.Number}: {last.Text}");
            }
        }
    }

    [Theory]
    [InlineData(Normal, 9)]
    [InlineData(Large, 18)]
    public void Nothing_is_smaller_than_it_should_be_and_all_is_within_the_paper(string name, double least)
    {
        using var document = PdfDocument.Open(built[name]);
        foreach (var page in document.GetPages())
        {
            // Numbers on the staircase are part of a picture.
            Assert.All(page.Letters.Where(l => !char.IsDigit(l.Value[0]) && !string.IsNullOrWhiteSpace(l.Value)), l =>
                Assert.True(l.PointSize >= least - 0.1, $"page {page.Number}: {l.Value} is {l.PointSize}"));
            Assert.All(page.Letters, l => Assert.InRange(l.BoundingBox.Right, 10 * PointsPerMillimetre, page.Width - (10 * PointsPerMillimetre)));
        }
    }

    [Theory]
    [InlineData(Normal, "Handboken – Engagemangstrappan")]
    [InlineData(Large, "Handboken i storstil – Engagemangstrappan")]
    public void It_is_small_has_a_title_a_language_and_tags(string name, string title)
    {
        var bytes = built[name];
        Assert.InRange(bytes.Length, 1, 300 * 1024);
        using var document = PdfDocument.Open(bytes);
        Assert.Equal(title, document.Information.Title);
        var root = document.Structure.Catalog.CatalogDictionary;
        Assert.Contains("StructTreeRoot", root.Data.Keys);
        Assert.Contains("Lang", root.Data.Keys);
        Assert.Contains("Metadata", root.Data.Keys);
        // ISO 14289-1 §7.3: a figure has words in its place.
        Assert.All(TaggedPdf.Elements(document).Where(e => e.Kind == "Figure"), e => Assert.NotEqual("", e.Words));
        TaggedPdf.AllIsInTheStructureOrAnArtifact(document);
    }

    // By the running head.
    private static bool IsOfContents(Page page) => Lines(page).MaxBy(l => l.Bottom)?.Text == "Innehåll";

    // A word with soft hyphens in it is several to who reads the PDF.
    private static string Joined(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\u2010", "", StringComparison.Ordinal);

    private static double Body(string name) => name == Large ? 18 : 10.5;

    // Words of one height and one row, from left to right; columns fall into one line, headings stand alone in theirs.
    private static List<Line> Lines(Page page) =>
    [
        .. page.GetWords().GroupBy(w => Math.Round(w.Letters[0].StartBaseLine.Y, 0))
            .Select(g => g.OrderBy(w => w.BoundingBox.Left).ToList())
            .Select(ws => new Line(string.Join(' ', ws.Select(w => w.Text)), ws[0].Letters[0].PointSize, ws[0].BoundingBox.Bottom,
                ws.TrueForAll(w => w.Letters[0].FontName?.Contains("Bold", StringComparison.Ordinal) == true))),
    ];

    private sealed record Line(string Text, double Size, double Bottom, bool IsBold);

    [GeneratedRegex(@"^(.+?) (\d+)$")]
    private static partial Regex Entry();
}
