using System.Text.RegularExpressions;
using CsCheck;
using Lucene.Net.Tartarus.Snowball;
using Trappa.Render.Search;
using Snowball = Lucene.Net.Tartarus.Snowball.Ext;

namespace Trappa.Tests.Render.Search;

/// <summary>Stems beside those of Lucene's Snowball, and forms that Snowball leaves apart.</summary>
public sealed class Stems
{
    [Fact]
    public void Swedish_is_Snowballs_on_the_guides_whole_vocabulary()
    {
        var words = Vocabulary("content").Concat(Vocabulary("tests", "guides", "bike-workshop")).Distinct().ToList();
        Assert.InRange(words.Count, 1_000, 100_000);
        var snowball = new Snowball.SwedishStemmer();
        Assert.Equal(words.Select(w => (w, Stem(snowball, w))), words.Select(w => (w, SwedishStemmer.Snowball(w))));
    }

    [Fact]
    public void English_is_Snowballs_on_all_that_is_written_in_English_here()
    {
        var words = Vocabulary("tests", "guides", "allotment").Concat(Words("README.md")).Concat(Words("CHANGELOG.md"))
            .Concat(Words("src", "Trappa", "Diagnostics", "codes.md")).Concat(Words("templates", "strings", "en.yaml")).Distinct().ToList();
        Assert.InRange(words.Count, 1_000, 100_000);
        var snowball = new Snowball.EnglishStemmer();
        Assert.Equal(words.Select(w => (w, Stem(snowball, w))), words.Select(w => (w, EnglishStemmer.Stem(w))));
    }

    // Beginnings, middles and endings on which the rules turn, put together in all ways.
    private static readonly string[] Parts =
    [
        "a", "e", "i", "y", "ö", "b", "d", "l", "m", "n", "s", "st", "t", "gener", "commun", "inn", "can", "hop", "skr", "lös",
        "ing", "ed", "eed", "edly", "ingly", "s", "ies", "ied", "sses", "us", "at", "bl", "iz", "ational", "ization", "ator", "alli",
        "ogi", "li", "ative", "iciti", "ness", "ful", "ement", "ion", "ic", "heterna", "arna", "else", "els", "lig", "fullt", "löst",
        "het", "are", "ens", "dt",
    ];

    [Fact]
    public void Both_are_Snowballs_on_made_up_words()
    {
        var (english, swedish) = (new Snowball.EnglishStemmer(), new Snowball.SwedishStemmer());
        Gen.Int[0, Parts.Length - 1].Array[1, 4].Select(p => string.Concat(p.Select(i => Parts[i]))).Sample(
            word => EnglishStemmer.Stem(word) == Stem(english, word) && SwedishStemmer.Snowball(word) == Stem(swedish, word),
            iter: 20_000, threads: 1);
    }

    [Theory]
    [InlineData("stuga", "stugan", "stugans", "stugor", "stugorna", "stugornas")]
    [InlineData("ringstuga", "ringstugan", "ringstugor")]
    [InlineData("medlem", "medlemmen", "medlemmar", "medlemmarna", "medlemmens")]
    [InlineData("vän", "vännen", "vänner", "vännerna")]
    [InlineData("steg", "steget", "stegen", "stegets")]
    [InlineData("nätverk", "nätverket", "nätverken", "nätverkets")]
    [InlineData("utbildning", "utbildningen", "utbildningar", "utbildningarna", "utbildnings")]
    [InlineData("aktivitet", "aktiviteten", "aktiviteter", "aktiviteternas")]
    public void Forms_of_a_Swedish_word_have_one_stem(string word, params string[] forms) =>
        Assert.All(forms, form => Assert.Equal(Stemmer.Stem(word, "sv"), Stemmer.Stem(form, "sv")));

    [Theory]
    [InlineData("man", "mat")]
    [InlineData("planta", "plåga")]
    [InlineData("val", "valfri")]
    [InlineData("kvalitet", "kval")]
    public void Other_Swedish_words_have_another(string one, string other) =>
        Assert.NotEqual(Stemmer.Stem(one, "sv"), Stemmer.Stem(other, "sv"));

    [Fact]
    public void Words_of_a_language_without_stems_are_whole() => Assert.Equal("caminando", Stemmer.Stem("caminando", "es"));

    private static string Stem(SnowballProgram snowball, string word)
    {
        snowball.SetCurrent(word);
        snowball.Stem();
        return snowball.Current;
    }

    private static IEnumerable<string> Vocabulary(params string[] folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".md" or ".yaml").SelectMany(f => WordsOf(f));

    private static IEnumerable<string> Words(params string[] file) => WordsOf(Repository.PathOf(file));

    private static IEnumerable<string> WordsOf(string file) =>
        Regex.Matches(File.ReadAllText(file).ToLowerInvariant(), @"\p{L}+").Select(m => m.Value);
}
