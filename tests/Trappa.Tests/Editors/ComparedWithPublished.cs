using System.Text.RegularExpressions;
using Trappa.Commands;

namespace Trappa.Tests.Editors;

/// <summary>E11: what the files say now, word by word beside what is published.</summary>
public sealed class ComparedWithPublished : IDisposable
{
    private const string Thanks = "content/grunder/02-tacka.md";

    private readonly CopiedGuide _guide = new();

    public ComparedWithPublished()
    {
        _guide.Change(Thanks, "\n---\n", "\n---\n\nTack för att du kom i onsdags.\n");
        _guide.Build();
    }

    public void Dispose() => _guide.Dispose();

    [Fact]
    public void Where_nothing_was_changed_nothing_differs() =>
        Assert.Contains("Inget skiljer.", Compared(), StringComparison.Ordinal);

    [Fact]
    public void Words_and_typography_stand_under_the_page_and_heading_that_have_them()
    {
        _guide.Change(Thanks, "kom i onsdags", "var med i torsdags");
        _guide.Change("content/citat/picknick.md", "Kom och", "Kom\u00A0och");
        _guide.Change("content/steg/03-valjare.md", "namn: Väljare", "namn: Röstare");
        var page = Compared();
        Assert.Contains("<h1>Jämförelse: det som är publicerat och det som står i filerna nu</h1>", page, StringComparison.Ordinal);
        Assert.Matches(new Regex("<h2>Säg tack</h2>.*<del>kom</del>.*<ins>var med</ins>", RegexOptions.Singleline), page);
        Assert.Contains("<ins class=\"type\">", page, StringComparison.Ordinal);
        // In the order of the guide.
        Assert.True(page.IndexOf("<h2>Röstare</h2>", StringComparison.Ordinal) < page.IndexOf("<h2>Säg tack</h2>", StringComparison.Ordinal));
        // A quote is on many pages, and told where it stands first.
        Assert.Single(Regex.Matches(page, "<ins class=\"type\">\u00A0</ins>och|<ins class=\"type\">Kom\u00A0och</ins>"));
    }

    [Fact]
    public void A_page_that_is_new_gone_or_elsewhere_is_told_as_what_it_is()
    {
        _guide.Write("content/grunder/20-ny.md", "---\ntitel: Ny sida\n---\n\nHelt nya ord.\n");
        _guide.Move(Thanks, "content/grunder/02-sag-tack.md");
        foreach (var file in Directory.GetFiles(Path.Combine(_guide.Folder, "content"), "*.*", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("grunder/tacka", "grunder/sag-tack", StringComparison.Ordinal));
        }
        var gone = Compared();
        Assert.Matches("<ins>[^<]*Helt nya ord", gone);
        Assert.Matches("<del>[^<]*Tack för att du kom i onsdags", gone);

        _guide.Change("content/grunder/02-sag-tack.md", "---\n", "---\nalias: [grunder/tacka]\n");
        Assert.DoesNotContain("onsdags", Compared(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edition_and_what_is_published_are_not_both_compared_with()
    {
        var told = Terminal.Run("compare", _guide.Folder, "--edition", "2024-04", "--against", _guide.Folder);
        Assert.Equal(ExitCodes.WrongUse, told.ExitCode);
        Assert.Contains("--edition", told.Error, StringComparison.Ordinal);
    }

    private string Compared()
    {
        var page = Path.Combine(_guide.Folder, "jämför.html");
        var told = Terminal.Run("compare", _guide.Folder, "--against", Path.Combine(_guide.Folder, "_site"), "--out", page,
            "--date", "2024-04-30", "--base-url", "https://example.org/");
        Assert.True(told.ExitCode == ExitCodes.Fine, told.Error);
        return File.ReadAllText(page);
    }
}
