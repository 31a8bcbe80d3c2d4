using System.Text;
using System.Text.RegularExpressions;

namespace Trappa.Words;

/// <summary>A word of a passage.</summary>
/// <param name="Start">0-based offset of its first letter in the passage.</param>
/// <param name="Length">Letters, with signs that do not show.</param>
/// <param name="Word">The word as it reads: composed, without soft hyphens.</param>
public sealed partial record Token(int Start, int Length, string Word)
{
    /// <summary>The words that are written in a passage: no facts, no code, no addresses, nothing with digits.</summary>
    public static IEnumerable<Token> Of(Passage passage)
    {
        foreach (var chunk in Chunk().Matches(passage.Words).Where(c => !Address().IsMatch(c.Value)))
        {
            foreach (var match in WordPattern().Matches(chunk.Value).Cast<Match>())
            {
                var start = chunk.Index + match.Index;
                if (passage.IsWritten(start, match.Length) && !match.Value.Any(char.IsDigit))
                {
                    yield return new(start, match.Length, Plain(match.Value));
                }
            }
        }
    }

    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var sign in word.Where(c => !Signs.IsInvisible(c)))
        {
            if (plain.Length > 0 && Signs.Composed(plain[^1], sign) is { } whole)
            {
                plain[^1] = whole;
                continue;
            }
            plain.Append(sign == '’' ? "'" : Signs.Ligature(sign) ?? sign.ToString());
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Chunk();

    // example.org/x, a@b, name:value, file_name
    [GeneratedRegex(@"[/@\\_]|[\p{L}\p{N}][.:]\p{L}")]
    private static partial Regex Address();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\p{N}\u00AD\u200B\u2060]*(?:[\-\u2010\u2011’'\u00B7][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B\u2060]*)*")]
    private static partial Regex WordPattern();
}
