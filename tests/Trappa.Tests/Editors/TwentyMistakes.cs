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
        { "TR004", Thanks, "\n---\n", "\n---\n\n«<<<<<<< HEAD»\nVårt\n=======\nDeras\n«>>>>>>> gren»\n" },
        { "TR209", Thanks, "\n---\n", "\n---\n\n«### För djupt»\n\nText.\n" },
        { "TR213", Thanks, "\n---\n", "\n---\n\nAnmäl dig, «[klicka här](https://exempel.se/)».\n" },
        { "TR214", Thanks, "\n---\n", "\n---\n\nEn bild: «![](https://exempel.se/bild.png)»\n" },
        { "TR207", Thanks, "\n---\n", "\n---\n\nSe [anmälan till kursen](«javascript:alert(1)»).\n" },
        { "TR217", Thanks, "\n---\n", "\n---\n\n::: «sitat» slant\n" },
        { "TR330", Flow, "till: \"steg:medlem\"", "till: «\"steg:medlm\"»" },
        { "TR002", Thanks, "\n---\n", "\n---\n\nHär är «\uFEFF»ett tecken.\n" },
        { "TR111", Voter, "ordning: 3", "ordning: 3\nutkast: «jaa»" },
        { "TR111", Thanks, "titel: ", "utkast: «kanske»\ntitel: " },
        // What is not there is told where the fields begin.
        { "TR112", Voter, "namn: Väljare\nordning: 3\ningress: Röstar på oss.\ncitat: slant\nbehov:\n  - Att få veta vad man kan göra\n  - Att få känna sig viktig och uppskattad\n",
            "«n»amn: Väljare\nordning: 3\ningress: Röstar på oss.\ncitat: slant\n" },
        { "TR101", Voter, "namn: Väljare", "«namn» Väljare" },
        { "TR101", Voter, "namn: Väljare", "namn«:»Väljare" },
        { "TR101", Voter, "namn: Väljare", "namn: Väljare«:» den som röstar" },
        { "TR101", Voter, "ordning: 3", "«ordning» 3" },
        { "TR101", Voter, "ordning: 3", "ordning«:»3" },
        { "TR101", Voter, "citat: slant", "citat: «{»slant" },
        { "TR101", Voter, "  - Att få veta", "  - «[»Väljare](steg:valjare) får veta" },
        { "TR101", Voter, "  - Att få veta", "  - «{»{ parti }} vill veta" },
        { "TR101", Site, "    rubrik: Behov", "    «rubrik» Behov" },
        { "TR101", Site, "fakta:\n  parti:", "fakta:\n  # Ett: namn\n  råd: |\n    Så gör du\n  «parti»" },
        { "TR101", Flow, "    namn: Någon jag möter", "    namn«:»Någon jag möter" },
        { "TR112", Site, "profil: Nooshi Dadgostar", "profil: «\"\"»" },
        { "TR121", Thanks, "---\ntitel", "«—»\ntitel" },
        { "TR127", Voter, "  - Skänka pengar", "    «-» Skänka pengar" },
        { "TR127", Voter, "  - Skänka pengar", "  «•» Skänka pengar" },
        { "TR127", Voter, "  - Att få veta vad", "  «–» Att få veta vad" },
        { "TR115", Resources, "https://vansterpartiet.se/euval2024", "«https://vansterpartiet.se/eu val»" },
        { "TR118", Resources, "- id: samtal-med-valjare", "- id: «samtal med väljare»" },
        { "TR119", Voter, "namn: Väljare", "namn: Väljare\nalias: «../valjare»" },
        { "TR220", Thanks, "\n---\n", "\n---\n\nVi i «{{ parti}» är med.\n" },
        { "TR220", Thanks, "\n---\n", "\n---\n\nVi i «{ parti }» är med.\n" },
        { "TR220", Voter, "Röstar på oss.", "\"Röstar på «{{}}»\"" },
        { "TR221", Thanks, "\n---\n", "\n---\n\nSe «[Väljare] (steg:valjare)» där.\n" },
        { "TR221", Thanks, "\n---\n", "\n---\n\nFörst en rad.\nSedan -- se «[Väljare] (steg:valjare)» där.\n" },
        { "TR221", Thanks, "\n---\n", "\n---\n\nSe «[Väljare (steg:valjare)» där.\n" },
        { "TR221", Voter, "[supporterappen](begrepp:supporterappen)", "«[supporterappen](begrepp:supporterappen»" },
        { "TR222", Thanks, "\n---\n", "\n---\n\n«##Så gör du»\n" },
        { "TR223", Thanks, "\n---\n", "\n---\n\n![Två personer vid en dörr](«dor.jpg»)\n" },
        { "TR396", Resources, "gäller-till: 2024-05-31", "gäller-från: 2024-07-31\n  gäller-till: «2024-05-31»" },
        { "TR397", Resources, "gäller-till: 2024-05-31", "kontrollerad: «2042-05-31»" },
        { "TR411", Thanks, "\n---\n", "\n---\n\nSe [avsnittet om att tacka](«#finns-ej»).\n" },
        { "TR760", Thanks, "\n---\n", "\n---\n\n![Två personer vid en dörr](«https://exempel.se/bild.png»)\n" },
        { "TR410", "content/citat/slant.md", "\n---\n", "\n---\n\n[Väljare](«/finns/ej/») är ord. " },
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
        var before = guide.Read(file).IndexOf(words, StringComparison.Ordinal);
        guide.Change(file, words, wrong.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));
        var text = guide.Read(file);
        var wanted = new List<string>();
        // Each mark before it has moved a place in the marked words by one.
        for (var start = wrong.IndexOf('«', StringComparison.Ordinal); start >= 0; start = wrong.IndexOf('«', start + 1))
        {
            var at = before + start - (2 * wanted.Count);
            wanted.Add(FormattableString.Invariant($"{file}:{text.AsSpan(0, at).Count('\n') + 1}:{at - text.LastIndexOf('\n', Math.Max(0, at - 1))}, {wrong.IndexOf('»', start) - start - 1} letters"));
        }

        using var found = System.Text.Json.JsonDocument.Parse(Terminal.Run("check", guide.Folder, "--date", "2024-04-30", "--format", "json").Output);
        var told = found.RootElement.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("code").GetString() == code).ToList();
        Assert.NotEmpty(wanted);
        Assert.Equal(wanted, told.Select(Place));
        Assert.All(told, d => Assert.NotEqual("", d.GetProperty("remedy").GetString()));
        Assert.All(told, d => Assert.DoesNotContain("TR", d.GetProperty("message").GetString(), StringComparison.Ordinal));

        static string Place(System.Text.Json.JsonElement d) => FormattableString.Invariant(
            $"{d.GetProperty("file").GetString()}:{d.GetProperty("line").GetInt32()}:{d.GetProperty("column").GetInt32()}, {d.GetProperty("length").GetInt32()} letters");
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
