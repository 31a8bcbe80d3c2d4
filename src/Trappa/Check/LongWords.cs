using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR306: a word too long for a narrow line and not on the guide's list of hyphenations. Told once a word. Browsers'
/// own dictionaries differ, so the guide's list is what breaks words.
/// </summary>
internal static class LongWords
{
    // At 320 px and 400 % zoom, text of 1.125 rem has room for about this many letters (WCAG 2.2 SC 1.4.10).
    private const int Longest = 19;

    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        // A guide without a list has not asked to have its words looked at.
        if (input.Guide.Words.Hyphenation.IsEmpty)
        {
            yield break;
        }
        foreach (var text in input.Texts)
        {
            foreach (var literal in text.Literals)
            {
                foreach (var (start, word) in Words(literal.Content.ToString()))
                {
                    if (!input.Guide.Words.Hyphenation.ContainsKey(word) && told.Add(word))
                    {
                        yield return new(Codes.LongWord, text.Text.At(literal.Span.Start + start, word.Length), ("word", word));
                    }
                }
            }
        }
    }

    /// <summary>What rules found in one text after another, each long word where it stands first.</summary>
    public static IEnumerable<Diagnostic> ToldOnce(IEnumerable<Diagnostic> found)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        return found.Where(d => d.Code != Codes.LongWord || told.Add(d.Arguments[0].Value));
    }

    private static IEnumerable<(int Start, string Word)> Words(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                continue;
            }
            if (i - start > Longest)
            {
                yield return (start, text[start..i].ToLowerInvariant());
            }
            start = i + 1;
        }
    }
}
