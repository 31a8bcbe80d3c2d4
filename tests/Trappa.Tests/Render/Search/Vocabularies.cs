using System.Text;
using CsCheck;
using Trappa.Render.Search;

namespace Trappa.Tests.Render.Search;

public class Vocabularies
{
    private static readonly Gen<string> Text = Gen.OneOf<string>(
        Gen.OneOf("stegen", "Stegen", "STEGEN", "å", "Å", " ", "-", "10", "x1", "ß", "Ⅻ", "Ⓐ", "\u0301", "\ud83d\ude00", "\ud801\udc00", "\ud801\udc28", "\ud801", "\udc00", "…"),
        Gen.Char.Select(c => c.ToString())).Array[0, 12].Select(string.Concat);

    [Fact]
    public void Words_are_letters_and_digits_that_stand_together_in_lower_case() =>
        Text.Sample(text => Assert.Equal(Cut(text), Vocabulary.Tokens(text)), iter: 5_000);

    [Fact]
    public void Each_is_met_once() => Gen.Select(Text, Text, Text).Sample((first, second, third) =>
    {
        var vocabulary = new Vocabulary();
        vocabulary.Add(first);
        Assert.Equal(Cut(second), vocabulary.Numbers(second).Select(n => vocabulary.Words[n]));
        vocabulary.Add(third);
        Assert.Equal(Cut(first).Concat(Cut(second)).Concat(Cut(third)).Distinct(), vocabulary.Words);
    }, iter: 5_000);

    // By the letter: what is no letter or digit, halves of pairs among them, becomes a space.
    private static string[] Cut(string text)
    {
        var spaced = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).ToLowerInvariant().EnumerateRunes())
        {
            spaced.Append(rune != Rune.ReplacementChar && Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ");
        }
        return spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
