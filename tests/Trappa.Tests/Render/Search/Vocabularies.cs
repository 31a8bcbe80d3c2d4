using System.Globalization;
using System.Text;
using CsCheck;
using Trappa.Render.Search;

namespace Trappa.Tests.Render.Search;

public class Vocabularies
{
    private static readonly Gen<string> Text = Gen.OneOf<string>(
        Gen.OneOf("stegen", "Stegen", "STEGEN", "å", "Å", "İ", "İstanbul", "ſ", " ", "-", "10", "x1", "ß", "Ⅻ", "Ⓐ", "\u0301", "\ud83d\ude00", "\ud801\udc00", "\ud801\udc28", "\ud801", "\udc00", "…"),
        Gen.Char.Select(c => c.ToString())).Array[0, 12].Select(string.Concat);

    [Fact]
    public void Words_are_letters_and_digits_that_stand_together_in_lower_case() =>
        Text.Sample(text => Assert.Equal(Cut(text), Vocabulary.Tokens(text)), iter: 5_000);

    [Fact]
    public void Words_are_joined_as_in_an_address()
    {
        static string Joined(string text) => string.Join('-', Vocabulary.Tokens(text).Select(Marks.Off));
        Gen.Select(Text, Text).Where((_, other) => Ascii.IsValid(Joined(other))).Sample((text, other) =>
        {
            Assert.Equal(Joined(text) == Joined(other), Vocabulary.IsJoined(text, Joined(other)));
            Assert.False(Vocabulary.IsJoined(text, Joined(text) + "-"));
            Assert.False(Vocabulary.IsJoined(text, "S" + Joined(text)));
            Assert.Equal(Ascii.IsValid(Joined(text)), Ascii.IsValid(Joined(text)) && Vocabulary.IsJoined(text, Joined(text)));
        }, iter: 5_000);
    }

    [Fact]
    public void Each_is_met_once() => Gen.Select(Text, Text, Text).Sample((first, second, third) =>
    {
        var vocabulary = new Vocabulary();
        vocabulary.Add(first);
        Assert.Equal(Cut(second), vocabulary.Numbers(second).Select(n => vocabulary.Words[n]));
        vocabulary.Add(third);
        Assert.Equal(Cut(first).Concat(Cut(second)).Concat(Cut(third)).Distinct(), vocabulary.Words);
    }, iter: 5_000);

    [Theory]
    [InlineData("Räksmörgås", "Raksmorgas")]
    [InlineData("ra\u0308ksmo\u0308rga\u030as", "raksmorgas")]
    [InlineData("Łódź, Việt", "Łodz, Viet")]
    [InlineData("smørrebrød, straße", "smørrebrød, straße")]
    public void A_word_is_found_without_its_marks(string text, string plain) => Assert.Equal(plain, Marks.Off(text));

    // By the letter: what is no letter, digit or mark after one becomes a space, halves of pairs among them.
    private static string[] Cut(string text)
    {
        var spaced = new StringBuilder();
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && spaced.Length > 0 && spaced[^1] != ' ';
            spaced.Append(rune != Rune.ReplacementChar && (isMark || Rune.IsLetterOrDigit(rune)) ? rune.ToString() : " ");
        }
        return spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
