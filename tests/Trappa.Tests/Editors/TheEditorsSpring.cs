using Trappa.Commands;

namespace Trappa.Tests.Editors;

/// <summary>What happens to the guide each spring, done as the editor does it: cases of the editors' list.</summary>
public class TheEditorsSpring
{
    private const string Voter = "content/steg/03-valjare.md";

    /// <summary>E2.</summary>
    [Fact]
    public void A_new_leader_is_one_line_and_changes_wherever_the_name_is_used()
    {
        using var guide = new CopiedGuide();
        guide.Change("content/site.yaml", "profil: ", "profil: Alva Exempel, förr ");
        guide.Change("content/grunder/02-tacka.md", "\n---\n", "\n---\n\nFråga {{ profil }}.\n");
        guide.Build();
        Assert.Contains("Alva Exempel", guide.Site("grunder/tacka/index.html"), StringComparison.Ordinal);
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
}
