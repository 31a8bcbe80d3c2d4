using System.Text.RegularExpressions;
using Trappa.Diagnostics;
using Trappa.Languages;

namespace Trappa.Words;

/// <summary>
/// TR708: a word that was split at the end of a line where it was copied from. Put together only where the whole is a word:
/// <c>for- och nackdelar</c> is as it should be.
/// </summary>
internal static partial class SplitWords
{
    /// <summary>The words that the halves of a passage would make.</summary>
    public static IEnumerable<string> Candidates(Passage passage, Language language) => Halves(passage, language).Select(h => h.Groups[1].Value + h.Groups[2].Value);

    /// <summary>What should change.</summary>
    public static IEnumerable<Correction> Of(string text, Passage passage, Language language, Func<string, bool> isWord)
    {
        foreach (var halves in Halves(passage, language))
        {
            var (first, second) = (halves.Groups[1].Value, halves.Groups[2].Value);
            var better = isWord(first + second) ? "" : isWord(first + "-" + second) ? "-" : null;
            var (hyphen, rest) = (halves.Groups[1].Index + first.Length, halves.Groups[2].Index);
            if (better is not null && passage.IsWritten(hyphen, rest + 1 - hyphen))
            {
                var (start, end) = (passage.Offsets[hyphen], passage.Offsets[rest]);
                // Nothing but blanks between the halves: no mark of a quotation's or a list's next line.
                if (string.IsNullOrWhiteSpace(text[(start + 1)..end]))
                {
                    yield return new(Codes.SplitWord, start, end - start, better);
                }
            }
        }
    }

    private static IEnumerable<Match> Halves(Passage passage, Language language) => passage.Words.Contains("- ", StringComparison.Ordinal)
        ? SplitWord().Matches(passage.Words).Where(m => !language.WordsAfterHyphens.Contains(m.Groups[2].Value)) : [];

    [GeneratedRegex(@"(?<![\p{L}\p{N}\-])(\p{L}{2,})-[ ]+(\p{Ll}{2,})(?![\p{L}\p{N}])")]
    private static partial Regex SplitWord();
}
