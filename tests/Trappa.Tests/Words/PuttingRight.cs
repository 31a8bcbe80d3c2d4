using CsCheck;
using Trappa.Commands;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Tests.Languages;
using Trappa.Words;

namespace Trappa.Tests.Words;

/// <summary><c>trappa words --fix</c>: what a program for letters left behind is put right, and nothing else. Case E9.</summary>
public class PuttingRight
{
    private const string Page = "content/sida.md";

    [Theory]
    [InlineData("Säg \"hej\" och «tack».", "Säg ”hej” och ”tack”.")]
    [InlineData("*\"Hej\"*, säg “hej”.", "*”Hej”*, säg ”hej”.")]
    [InlineData("En skärm på 5\" är liten.", "En skärm på 5\" är liten.")]
    [InlineData("Fråga - och lyssna -- länge...", "Fråga – och lyssna – länge…")]
    [InlineData("En rad - här...\nFråga -- och *lyssna* -- länge...\nSlut --\nnu. \"Hej\" -- då", "En rad – här…\nFråga – och *lyssna* – länge…\nSlut --\nnu. ”Hej” – då")]
    [InlineData("- Ett -- två\n  ... tre -- fyra\n\n> Ett\n> ... två -- tre", "- Ett – två\n  … tre – fyra\n\n> Ett\n> … två – tre")]
    [InlineData("Kim's väska, Kim´s bok", "Kim’s väska, Kim’s bok")]
    [InlineData("för- och nackdelar, e-post, 2024-04-30", "för- och nackdelar, e-post, 2024-04-30")]
    [InlineData("två\u00A0ord  och\u2003tre , slut .", "två ord och tre, slut.")]
    [InlineData("10\u00A0000 kr och 5\u00A0%", "10\u00A0000 kr och 5\u00A0%")]
    [InlineData("in\u00ADsatser och nätverk\u200B", "insatser och nätverk")]
    [InlineData("proﬁl och a\u030Atta", "profil och åtta")]
    [InlineData("Ta med:\n• flygblad\n•\tpennor", "Ta med:\n- flygblad\n- pennor")]
    [InlineData("Gör in-\nsatser och in- satser, men gå in- och ut.", "Gör insatser och insatser, men gå in- och ut.")]
    [InlineData("> Gör in-\n> satser.", "> Gör in-\n> satser.")]
    [InlineData("`a  \"b\" - c...` och <b title=\"x  y\">", "`a  \"b\" - c...` och <b title=\"x  y\">")]
    [InlineData("[ord  här](sida.md \"en  titel\") http://a.se/x...y \\\"nej\\\"", "[ord här](sida.md \"en  titel\") http://a.se/x...y \\\"nej\\\"")]
    [InlineData("    kod - kod...\n\n```\n• kod  kod\n```", "    kod - kod...\n\n```\n• kod  kod\n```")]
    [InlineData("<!-- anteckning - här... -->\n\n{{ fakta  }}", "<!-- anteckning - här... -->\n\n{{ fakta  }}")]
    [InlineData("*\u200B*ord**", "*\u200B*ord**")]
    public void Text_in_Markdown(string before, string after) => Assert.Equal("# Sida\n\n" + after + "\n", Right("# Sida\n\n" + before + "\n"));

    [Theory]
    [InlineData("titel: En \"bra\" sida", "titel: En ”bra” sida")]
    [InlineData("titel: 'En \"bra\" sida, Kim''s'", "titel: 'En ”bra” sida, Kim''s'")]
    [InlineData("titel: \"En \\\"bra\\\"  sida\"   # om - det...", "titel: \"En \\\"bra\\\" sida\"   # om - det...")]
    [InlineData("titel: • Skänka - pengar", "titel: Skänka – pengar")]
    [InlineData("titel: >\n  Ett\n  - två - tre", "titel: >\n  Ett\n  - två – tre")]
    [InlineData("titel: Ett:\u00A0två", "titel: Ett:\u00A0två")]
    [InlineData("titel: Ett\u00A0#två", "titel: Ett\u00A0#två")]
    [InlineData("titel:   A\nslug: a--b\ningress: >\n  Två  ord\n  till...\nalias: [a...b]", "titel:   A\nslug: a--b\ningress: >\n  Två ord\n  till…\nalias: [a...b]")]
    public void Fields_of_YAML(string before, string after)
    {
        Assert.Equal($"---\n{after}\n---\n\nOrd.\n", Right($"---\n{before}\n---\n\nOrd.\n"));
        Assert.Equal($"---\n{after}\n---\n\nOrd.\n".ReplaceLineEndings("\r\n"), Right($"---\n{before}\n---\n\nOrd.\n".ReplaceLineEndings("\r\n")));
    }

    [Fact]
    public void Every_kind_is_told_with_its_place()
    {
        using var guide = new Proofread((Page, "---\ntitel: \"Kim''s - väg\"\n---\n\nTvå\u00A0ord, proﬁl in\u00ADsatser och in- satser.\n\n• Ett\n"),
            ("content/ordlista.yaml", "egna-ord: [insatser]\n"));

        Assert.Equal(
        [
            "content/sida.md:2:16: varning TR703 ”-” skrivs ”–”.",
            "content/sida.md:5:4: varning TR704 Här står ett ovanligt eller överflödigt mellanslag.",
            "content/sida.md:5:13: varning TR707 ”ﬁ” är inskrivet som andra tecken än tangentbordets.",
            "content/sida.md:5:18: varning TR705 Här står ett tecken som inte syns (U+00AD).",
            "content/sida.md:5:32: varning TR708 Ett ord är delat i två av ett bindestreck.",
            "content/sida.md:7:1: varning TR706 ”• ” är ingen punkt i en lista, utan ett vanligt tecken.",
        ], guide.Found());
    }

    [Fact]
    public void The_difference_is_shown_and_nobody_there_to_ask_means_that_nothing_is_written()
    {
        using var guide = Spaced();
        var told = guide.Run("--fix");

        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        Assert.Equal("""
            --- content/sida.md
            +++ content/sida.md
            @@ -2,3 +2,3 @@
             
            -TvåU+00A0ord  här.
            +Två ord här.
             

            """.Replace("@@ -2,3 +2,3 @@\n \n", told.Output.Split('\n')[2] + "\n \n", StringComparison.Ordinal), told.Output);
        Assert.Equal("Inget är ändrat. Skriv --fix --yes för att ändra filerna.\n", told.Error);
        Assert.Equal("# Sida\r\n\r\nTvå\u00A0ord  här.\r\n\r\nSlut", guide.Read(Page));
    }

    [Theory]
    [InlineData("ja", true)]
    [InlineData(" J ", true)]
    [InlineData("nej", false)]
    [InlineData("", false)]
    public void Who_is_there_is_asked(string answer, bool isWritten)
    {
        using var guide = Spaced();
        guide.Answer = answer;
        var told = guide.Run("--fix");

        Assert.Equal("Ska filerna ändras så? ja eller nej: " + (isWritten ? "Ändrade filer: 1.\n" : "Inget är ändrat.\n"), told.Error);
        Assert.Equal(isWritten ? "# Sida\r\n\r\nTvå ord här.\r\n\r\nSlut" : "# Sida\r\n\r\nTvå\u00A0ord  här.\r\n\r\nSlut", guide.Read(Page));
    }

    [Fact]
    public void It_is_written_at_once_where_that_is_said_and_a_second_time_there_is_nothing_to_do()
    {
        using var guide = Spaced();

        Assert.Equal("Ändrade filer: 1.\n", guide.Run("--fix", "--yes").Error);
        Assert.Equal("# Sida\r\n\r\nTvå ord här.\r\n\r\nSlut", guide.Read(Page));
        var again = guide.Run("--fix", "--yes");
        Assert.Equal("Det finns inget att rätta av sig självt.\n", again.Error);
        Assert.Equal("", again.Output);
    }

    private static readonly Gen<string> Texts = Gen.OneOf(
        "ord", "Två", "å", "a\u030A", "ﬁ", "7", "\u00AD", "\u200B", "\u00A0", "  ", " ", "\t", "\u2003", "\"", "“", "«", "'", "´", "-", "--", " - ", "…", "...", ".", ",", ":", "#",
        "• ", "· ", "\n", "\n\n", "\n- ", "\n> ", "\n    ", "*", "**", "_", "`", "``", "[a](b \"c\")", "<b>", "<!-- x -->", "\\", "&nbsp;", "{{ a }}", "|", "in-\nsatser", "in- satser", "\n---\n", "\n1. ")
        .Array[0, 25].Select(string.Concat);

    [Fact]
    public void A_second_time_changes_nothing_and_the_letters_are_those_that_were_there() => Gen.Select(Texts, Texts, Gen.Bool).Sample((title, body, isWindows) =>
    {
        var text = $"---\ntitel: {title.ReplaceLineEndings(" ")} # not: \"a\" - b\ningress: '{title.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal)}'\nalias: [a--b...]\n---\n{body}";
        var before = isWindows ? text.ReplaceLineEndings("\r\n") : text;
        var after = Right(before);

        Assert.Equal(after, Right(after));
        Assert.Equal(Letters(before), Letters(after));
        // A title that begins with a quotation mark may go on over the lines below it, and then they are its words.
        if (title.TrimStart() is not ['"' or '\'', ..])
        {
            Assert.Contains(" # not: \"a\" - b", after, StringComparison.Ordinal);
            Assert.Contains("alias: [a--b...]", after, StringComparison.Ordinal);
        }
        Assert.Equal(isWindows, after.Contains("\r\n", StringComparison.Ordinal));
        Assert.Equal(isWindows ? after.Count(c => c == '\n') : 0, after.Count(c => c == '\r'));
    }, iter: 400);

    // All but the signs that may be exchanged.
    private static string Letters(string text) => string.Concat(text.Replace("a\u030A", "å", StringComparison.Ordinal).Replace("ﬁ", "fi", StringComparison.Ordinal)
        .Where(c => char.IsLetterOrDigit(c) || c is ':' or '#' or '*' or '`' or '[' or ']' or '(' or ')' or '<' or '>' or '{' or '}' or '|' or '\\' or '&' or '!'));

    private static Proofread Spaced() => new((Page, "# Sida\r\n\r\nTvå\u00A0ord  här.\r\n\r\nSlut"));

    private static string Right(string text)
    {
        var language = Strings.Read("sv");
        var fields = new WordingFields(language, new MarkdownParser(language), [], new Dictionary<string, string>());
        return CorrectedFile.Of(new SourceFile(Page, text), fields, word => word == "insatser").After;
    }
}
