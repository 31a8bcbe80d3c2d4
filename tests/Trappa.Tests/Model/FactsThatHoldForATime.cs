namespace Trappa.Tests.Model;

/// <summary>Facts with a last day that is over on the first of May 2024: what readers see, and what goes.</summary>
public class FactsThatHoldForATime
{
    private static BuiltGuide Of(string after, string body, params ReadOnlySpan<(string, string)> more) => BuiltGuide.Of(
    [
        ("content/site.yaml", $"titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\navsnitt:\n  - {{namn: behov, rubrik: Behov}}\nfakta:\n  dag: {{värde: 30 april, gäller-till: 2024-04-30, efter: {after}}}\n  parti: Partiet\n"),
        ("content/index.md", body), .. more,
    ]);

    [Fact]
    public void One_that_is_marked_stands_where_it_stood_and_what_it_is_follows_the_text()
    {
        var guide = Of("märk", "# Start\n\nVi i {{ parti }} börjar {{ dag }} och slutar {{ dag }}.\n\nKom.\n",
            ("content/steg/01-ny.md", "---\nnamn: Ny\ningress: Är ny.\nbehov:\n  - Veta vad som händer {{ dag }}\n  - Kaffe\n---\n"));

        Assert.Contains("<p>Vi i Partiet börjar 30\u00A0april och slutar 30\u00A0april.</p>\n<p>Kom.</p>\n<p class=\"note\">”30\u00A0april” har passerat.</p>",
            guide.Main("index.html"), StringComparison.Ordinal);
        Assert.Contains("Veta vad som händer 30\u00A0april (”30\u00A0april” har passerat.)</li>",
            guide.Main("steg/ny/index.html"), StringComparison.Ordinal);
        Assert.Equal(["TR307"], guide.Codes);
    }

    [Fact]
    public void One_that_is_no_day_is_marked_with_its_day_but_not_where_the_whole_is_over()
    {
        var guide = BuiltGuide.Of(
            ("content/site.yaml", "titel: G\nspråk: sv\nadress: https://exempel.se/\nfakta:\n  plats: {värde: Folkets hus, gäller-till: 2024-04-30, efter: märk}\n"),
            ("content/index.md", "# G\n\nVi ses i {{ plats }}.\n"),
            ("content/resurser.yaml", "- id: a\n  titel: Över\n  text: Vi sågs i {{ plats }}.\n  tillstånd: saknas\n  sök: a\n  gäller-till: 2024-04-30\n  efter: märk\n- id: b\n  titel: Kvar\n  text: Vi ses i {{ plats }}.\n  tillstånd: saknas\n  sök: b\n"));
        Assert.Equal([], guide.Errors);

        const string mark = "Uppgiften ”Folkets hus” gällde till och med 30\u00A0april\u00A02024.";
        Assert.Contains($"<p class=\"note\">{mark}</p>", guide.Main("index.html"), StringComparison.Ordinal);
        var resources = guide.Main("resurser/index.html");
        Assert.Contains($"Vi ses i Folkets hus. ({mark})", resources, StringComparison.Ordinal);
        Assert.DoesNotContain("Vi sågs i Folkets hus. (", resources, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_holds_is_not_marked() => Assert.DoesNotContain("gällde",
        BuiltGuide.Of(("content/site.yaml", "titel: G\nspråk: sv\nadress: https://exempel.se/\nfakta:\n  dag: {värde: 1 maj, gäller-till: 2024-05-01}\n"), ("content/index.md", "# G\n\nVi börjar {{ dag }}.\n"))
            .Main("index.html"), StringComparison.Ordinal);

    [Fact]
    public void One_that_is_removed_takes_the_paragraph_item_or_row_with_it()
    {
        var guide = Of("ta-bort", "# Start\n\nFöre.\n\nVi börjar {{ dag }}, tidigt.\n\n- Den {{ dag }}\n- Sedan\n\n1. Bara {{ dag }}\n\n> Allt {{ dag }}\n\n| När | Vad |\n| --- | --- |\n| {{ dag }} | Möte |\n| juni | Fest |\n",
            ("content/steg/01-ny.md", "---\nnamn: Ny\ningress: Är ny.\nbehov:\n  - Veta vad som händer {{ dag }}\n  - Kaffe\n---\n"));

        var main = guide.Main("index.html");
        Assert.Contains("<p>Före.</p>\n<ul>\n<li>Sedan</li>\n</ul>\n<div class=\"scroll\"", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Möte", main, StringComparison.Ordinal);
        Assert.Contains("Fest", main, StringComparison.Ordinal);
        Assert.DoesNotContain(guide.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal)),
            f => guide[f].Contains("30\u00A0april", StringComparison.Ordinal) || guide[f].Contains("30 april", StringComparison.Ordinal));
        Assert.Contains("Kaffe", guide.Main("steg/ny/index.html"), StringComparison.Ordinal);
        Assert.Equal(["TR307"], guide.Codes);
    }

    [Fact]
    public void One_that_is_an_error_afterwards_stops_the_build() =>
        Assert.Equal(["TR309 content/site.yaml:7:39"], Of("fel", "# Start\n\nVi börjar {{ dag }}.\n").Errors);
}
