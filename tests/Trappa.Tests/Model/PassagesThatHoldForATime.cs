using Trappa.Commands;
using Trappa.Model;

namespace Trappa.Tests.Model;

/// <summary>Passages, pages and steps with dates, built on the first of May 2024.</summary>
public class PassagesThatHoldForATime
{
    private const string Site = "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\n";

    [Fact]
    public void What_holds_is_as_if_it_had_no_date()
    {
        var guide = Of("# Start\n\n::: gäller från=2024-04-01 till=2024-09-01 efter=ta-bort\n## Rubrik\n\nOrd i **tiden**.\n:::\n\nSlut.\n");
        Assert.Contains("<h2 id=\"rubrik\">Rubrik</h2>\n<p>Ord i <strong>tiden</strong>.</p>\n<p>Slut.</p>", guide.Main("index.html"), StringComparison.Ordinal);
        Assert.Empty(guide.Codes);
    }

    [Fact]
    public void What_is_over_is_marked_in_plain_words()
    {
        var guide = Of("# Start\n\n::: gäller till=2024-04-30\nOrd i tiden.\n\n- En\n- Två\n:::\n\nSlut.\n");
        Assert.Contains("<div class=\"note\">\n<p class=\"note-title\">Gällde till och med 30\u00A0april\u00A02024.</p>\n<p>Ord i tiden.</p>\n<ul>\n<li>En</li>\n<li>Två</li>\n</ul>\n</div>\n<p>Slut.</p>",
            guide.Main("index.html"), StringComparison.Ordinal);
        Assert.Equal(["TR307"], guide.Codes);
    }

    [Fact]
    public void What_is_over_and_to_be_removed_is_nowhere()
    {
        var guide = BuiltGuide.Of(("content/site.yaml", Site), ("content/index.md", "# Start\n"),
            ("content/grunder/valet.md", "# Valet\n\nFöre.[^a]\n\n::: gäller till=2024-04-30 efter=ta-bort\n## Vallokalen\n\nHemligstugan är öppen.[^b]\n\n::: citat tack\n\nMer.\n:::\n\nEfter.[^c]\n\n[^a]: Första noten.\n[^b]: Noten om stugan.\n[^c]: Tredje noten.\n"),
            ("content/citat/tack.md", "---\nslag: inbjudan\n---\n\nTack!\n"));
        Assert.DoesNotContain(guide.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal) || f.EndsWith(".xml", StringComparison.Ordinal)),
            f => guide[f].Contains("emligstuga", StringComparison.OrdinalIgnoreCase) || guide[f].Contains("Vallokalen", StringComparison.Ordinal) || guide[f].Contains("om stugan", StringComparison.Ordinal));
        var main = guide.Main("grunder/valet/index.html");
        Assert.Contains("Första noten", main, StringComparison.Ordinal);
        Assert.Contains("Tredje noten", main, StringComparison.Ordinal);
        Assert.Contains(">2</sup>", main, StringComparison.Ordinal);
        Assert.DoesNotContain(">3</sup>", main, StringComparison.Ordinal);
        // The quote is shown by nothing now.
        Assert.Equal(["TR302", "TR307"], guide.Codes.Order());
    }

    [Fact]
    public void What_is_to_come_is_left_out_and_told()
    {
        var guide = Of("# Start\n\n::: gäller från=2024-05-02\nI morgon.\n:::\n");
        Assert.DoesNotContain("I morgon", guide.Main("index.html"), StringComparison.Ordinal);
        Assert.Equal(["TR390"], guide.Codes);
    }

    [Theory]
    [InlineData("till=2024-04-30 efter=fel", "TR309 content/index.md:3:17")]
    [InlineData("till=30/4", "TR113 content/index.md:3:17")]
    [InlineData("till=2024-12-30 efter=bort", "TR114 content/index.md:3:34")]
    [InlineData("tll=2024-12-30", "TR110 content/index.md:3:12 TR393 content/index.md:3:1")]
    [InlineData("till=2024-12-30 till=2024-12-31", "TR104 content/index.md:3:28")]
    [InlineData("2024-12-30", "TR110 content/index.md:3:12 TR393 content/index.md:3:1")]
    public void What_is_wrong_is_told_where_it_stands(string settings, string told) =>
        Assert.Equal(told.Split(' ').Chunk(2).Select(c => string.Join(' ', c)).Order(), Of($"# Start\n\n::: gäller {settings}\nText.\n:::\n").Errors.Order());

    [Fact]
    public void A_line_of_colons_ends_the_innermost()
    {
        var guide = BuiltGuide.Of(("content/site.yaml", Site), ("content/citat/tack.md", "---\nslag: inbjudan\n---\n\nTack!\n"),
            ("content/index.md", """
                # Start

                ::: gäller till=2024-04-30
                Yttre.

                ::: gäller till=2024-03-01 efter=ta-bort
                Inre.
                :::

                ::: citat tack
                :::

                ```
                :::
                ```

                > - ::: gäller till=2024-01-01
                >   I en lista.
                >   :::

                Sist i yttre.
                :::

                Utanför.

                """));
        Assert.Empty(guide.Errors);
        var main = guide.Main("index.html");
        Assert.DoesNotContain("Inre", main, StringComparison.Ordinal);
        Assert.Contains("<p>Sist i yttre.</p>\n</div>\n<p>Utanför.</p>", main, StringComparison.Ordinal);
        Assert.Contains("Gällde till och med 1\u00A0januari\u00A02024.", main, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_a_field_may_have_one()
    {
        var guide = BuiltGuide.Of(("content/site.yaml", Site + "avsnitt:\n  - {namn: behov, rubrik: Behov, slag: text}\n"), ("content/index.md", "# Start\n"),
            ("content/steg/01-ny.md", "---\nnamn: Ny\ningress: Är ny.\nbehov: |\n  Tid.\n\n  ::: gäller till=2024-04-30 efter=ta-bort\n  Valsedlar.\n  :::\n---\n"));
        Assert.Empty(guide.Errors);
        Assert.Contains("Tid.", guide.Main("steg/ny/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(guide.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)), f => guide[f].Contains("Valsedlar", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_and_a_step_say_it_below_their_lead_and_in_the_handbook()
    {
        var guide = BuiltGuide.Of(("content/site.yaml", Site), ("content/index.md", "# Start\n"),
            ("content/grunder/valet.md", "---\ntitel: Valet\ningress: Om valet.\ngäller-till: 2024-04-30\nkontrollerad: 2024-01-01\n---\n\nText.\n"),
            ("content/steg/01-ny.md", "---\nnamn: Ny\ningress: Är ny.\ngäller-till: 2024-04-29\n---\n\nText.\n"));
        const string Page = "<p class=\"note\">Gällde till och med 30\u00A0april\u00A02024.</p>", Step = "<p class=\"note\">Gällde till och med 29\u00A0april\u00A02024.</p>";
        Assert.Contains("Om valet.</p></div>\n" + Page, guide.Main("grunder/valet/index.html"), StringComparison.Ordinal);
        Assert.Contains("Är ny.</p></div>\n" + Step, guide.Main("steg/ny/index.html"), StringComparison.Ordinal);
        var handbook = guide.Main("skriv-ut/handbok/index.html");
        Assert.Contains(Page, handbook, StringComparison.Ordinal);
        Assert.Contains(Step, handbook, StringComparison.Ordinal);
        Assert.Equal(["TR307", "TR307"], guide.Codes);
    }

    [Theory]
    [InlineData("efter: fel", "TR309")]
    [InlineData("efter: ta-bort", "TR114")]
    public void A_page_may_not_take_itself_away(string after, string code) => Assert.StartsWith(code,
        BuiltGuide.Of(("content/site.yaml", Site), ("content/index.md", $"---\ntitel: Start\ngäller-till: 2024-04-30\n{after}\n---\n")).Errors.Single(), StringComparison.Ordinal);

    [Fact]
    public void A_preview_that_goes_on_past_midnight_is_as_one_that_begins_then()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content"]);
        File.WriteAllText(folder["content/index.md"], "# Start\n\n::: valid until=2024-05-01 after=remove\nOn that day.\n:::\n");
        var kept = new Trappa.Keeping.Kept();
        Assert.True(Has(new(2024, 5, 1)));
        Assert.False(Has(new(2024, 5, 2)));

        bool Has(DateOnly day) => Pipeline.Run(new(folder.Path, new ModelOptions(day), false), kept).Files
            .Any(f => f.Path == "index.html" && System.Text.Encoding.UTF8.GetString(f.Bytes.Span).Contains("On that day", StringComparison.Ordinal));
    }

    private static BuiltGuide Of(string front) => BuiltGuide.Of(("content/site.yaml", Site), ("content/index.md", front));
}
