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
    public void A_link_that_has_come_or_gone_is_told_to_readers_and_to_editors()
    {
        Freeze();
        const string Resources = "content/resurser.yaml";
        _guide.Change(Resources, "tillstånd: saknas", "tillstånd: finns\n  adress: https://example.org/valskolan");
        _guide.Change(Resources, "titel: Samtal med väljare", "titel: Samtal med alla");
        _guide.Change(Resources, "underlag och råd", "råd och underlag");
        _guide.Change(Resources, "tillstånd: finns\n  adress: https://www.vansterpartiet.se/resursbank", "tillstånd: saknas");
        _guide.Change(Resources, "- id: euval2024", "- id: kurs\n  titel: Kursen\n  text: En kurs.\n  sök: kurs\n\n- id: euval2024");
        var old = _guide.Read(Resources);
        var app = old.IndexOf("- id: supporterappen", StringComparison.Ordinal);
        _guide.Write(Resources, old.Remove(app, old.IndexOf("- id: kurs", StringComparison.Ordinal) - app));
        foreach (var file in Directory.GetFiles(Path.Combine(_guide.Folder, "content"), "*.*", SearchOption.AllDirectories).Where(f => !f.Contains("utgavor", StringComparison.Ordinal)))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("resurs:supporterappen", "resurs:kurs", StringComparison.Ordinal)
                .Replace("supporterappen]", "kurs]", StringComparison.Ordinal));
        }
        _guide.Build("2025-04-02");
        var news = _guide.Site("nytt/index.html").Replace("\u00AD", "", StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"../resurser/#valskolan\">Valskolan</a><br>Länken har kommit.</li>", news, StringComparison.Ordinal);
        Assert.Contains("Samtal med alla</a><br>Hette förut Samtal med väljare. Texten är omskriven.</li>", news, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"../resurser/#kurs\">Kursen</a><br>Har kommit till.</li>", news, StringComparison.Ordinal);
        Assert.Contains("Länken är borta.</li>", news, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"../2024-04/resurser/#supporterappen\">Supporterappen</a><br>Har tagits bort.</li>", news, StringComparison.Ordinal);
        Assert.DoesNotContain("resurser/#var-politik\"", news, StringComparison.Ordinal);

        var html = Compared();
        Assert.Contains("<h2>Valskolan</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<ins>https://example.org/valskolan</ins>", html, StringComparison.Ordinal);
        Assert.Contains("<del>https://www.vansterpartiet.se/resursbank</del>", html, StringComparison.Ordinal);
        Assert.Contains("<ins>alla</ins>", html, StringComparison.Ordinal);

        // Its last day: the link is there no more, and the state says why.
        _guide.Change(Resources, "adress: https://example.org/valskolan", "adress: https://example.org/skola\n  gäller-till: 2025-05-01");
        _guide.Build("2025-04-30");
        Assert.Contains("Länken har kommit.", _guide.Site("nytt/index.html"), StringComparison.Ordinal);
        _guide.Build("2025-05-02");
        Assert.Contains("Valskolan</a><br>Har passerat.</li>", _guide.Site("nytt/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_another_takes_the_place_of_is_told_in_the_guides_language()
    {
        using var folder = new TemporaryFolder();
        Terminal.Run("new", folder["mine"], "--language", "en");
        var file = folder["mine/content/resources.yaml"];
        File.WriteAllText(file, "- id: course\n  title: The course\n  text: A course.\n  address: https://example.org/one\n");
        var next = DateTime.Parse(File.ReadAllText(folder["mine/content/site.yaml"]).Split("month: ")[1][..7] + "-01", System.Globalization.CultureInfo.InvariantCulture)
            .AddMonths(1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(ExitCodes.Fine, Terminal.Run("edition", "new", next, folder["mine"]).ExitCode);
        File.WriteAllText(file, File.ReadAllText(file).Replace("/one", "/two", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Fine, Terminal.Run("build", folder["mine"], "--pdf", "skip").ExitCode);
        var news = File.ReadAllText(folder["mine/_site/whats-new/index.html"]);
        Assert.Contains("The course</a><br>The link goes to a new address.</li>", news, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing has changed", news, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_shows_a_quote_in_other_words_is_told_as_rewritten()
    {
        Freeze();
        _guide.Change("content/citat/veta-mer.md", "Skulle du vilja", "Vill du");
        _guide.Build("2025-04-02");
        var news = _guide.Site("nytt/index.html").Replace("\u00AD", "", StringComparison.Ordinal);
        Assert.Contains("<a href=\"../grunder/fraga-och-lyssna/\">", news, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href=\"../grunder/tacka/\">", news, StringComparison.Ordinal);
        Assert.Contains("Vill du", _guide.Site("grunder/fraga-och-lyssna/index.html").Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_terms_and_quotes_in_other_words_are_told()
    {
        Freeze();
        _guide.Build("2025-04-02");
        Assert.Contains("Inget har ändrats än.", _guide.Site("nytt/index.html"), StringComparison.Ordinal);

        _guide.Change("content/flode.yaml", "möte: Är personen medlem?", "möte: Är personen med hos oss?");
        _guide.Change("content/citat/veta-mer.md", "Skulle du vilja", "Vill du");
        _guide.Write("content/citat/helt-ny.md", "---\nslag: inbjudan\n---\n\nKom och var med på något helt nytt.\n");
        _guide.Write("content/begrepp/nytt-ord.md", "---\nnamn: Nytt ord\nkort: Ett ord som vi inte har haft.\n---\n");
        var term = Directory.GetFiles(Path.Combine(_guide.Folder, "content/begrepp"), "relationell*.md").Single();
        File.WriteAllText(term, File.ReadAllText(term).TrimEnd() + " Ord till.\n");
        _guide.Build("2025-04-02");

        var news = _guide.Site("nytt/index.html").Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' ');
        Assert.Contains("<li><a href=\"../vilket-steg/\">Vilket steg?</a></li>", news, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"../sag-sa-har/#helt-ny\">Kom och var med på något helt nytt.</a><br>Har kommit till.</li>", news, StringComparison.Ordinal);
        Assert.Contains("Nytt ord</a><br>Har kommit till.</li>", news, StringComparison.Ordinal);
        Assert.Contains("Relationell organisering</a><br>Texten är omskriven.</li>", news, StringComparison.Ordinal);

        var html = Compared();
        Assert.Contains("<h2>medlemskap</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<ins>med hos oss?</ins>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_put_before_the_others_changes_no_other_question()
    {
        Freeze();
        _guide.Change("content/flode.yaml", "start: medlem", "start: först");
        _guide.Change("content/flode.yaml", "högst: 4", "högst: 5");
        _guide.Change("content/flode.yaml", "frågor:\n", "frågor:\n  - id: först\n    om: början\n    fråga: Har ni setts förr?\n    svar:\n      - {text: Ja, till: medlem}\n      - {text: Nej, till: röstar}\n");
        var html = Compared();
        Assert.Contains("<h2>början</h2>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>medlemskap</h2>", html, StringComparison.Ordinal);
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
        var html = Compared();
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

    // The page of comparison between the edition that is kept and the files.
    private string Compared()
    {
        var page = Path.Combine(_guide.Folder, "jämför.html");
        Assert.Equal(ExitCodes.Fine, Terminal.Run("compare", _guide.Folder, "--out", page, "--date", "2025-04-02").ExitCode);
        return File.ReadAllText(page);
    }
}
