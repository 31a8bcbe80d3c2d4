using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR227: colons, the word for a quote and a name that are no quote, since they are not three at the beginning of a line: readers
/// would see them. A backslash before them says that they are to be seen.
/// </summary>
internal static class AlmostQuotes
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var word = input.Guide.Language.Reference("quote");
        return input.Texts.SelectMany(t => Check(t, word, input.Guide.Language));
    }

    private static IEnumerable<Diagnostic> Check(Prose prose, string word, Language language)
    {
        var text = prose.Text.Text;
        if (!text.Contains("::", StringComparison.Ordinal))
        {
            yield break;
        }
        foreach (var at in prose.SignsOf(':'))
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            {
                continue;
            }
            var words = text.AsSpan(at).TrimStart(':');
            var colons = text.Length - at - words.Length;
            words = words.TrimStart(' ');
            if (colons < 2 || !words.StartsWith(word, StringComparison.Ordinal) || words[word.Length..] is not [' ', ..])
            {
                continue;
            }
            var name = words[(word.Length + 1)..];
            name = name.IndexOfAny(" \t\n") is >= 0 and var end ? name[..end] : name;
            // Names are in small letters without marks: what is none is a sentence about quotes.
            if (name.Length > 0 && language.Slug(name.ToString()).AsSpan().SequenceEqual(name))
            {
                var length = text.Length - at - words.Length + word.Length + 1 + name.Length;
                yield return new(Codes.AlmostQuote, prose.Text.At(at, length), ("text", text.Substring(at, length)), ("better", $"::: {word} {name}"));
            }
        }
    }
}
