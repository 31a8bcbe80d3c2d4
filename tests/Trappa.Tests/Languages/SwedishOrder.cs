using Trappa.Load;
using Trappa.Parse;

namespace Trappa.Tests.Languages;

/// <summary>Swedish sorts å ä ö last and writes them a and o in addresses, by the language's file alone.</summary>
public class SwedishOrder
{
    private static Trappa.Languages.Language Swedish => Parser.Parse(new(
        [new("content/site.yaml", "titel: T\nspråk: sv\n")], BuiltInTemplates.Read(), [], [])).Parsed.Language;

    [Fact]
    public void Words_stand_as_in_a_Swedish_dictionary()
    {
        string[] words = ["ö", "Zebra", "ärt", "ål", "apa", "Öl", "ande", "åska", "vax", "wok"];
        Array.Sort(words, Swedish.Compare);
        Assert.Equal(["ande", "apa", "vax", "wok", "Zebra", "ål", "åska", "ärt", "ö", "Öl"], words);
    }

    [Theory]
    [InlineData("Följare", "foljare")]
    [InlineData("Ledare/företrädare", "ledare-foretradare")]
    [InlineData("  Å, ä & ö!  ", "a-a-o")]
    [InlineData("fo\u0308ljare", "foljare")]
    public void A_name_becomes_an_address(string name, string slug) => Assert.Equal(slug, Swedish.Slug(name));
}
