using Trappa.Commands;
using Trappa.Tests.Links;

namespace Trappa.Tests.Editors;

/// <summary>What happens to the guide each spring, done as the editor does it: cases of the editors' list.</summary>
public class TheEditorsSpring
{
    private const string Voter = "content/steg/03-valjare.md";

    /// <summary>E2.</summary>
    [Fact]
    public void A_new_leader_is_one_line_and_changes_on_page_card_and_in_search()
    {
        using var guide = new CopiedGuide();
        guide.Change("content/grunder/02-tacka.md", "\n---\n", "\n---\n\nFråga {{ profil }}.\n");
        guide.Change(Voter, "    - En gåva\n", "    - Träffa {{ profil }}\n");
        guide.Change("content/site.yaml", "profil: ", "profil: Alva Exempel, förr ");
        guide.Build();
        Assert.Contains("Alva Exempel", guide.Site("grunder/tacka/index.html"), StringComparison.Ordinal);
        Assert.Contains("Alva Exempel", guide.Site("skriv-ut/kort/index.html"), StringComparison.Ordinal);
        Assert.Contains("Alva", SearchIndex(guide), StringComparison.Ordinal);
    }

    /// <summary>E3.</summary>
    [Fact]
    public void A_link_that_arrives_is_three_lines_and_one_that_lacks_its_address_is_told()
    {
        using var guide = new CopiedGuide();
        guide.Write("content/resurser.yaml", "- id: kurs\n  titel: Kursen\n  text: En kurs.\n  tillstånd: finns\n");
        Assert.Contains("TR112", guide.Check().Error, StringComparison.Ordinal);
        using var whole = new CopiedGuide();
        whole.Change("content/resurser.yaml", "- id:", "- id: kurs\n  titel: Kursen\n  text: En kurs.\n  tillstånd: finns\n  adress: https://example.org/kurs\n  kontrollerad: 2024-04-29\n\n- id:");
        whole.Build();
        Assert.Contains("href=\"https://example.org/kurs\"", whole.Site("resurser/index.html"), StringComparison.Ordinal);
    }

    /// <summary>E3: another link goes dead; the command says where it stands, and what the editor does about it shows.</summary>
    [Fact]
    public async Task A_link_that_goes_dead_is_told_by_a_command_of_its_own_and_never_by_a_build()
    {
        using var guide = new CopiedGuide();
        await using var server = OutsideServer.Saying(r => OutsideServer.Answer(r.Path == "/euval2024" ? 404 : 200));
        var told = new[] { "2024-06-01", "2024-06-02", "2024-06-03" }.Select(d => Links(guide, server, d)).ToList()[^1];
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("content/resurser.yaml:39:11: fel TR310 Adressen https://vansterpartiet.se/euval2024 fungerar inte", told.Output, StringComparison.Ordinal);
        var asked = server.Requests.Length;
        guide.Build("2024-06-03");
        Assert.Equal(asked, server.Requests.Length);

        guide.Change("content/resurser.yaml", "tillstånd: finns\n  adress: https://vansterpartiet.se/euval2024\n", "tillstånd: saknas\n");
        guide.Build("2024-06-03");
        Assert.DoesNotContain("href=\"https://vansterpartiet.se/euval2024", guide.Site("resurser/index.html"), StringComparison.Ordinal);
        // As it is read, without what typesetting puts in.
        Assert.Contains("Vänsterpartiet euval 2024",
            guide.Site("resurser/index.html").Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("euval2024", Links(guide, server, "2024-06-04").Output, StringComparison.Ordinal);
    }

    /// <summary>E4: thirty days ahead, on the last day, and after it; in the way the editor chose.</summary>
    [Theory]
    [InlineData("2024-03-31", "")]
    [InlineData("2024-04-01", "TR391")]
    [InlineData("2024-05-01", "TR391")]
    [InlineData("2024-05-02", "TR307")]
    public void What_has_a_date_is_told_of_in_time(string date, string code)
    {
        using var guide = new CopiedGuide();
        var told = guide.Check(date);
        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        var lines = told.Error.Split('\n').Where(l => l.Contains("startdag", StringComparison.Ordinal)).ToList();
        Assert.Equal(code.Length == 0 ? 0 : 1, lines.Count);
        Assert.All(lines, l => Assert.Contains(code, l, StringComparison.Ordinal));
    }

    [Fact]
    public void What_must_not_stand_after_its_day_stops_the_build()
    {
        using var guide = new CopiedGuide();
        guide.Change("content/site.yaml", "gäller-till: 2024-05-01\n    efter: märk", "gäller-till: 2024-05-01\n    efter: fel");
        Assert.Equal(ExitCodes.Fine, guide.Check("2024-05-01").ExitCode);
        var told = guide.Check("2024-05-02");
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("TR309", told.Error, StringComparison.Ordinal);
    }

    /// <summary>E4: a passage goes by itself when its day is over, from the page, the handbook and search.</summary>
    [Fact]
    public void A_passage_that_is_over_goes_by_itself()
    {
        using var guide = new CopiedGuide();
        guide.Change("content/grunder/02-tacka.md", "\n---\n", "\n---\n\n::: gäller till=2024-05-01 efter=ta-bort\nKom till valstugan.\n:::\n");
        guide.Build("2024-05-01");
        Assert.Contains("Kom till valstugan", guide.Site("grunder/tacka/index.html"), StringComparison.Ordinal);
        var told = guide.Build("2024-05-02").Error;
        Assert.Contains("content/grunder/02-tacka.md:", told, StringComparison.Ordinal);
        Assert.DoesNotContain("valstugan", guide.Site("grunder/tacka/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("valstugan", guide.Site("skriv-ut/handbok/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("valstugan", SearchIndex(guide), StringComparison.Ordinal);
    }

    /// <summary>E5.</summary>
    [Fact]
    public void An_action_too_many_for_the_card_is_told_with_what_has_no_room_and_can_be_looked_at_all_the_same()
    {
        using var guide = new CopiedGuide();
        guide.Build();
        var page = guide.Site("steg/valjare/index.html");
        guide.Change(Voter, "    - Bli medlem\n  bjud-in:", "    - Bli medlem\n" + string.Concat(Enumerable.Repeat("    - Dela ut flygblad på torget tillsammans med andra\n", 12))
            + "    - Vara värd för ett studiebesök\n  bjud-in:");
        var told = guide.Check();
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Matches("content/steg/03-valjare\\.md:1:1: fel TR363 Kortet Väljare är för fullt på baksidan \\(ID-1\\): insatser\\. Rader för mycket: \\d+ \\(ungefär \\d+ tecken\\)\\. "
            + "Det här får inte plats: ”[^”]*torget[^”]*”", told.Error.Replace('\u00A0', ' '));

        Assert.Equal(ExitCodes.ContentErrors, Terminal.Run("build", guide.Folder, "--date", "2024-04-30").ExitCode);
        Assert.Equal(page, guide.Site("steg/valjare/index.html"));
        Assert.Equal(ExitCodes.Fine, Terminal.Run("build", guide.Folder, "--date", "2024-04-30", "--preview", "--out", Path.Combine(guide.Folder, "_preview")).ExitCode);
        Assert.Contains(" over\"", File.ReadAllText(Path.Combine(guide.Folder, "_preview/skriv-ut/kort/index.html")), StringComparison.Ordinal);
    }

    /// <summary>The guide that ships holds out: today and ten years on.</summary>
    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2036-11-23")]
    public void Time_alone_breaks_nothing(string date)
    {
        using var guide = new CopiedGuide();
        Assert.Equal(ExitCodes.Fine, guide.Check(date).ExitCode);
    }

    [Fact]
    public void Readers_are_told_that_an_edition_is_old_when_the_guide_has_set_a_limit()
    {
        using var guide = new CopiedGuide();
        guide.Change("content/site.yaml", "titel: Engagemangstrappan", "titel: Engagemangstrappan\nlängst-månader: 18");
        guide.Build("2025-10-31");
        Assert.DoesNotContain("Något kan ha ändrats", guide.Site("steg/valjare/index.html"), StringComparison.Ordinal);
        Assert.Contains("TR392", guide.Build("2025-11-01").Error, StringComparison.Ordinal);
        Assert.Contains("Något kan ha ändrats", guide.Site("steg/valjare/index.html"), StringComparison.Ordinal);
    }

    /// <summary>E6.</summary>
    [Fact]
    public void A_step_renamed_keeps_its_old_address_and_whoever_refers_to_it_is_told()
    {
        using var guide = new CopiedGuide();
        guide.Change(Voter, "namn: Väljare", "namn: Röstare\nalias: [steg/valjare]");
        guide.Move(Voter, "content/steg/03-rostare.md");
        var told = guide.Check();
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("rostare", told.Error, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(guide.Folder, "content"), "*.*", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("steg:valjare", "steg:rostare", StringComparison.Ordinal)
                .Replace("steg: valjare", "steg: rostare", StringComparison.Ordinal));
        }
        guide.Build();
        Assert.Contains("Röstare", guide.Site("steg/rostare/index.html"), StringComparison.Ordinal);
        Assert.Contains("/steg/valjare /steg/rostare/ 301!", guide.Site("_redirects"), StringComparison.Ordinal);
        Assert.Contains("url=../rostare/", guide.Site("steg/valjare/index.html"), StringComparison.Ordinal);
        Assert.Contains("Röstare", guide.Site("vilket-steg/index.html"), StringComparison.Ordinal);
        Assert.Contains("3 Röstare", guide.Site("skriv-ut/kort/index.html").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Röstare", guide.Site("steg/foljare/index.html"), StringComparison.Ordinal);
        Assert.Contains("Röstare", SearchIndex(guide), StringComparison.Ordinal);
    }

    /// <summary>E6: once the edition before is kept, its name of the step is known wherever it still stands.</summary>
    [Fact]
    public void Texts_where_the_old_name_of_a_step_stands_are_listed()
    {
        using var guide = new CopiedGuide();
        Terminal.Run("edition", "new", "2025-04", guide.Folder, "--date", "2025-04-02");
        guide.Change(Voter, "namn: Väljare", "namn: Röstare");
        guide.Change("content/grunder/02-tacka.md", "\n---\n", "\n---\n\nEn Väljare är ingen Väljarens vän.\n");
        var told = guide.Check("2025-04-02").Error;
        var line = guide.Read("content/grunder/02-tacka.md").Split('\n').ToList().FindIndex(l => l.StartsWith("En Väljare", StringComparison.Ordinal)) + 1;
        Assert.Contains($"content/grunder/02-tacka.md:{line}:4: varning TR395 Här står ”Väljare”, som steget hette i förra utgåvan. Nu heter det ”Röstare”.", told, StringComparison.Ordinal);
        Assert.Single(told.Split('\n'), l => l.Contains($"02-tacka.md:{line}:", StringComparison.Ordinal) && l.Contains("TR395", StringComparison.Ordinal));
    }

    /// <summary>E7.</summary>
    [Fact]
    public void A_step_taken_away_is_told_wherever_it_is_missing()
    {
        using var guide = new CopiedGuide();
        guide.Delete(Voter);
        var told = guide.Check().Error;
        Assert.Contains("content/flode.yaml:", told, StringComparison.Ordinal);
        Assert.Contains("TR330", told, StringComparison.Ordinal);
    }

    /// <summary>E7: a ninth step, which no question leads to until it is given an answer.</summary>
    [Fact]
    public void A_ninth_step_is_on_the_ladder_and_the_sheets_once_the_flow_leads_to_it()
    {
        using var guide = new CopiedGuide();
        guide.Write("content/steg/09-fadder.md", "---\nnamn: Fadder\ningress: Tar emot nya.\nbehov: [Stöd]\ninsatser: [Ring en ny]\nbjud-in: [Fråga]\nnästa-steg: [Vila]\n---\n");
        var told = guide.Check();
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("TR338 Ingen väg leder till steget ”Fadder”.", told.Error, StringComparison.Ordinal);
        guide.Change("content/flode.yaml", "till: \"steg:ledare-foretradare\"}", "till: \"steg:ledare-foretradare\"}\n      - {text: Tar emot nya, betyder: fadder, till: \"steg:fadder\"}");
        guide.Build();
        Assert.Contains("Steg 9 av 9", guide.Site("steg/fadder/index.html").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("steg/fadder/", guide.Site("index.html"), StringComparison.Ordinal);
        Assert.Contains("9 Fadder", guide.Site("skriv-ut/kort/index.html").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Fadder", guide.Site("vilket-steg/index.html"), StringComparison.Ordinal);
    }

    /// <summary>E8.</summary>
    [Fact]
    public void A_quote_deleted_is_an_error_at_each_place_of_use_with_the_nearest_names()
    {
        using var guide = new CopiedGuide();
        guide.Move("content/citat/slant.md", "content/citat/slanten.md");
        var told = guide.Check().Error;
        Assert.Contains("content/steg/03-valjare.md:5:8: fel TR202", told, StringComparison.Ordinal);
        Assert.Contains("slanten", told, StringComparison.Ordinal);
    }

    /// <summary>E8: a quote used in two places is told at both.</summary>
    [Fact]
    public void A_quote_used_in_two_places_and_deleted_is_an_error_at_both()
    {
        using var guide = new CopiedGuide();
        guide.Change("content/grunder/02-tacka.md", "\n---\n", "\n---\n\n::: citat slant\n");
        Assert.Equal(ExitCodes.Fine, guide.Check().ExitCode);
        guide.Delete("content/citat/slant.md");
        var told = guide.Check().Error;
        var line = guide.Read("content/grunder/02-tacka.md").Split('\n').ToList().IndexOf("::: citat slant") + 1;
        Assert.Contains($"content/grunder/02-tacka.md:{line}:11: fel TR202", told, StringComparison.Ordinal);
        Assert.Contains("content/steg/03-valjare.md:5:8: fel TR202", told, StringComparison.Ordinal);
    }

    /// <summary>E10: a file saved in another encoding.</summary>
    [Fact]
    public void A_file_in_another_encoding_is_told_at_its_first_letter_that_cannot_be_read()
    {
        using var guide = new CopiedGuide();
        File.WriteAllBytes(Path.Combine(guide.Folder, Voter), System.Text.Encoding.Latin1.GetBytes(guide.Read(Voter)));
        var told = guide.Check();
        Assert.Equal(ExitCodes.ContentErrors, told.ExitCode);
        Assert.Contains("content/steg/03-valjare.md:2:8: fel TR001", told.Error, StringComparison.Ordinal);
        Assert.Contains("UTF-8", told.Error, StringComparison.Ordinal);
    }

    /// <summary>E16.</summary>
    [Fact]
    public void A_check_that_fails_leaves_the_site_that_stands()
    {
        using var guide = new CopiedGuide();
        guide.Build();
        var page = guide.Site("steg/valjare/index.html");
        guide.Change(Voter, "citat: slant", "citat: slnt");
        Assert.Equal(ExitCodes.ContentErrors, Terminal.Run("build", guide.Folder, "--date", "2024-04-30").ExitCode);
        Assert.Equal(page, guide.Site("steg/valjare/index.html"));
    }

    private static string SearchIndex(CopiedGuide guide) => File.ReadAllText(Directory.GetFiles(Path.Combine(guide.Folder, "_site"), "*.json", SearchOption.AllDirectories)
        .Single(f => Path.GetFileName(f).StartsWith("search.", StringComparison.Ordinal)));

    private static Terminal Links(CopiedGuide guide, OutsideServer server, string date)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        // The servers of the test have no certificates: what is asked for securely is asked for plainly.
        var code = CommandLine.Run(["links", guide.Folder, "--date", date], new(output, error, guide.Folder, new(2024, 6, 1), IsTerminal: false, Colour: false)
        {
            Connections = () => new Plainly(server.Connections()),
            Clock = new LinkClock(),
        });
        return new(code, output.ToString(), error.ToString());
    }

    private sealed class Plainly(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "http", Port = 80 }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
