using System.Globalization;

namespace Trappa.Tests.Editors;

/// <summary>E8, E10: typical mistakes in the real content are told with file, line and column right to the character.</summary>
public class TwentyMistakes
{
    private const string Voter = "content/steg/03-valjare.md", Thanks = "content/grunder/02-tacka.md", Site = "content/site.yaml",
        Resources = "content/resurser.yaml", Flow = "content/flode.yaml";

    // File, words that are there, what is written instead, and in it, between « and », what the message must point at.
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "TR202", Voter, "citat: slant", "citat: «slnt»" },
        { "TR203", Voter, "(begrepp:supporterappen)", "(«begrepp:supportappen»)" },
        { "TR206", Voter, "(sida:grunder/fraga-och-lyssna)", "(«sida:grunder/fraga-och-lysna»)" },
        { "TR201", Thanks, "\n---\n", "\n---\n\nSe [Väljare](«steg:väljaren»).\n" },
        { "TR204", Thanks, "\n---\n", "\n---\n\nSe [Skolan](«resurs:valskola»).\n" },
        { "TR205", Thanks, "\n---\n", "\n---\n\nVi i «{{ partiett }}» är med.\n" },
        { "TR110", Voter, "ingress:", "«ingres»:" },
        { "TR113", Resources, "gäller-till: 2024-05-31", "gäller-till: «31 maj»" },
        { "TR114", Resources, "tillstånd: saknas", "tillstånd: «borta»" },
        { "TR115", Site, "titel: Engagemangstrappan", "titel: Engagemangstrappan\nadress: «engagemang.se»" },
        { "TR102", Voter, "behov:\n  - Att få veta", "behov:\n«\t»- Att få veta" },
        { "TR104", Voter, "ordning: 3", "ordning: 3\n«namn»: Väljare" },
        { "TR105", Voter, "namn: Väljare", "namn: «\"»Väljare" },
        { "TR004", Thanks, "\n---\n", "\n---\n\n«<<<<<<< HEAD»\nVårt\n=======\nDeras\n>>>>>>> gren\n" },
        { "TR209", Thanks, "\n---\n", "\n---\n\n«### För djupt»\n\nText.\n" },
        { "TR213", Thanks, "\n---\n", "\n---\n\nAnmäl dig, «[klicka här](https://exempel.se/)».\n" },
        { "TR214", Thanks, "\n---\n", "\n---\n\nEn bild: «![](https://exempel.se/bild.png)»\n" },
        { "TR207", Thanks, "\n---\n", "\n---\n\nSe [anmälan till kursen](«javascript:alert(1)»).\n" },
        { "TR217", Thanks, "\n---\n", "\n---\n\n::: «sitat» slant\n" },
        { "TR330", Flow, "till: \"steg:medlem\"", "till: «\"steg:medlm\"»" },
        { "TR002", Thanks, "\n---\n", "\n---\n\nHär är «\uFEFF»ett tecken.\n" },
        { "TR111", Voter, "ordning: 3", "ordning: 3\nutkast: «jaa»" },
        { "TR111", Thanks, "titel: ", "utkast: «kanske»\ntitel: " },
        { "TR112", Voter, "behov:\n  - Att få veta vad man kan göra\n  - Att få känna sig viktig och uppskattad\n", "" },
    };

    [Theory]
    [InlineData("namn: Väljare", "namn: Väljare: den som röstar")]
    [InlineData("namn: Väljare", "namn: \"Väljare")]
    [InlineData("namn: Väljare", "namn Väljare")]
    public void A_file_that_cannot_be_read_is_told_of_alone(string words, string wrong)
    {
        using var guide = new CopiedGuide();
        guide.Change(Voter, words, wrong);
        using var found = System.Text.Json.JsonDocument.Parse(Terminal.Run("check", guide.Folder, "--date", "2024-04-30", "--format", "json").Output);
        var errors = found.RootElement.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("severity").GetString() == "error").ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, d => Assert.Equal(Voter, d.GetProperty("file").GetString()));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_where_it_stands_to_the_character(string code, string file, string words, string wrong)
    {
        using var guide = new CopiedGuide();
        var (start, end) = (wrong.IndexOf('«', StringComparison.Ordinal), wrong.IndexOf('»', StringComparison.Ordinal) - 1);
        var planted = start < 0 ? wrong : wrong.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var before = guide.Read(file);
        guide.Change(file, words, planted);
        var text = guide.Read(file);
        var at = before.IndexOf(words, StringComparison.Ordinal) + Math.Max(0, start);
        var line = text.AsSpan(0, at).Count('\n') + 1;
        var column = at - text.LastIndexOf('\n', Math.Max(0, at - 1));

        using var found = System.Text.Json.JsonDocument.Parse(Terminal.Run("check", guide.Folder, "--date", "2024-04-30", "--format", "json").Output);
        var told = found.RootElement.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("code").GetString() == code).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, d => Assert.Equal(file, d.GetProperty("file").GetString()));
        if (start >= 0)
        {
            Assert.Contains(told, d => Place(d) == FormattableString.Invariant($"{line}:{column}"));
            Assert.Contains(told, d => !d.TryGetProperty("length", out var length) || length.GetInt32() <= Math.Max(1, end - start));
        }
        Assert.All(told, d => Assert.NotEqual("", d.GetProperty("remedy").GetString()));
        Assert.All(told, d => Assert.DoesNotContain("TR", d.GetProperty("message").GetString(), StringComparison.Ordinal));

        static string Place(System.Text.Json.JsonElement d) =>
            d.GetProperty("line").GetInt32().ToString(CultureInfo.InvariantCulture) + ":" + d.GetProperty("column").GetInt32().ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public void All_mistakes_but_those_that_hide_others_are_told_in_one_run()
    {
        using var guide = new CopiedGuide();
        guide.Change(Voter, "citat: slant", "citat: slnt");
        guide.Change(Thanks, "\n---\n", "\n---\n\nSe [Väljare](steg:väljaren) och [Skolan](resurs:valskola).\n\n### För djupt\n");
        guide.Change(Resources, "tillstånd: saknas", "tillstånd: borta");
        var told = guide.Check().Error;
        Assert.All(new[] { "TR202", "TR201", "TR204", "TR209", "TR114" }, code => Assert.Contains(code, told, StringComparison.Ordinal));
    }
}
