namespace Trappa.Tests.Model;

/// <summary>References are resolved once, wherever they stand.</summary>
public class ReferencesAndFacts
{
    private const string Site = """
        titel: Liten guide
        språk: sv
        avsnitt:
          - {namn: citat, rubrik: Säg så här, slag: citat, roll: säg}
          - {namn: insatser, rubrik: Insatser, slag: lista, roll: gör}
        fakta:
          parti: Partiet & co
        """;

    private static BuiltGuide Guide(string text, string item = "Ring") => BuiltGuide.Of(
        ("content/site.yaml", Site),
        ("content/steg/01-foljare.md", $"---\nnamn: Följare\ningress: Följer {{{{ parti }}}}.\ncitat: picknick\ninsatser:\n  - \"{item}\"\n---\n"),
        ("content/steg/02-valjare.md", "---\nnamn: Väljare\ningress: Röstar.\n---\n"),
        ("content/citat/picknick.md", "---\nslag: inbjudan\n---\nKom på \"picknick\"!\n"),
        ("content/begrepp/ringstugan.md", "---\nnamn: Ringstugan\nkort: Där man ringer.\n---\n"),
        ("content/resurser.yaml", "- {id: skolan, titel: Valskolan, text: En kurs., tillstånd: saknas, sök: Valskolan}\n- {id: sidan, titel: Sidan, text: En sida., tillstånd: finns, adress: \"https://example.org/a?b=1&c=2\"}\n"),
        ("content/grunder/01-tacka.md", "# Tacka\n\nTack.\n"),
        ("content/a.md", "# A\n\n" + text + "\n"));

    [Theory]
    [InlineData("[Väljare](steg:valjare)", "<a href=\"../steg/valjare/\">Väljare</a>")]
    [InlineData("[ord](begrepp:ringstugan)", "<a href=\"../begrepp/#ringstugan\">ord</a><button class=\"ask\"")]
    [InlineData("[kursen](resurs:skolan)", "<a href=\"../resurser/#skolan\">kursen</a>")]
    [InlineData("[sidan](resurs:sidan)", "<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noreferrer\">sidan</a>")]
    [InlineData("[tack](sida:grunder/tacka)", "<a href=\"../grunder/tacka/\">tack</a>")]
    [InlineData("[tack](grunder/01-tacka.md)", "<a href=\"../grunder/tacka/\">tack</a>")]
    [InlineData("[så](citat:picknick)", "<a href=\"../sag-sa-har/#picknick\">så</a>")]
    [InlineData("Vi i {{ parti }}.", "Vi i Partiet &amp; co.")]
    [InlineData("::: citat picknick", "Kom på ”picknick”!")]
    public void A_reference_becomes_what_it_names(string text, string html) =>
        Assert.Contains(html, Guide(text).Main("a/index.html"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[x](steg:valjar)", "TR201 content/a.md:3:5")]
    [InlineData("::: citat piknick", "TR202 content/a.md:3:11")]
    [InlineData("[x](begrepp:ringstuga)", "TR203 content/a.md:3:5")]
    [InlineData("[x](resurs:skola)", "TR204 content/a.md:3:5")]
    [InlineData("Vi i {{ partie }}.", "TR205 content/a.md:3:6")]
    [InlineData("[x](sida:grunder/taka)", "TR206 content/a.md:3:5")]
    [InlineData("[x](grunder/taka.md)", "TR206 content/a.md:3:5")]
    [InlineData("::: quote picknick", "TR217 content/a.md:3:5")]
    public void A_wrong_one_is_told_where_it_stands(string text, string told) =>
        Assert.Equal(told, Assert.Single(Guide(text).Errors));

    [Fact]
    public void Fields_of_a_step_refer_as_texts_do()
    {
        var guide = Guide("Hej.", "Gå till [stugan](begrepp:ringstugan) hos {{ parti }}");
        Assert.Contains("Gå till <a href=\"../../begrepp/#ringstugan\">stugan</a>", guide.Main("steg/foljare/index.html"), StringComparison.Ordinal);
        Assert.Contains("Följer Partiet &amp; co.", guide.Main("steg/foljare/index.html"), StringComparison.Ordinal);
        Assert.Equal("TR203 content/steg/01-foljare.md:6:18", Assert.Single(Guide("Hej.", "Gå till [x](begrepp:stuga)").Errors));
    }
}
