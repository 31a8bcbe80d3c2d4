using Trappa.Commands;

namespace Trappa.Tests.Editors;

/// <summary>From one edition to the next: cases E1 and E11 of the editors' list.</summary>
public sealed class Editions : IDisposable
{
    private const string Voter = "content/steg/03-valjare.md";

    private readonly CopiedGuide _guide = new();

    public void Dispose() => _guide.Dispose();

    private Terminal Freeze(string month = "2025-04") => Terminal.Run("edition", "new", month, _guide.Folder, "--date", "2025-04-02");

    [Fact]
    public void One_command_opens_the_next_edition_and_keeps_the_old_one_at_its_own_address_with_its_cards()
    {
        var before = _guide.Read("content/site.yaml");
        var frozen = Freeze();

        Assert.Equal(ExitCodes.Fine, frozen.ExitCode);
        Assert.Equal(before.Replace("namn: April 2024", "namn: April 2025", StringComparison.Ordinal).Replace("månad: 2024-04", "månad: 2025-04", StringComparison.Ordinal),
            _guide.Read("content/site.yaml"));
        Assert.Contains("startdag: gäller till och med 1 maj 2024", frozen.Error, StringComparison.Ordinal);

        _guide.Change(Voter, "namn: Väljare", "namn: Röstare");
        _guide.Build("2025-04-02");
        var old = _guide.Site("2024-04/steg/valjare/index.html");
        Assert.Contains("<h1>Väljare", old, StringComparison.Ordinal);
        Assert.Contains("Den är ersatt av en nyare", old, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../../../steg/valjare/\">Läs den nya</a>", old, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", old, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"canonical\"", old, StringComparison.Ordinal);
        Assert.Contains("src=\"../../../assets/site", old, StringComparison.Ordinal);
        Assert.Contains("Väljare", _guide.Site("2024-04/skriv-ut/kort/index.html"), StringComparison.Ordinal);
        var now = _guide.Site("steg/valjare/index.html");
        Assert.Contains("Röstare", now, StringComparison.Ordinal);
        Assert.Contains("2025", now, StringComparison.Ordinal);
        Assert.DoesNotContain("Den är ersatt", now, StringComparison.Ordinal);
        Assert.DoesNotContain("2024-04", _guide.Site("sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("/2024-04/*", _guide.Site("_headers"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_guide.Folder, "_site/2024-04/sok/index.html")));
    }

    [Fact]
    public void Its_sheets_have_the_sizes_of_its_own_time_and_no_others()
    {
        Freeze();
        _guide.Write("content/kort.yaml", _guide.Read("content/kort.yaml") + "\nmått:\n  - {namn: stort, bredd: 95, höjd: 61, kolumner: 2, rader: 4, vänster: 7}\n");
        _guide.Build("2025-04-02");
        Assert.Contains("width:95mm", _guide.Site("skriv-ut/kort/index.html"), StringComparison.Ordinal);
        var old = _guide.Site("2024-04/skriv-ut/kort/index.html");
        Assert.DoesNotContain("width:95mm", old, StringComparison.Ordinal);
        Assert.Equal(2, old.Split("@page a4{").Length);
    }

    [Fact]
    public void What_is_kept_is_the_same_bytes_each_time_and_does_not_change_with_the_day()
    {
        Freeze();
        var kept = _guide.Read("content/utgavor/2024-04.json");
        using var other = new CopiedGuide();
        Terminal.Run("edition", "new", "2025-04", other.Folder, "--date", "2025-04-02");
        Assert.Equal(other.Read("content/utgavor/2024-04.json"), kept);

        _guide.Build("2025-04-02");
        var page = _guide.Site("2024-04/resurser/index.html");
        _guide.Build("2035-04-02");
        Assert.Equal(page, _guide.Site("2024-04/resurser/index.html"));
    }

    [Fact]
    public void Readers_are_told_what_is_new_and_the_editor_may_tell_it_in_own_words()
    {
        Freeze();
        _guide.Change(Voter, "namn: Väljare", "namn: Röstare");
        _guide.Change(Voter, "insatser:\n", "insatser:\n  - Gå till vallokalen tillsammans\n");
        _guide.Write("content/grunder/11-ny-sida.md", "---\ntitel: En helt ny sida\n---\n\nOrd.\n");
        _guide.Build("2025-04-02");
        var news = _guide.Site("nytt/index.html");
        Assert.Contains("Hette förut Väljare", news, StringComparison.Ordinal);
        Assert.Contains("Gå till vallokalen tillsammans", news, StringComparison.Ordinal);
        Assert.Contains("En helt ny sida", news, StringComparison.Ordinal);
        Assert.DoesNotContain("Observatör</a></h2>", news, StringComparison.Ordinal);
        Assert.Contains("href=\"../2024-04/\"", news, StringComparison.Ordinal);

        _guide.Write("content/nytt.md", "---\ntitel: Det här är nytt\n---\n\nEgna ord om utgåvan.\n");
        _guide.Build("2025-04-02");
        Assert.Contains("Egna ord om utgåvan", _guide.Site("nytt/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_the_edition_before_may_not_be_lost()
    {
        Freeze();
        _guide.Move("content/grunder/02-tacka.md", "content/grunder/02-sag-tack.md");
        var told = _guide.Check("2025-04-02");
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("TR601", told.Error, StringComparison.Ordinal);
        Assert.Matches(@"content/utgavor/2024-04\.json:\d+: fel TR601", told.Error);
        Assert.Contains("alias: [grunder/tacka]", told.Error, StringComparison.Ordinal);

        _guide.Change("content/grunder/02-sag-tack.md", "---\n", "---\nalias: [grunder/tacka]\n");
        Assert.DoesNotContain("TR601", _guide.Check("2025-04-02").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_tells_words_and_typography_apart()
    {
        Freeze();
        _guide.Change(Voter, "namn: Väljare", "namn: Röstare");
        _guide.Change("content/citat/picknick.md", "Kom och", "Kom\u00A0och");
        var page = Path.Combine(_guide.Folder, "jämför.html");
        var told = Terminal.Run("compare", _guide.Folder, "--out", page, "--date", "2025-04-02");
        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        var html = File.ReadAllText(page);
        Assert.Contains("<del>Väljare</del>", html, StringComparison.Ordinal);
        Assert.Contains("<ins>Röstare</ins>", html, StringComparison.Ordinal);
        Assert.Contains("<ins class=\"type\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Ambassadör</h2>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-04", "kommer inte efter")]
    [InlineData("2023-04", "kommer inte efter")]
    public void An_edition_that_is_not_later_changes_nothing(string month, string words)
    {
        var before = _guide.Read("content/site.yaml");
        var told = Freeze(month);
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains(words, told.Error, StringComparison.Ordinal);
        Assert.Equal(before, _guide.Read("content/site.yaml"));
        Assert.False(Directory.Exists(Path.Combine(_guide.Folder, "content/utgavor")));
    }

    [Fact]
    public void A_month_that_is_none_is_told_before_anything_is_read() =>
        Assert.Equal(ExitCodes.WrongUse, Freeze("april").ExitCode);

    [Fact]
    public void A_kept_edition_that_is_broken_is_told_by_its_line()
    {
        Freeze();
        var kept = _guide.Read("content/utgavor/2024-04.json");
        _guide.Write("content/utgavor/2024-04.json", kept[..(kept.Length / 2)]);
        var told = _guide.Check("2025-04-02");
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Matches(@"content/utgavor/2024-04\.json:\d+:\d+: fel TR600", told.Error);
    }
}
