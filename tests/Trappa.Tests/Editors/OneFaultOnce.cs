using Trappa.Commands;

namespace Trappa.Tests.Editors;

/// <summary>One slip in the real content is one error, at its own place.</summary>
public class OneFaultOnce
{
    [Theory]
    [InlineData("flode.yaml", "läsare:", "lasare:", "content/flode.yaml:9:1: fel TR110 Det finns inget fält som heter ”lasare” här.")]
    [InlineData("flode.yaml", "  - id: jag", "  - idd: jag", "content/flode.yaml:19:5: fel TR110 Det finns inget fält som heter ”idd” här.")]
    [InlineData("flode.yaml", "    resultat: Det", "    resutat: Det", "content/flode.yaml:13:5: fel TR110 Det finns inget fält som heter ”resutat” här.")]
    [InlineData("steg/03-valjare.md", "ingress:", "ingres:", "content/steg/03-valjare.md:4:1: fel TR110 Det finns inget fält som heter ”ingres” här.")]
    [InlineData("site.yaml", "profil: Nooshi Dadgostar", "profil:", "content/site.yaml:58:10: fel TR112 Fältet ”profil” saknas eller är tomt. Det behövs här.")]
    [InlineData("citat/slant.md", "\n---\n", "\n---\n![Två personer](https://exempel.se/bild.png) ",
        "content/citat/slant.md:4:17: fel TR760 https://exempel.se/bild.png ligger på en annan webbplats. Den skulle få veta vem som läser sidan.")]
    [InlineData("grunder/02-tacka.md", "\n---\n", "\n---\n\nSe [Väljare och röstare](steg:valjare#finns-ej).\n",
        "content/grunder/02-tacka.md:7:26: fel TR411 Länken leder till /steg/valjare/#finns-ej, men det stället finns inte på sidan.")]
    public void It_is_told_once(string file, string words, string wrong, string told)
    {
        using var guide = new CopiedGuide();
        guide.Change("content/" + file, words, wrong);

        var ran = guide.Check();

        Assert.Equal(ExitCodes.ContentErrors, ran.ExitCode);
        Assert.Equal([told], ran.Error.Split('\n').Where(l => l.Contains(": fel TR", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("::: citat veta-mer", "::: citat vta-mer", "TR202")]
    [InlineData("::: citat veta-mer", ":: citat veta-mer", "TR227")]
    public void A_quote_that_is_misspelt_is_not_called_unused_as_well(string words, string wrong, string code)
    {
        using var guide = new CopiedGuide();
        guide.Change("content/grunder/01-fraga-och-lyssna.md", words, wrong);

        var ran = guide.Check();

        Assert.Contains(code, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("TR302", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("steg/01-observator.md", "(steg:valjare)", "TR201", "Menade du rostare?")]
    [InlineData("grunder/02-tacka.md", "(steg:valjare)", "TR201", "Menade du rostare?")]
    [InlineData("grunder/02-tacka.md", "(sida:steg/valjare)", "TR206", "Menade du steg/rostare?")]
    [InlineData("grunder/02-tacka.md", "(../steg/03-valjare.md)", "TR206", "Menade du ../steg/03-rostare.md?")]
    public void A_link_to_a_step_that_was_renamed_is_offered_its_name_now(string file, string link, string code, string offered)
    {
        using var guide = new CopiedGuide();
        guide.Move("content/steg/03-valjare.md", "content/steg/03-rostare.md");
        guide.Change("content/steg/03-rostare.md", "---\n", "---\nalias: [steg/valjare]\n");
        guide.Write("content/" + file, guide.Read("content/" + file).TrimEnd() + $"\n\nSe [stegets sida]{link}.\n");

        var told = guide.Check().Error.Split('\n');

        var line = told.Index().First(l => l.Item.StartsWith($"content/{file}", StringComparison.Ordinal) && l.Item.Contains(code, StringComparison.Ordinal));
        Assert.Contains(offered, told[line.Index + 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("behov: {a: b}", "Skriv en rad för varje sak, med bindestreck och mellanslag först.")]
    [InlineData("utkast: kanske", "Skriv ja eller nej.")]
    [InlineData("rubriker: nej", "Skriv en indragen rad för varje fält, med namn, kolon, mellanslag och värde.")]
    [InlineData("ingress: [a]", "Skriv texten på samma rad som namnet, efter kolon och mellanslag.")]
    [InlineData("ordning: tre", "Skriv ett heltal med siffror, till exempel 3.")]
    public void The_advice_is_for_the_kind_of_field(string field, string remedy)
    {
        using var guide = new CopiedGuide();
        var name = field.Split(':')[0];
        var text = guide.Read("content/steg/03-valjare.md");
        guide.Write("content/steg/03-valjare.md", name switch
        {
            "ingress" => text.Replace("ingress: Röstar på oss.", field, StringComparison.Ordinal),
            "ordning" => text.Replace("ordning: 3", field, StringComparison.Ordinal),
            "behov" => text.Replace("behov:\n  - Att få veta vad man kan göra\n  - Att få känna sig viktig och uppskattad\n", field + "\n", StringComparison.Ordinal),
            _ => text.Replace("namn: Väljare", "namn: Väljare\n" + field, StringComparison.Ordinal),
        });

        var told = guide.Check().Error.Split('\n');

        Assert.Equal(["    " + remedy], told.Index().Where(l => l.Item.Contains("TR111", StringComparison.Ordinal)).Select(l => told[l.Index + 1]));
    }
}
