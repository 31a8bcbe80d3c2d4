using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Trappa.Words;

/// <summary>
/// How easy a text is to read: LIX (Björnsson 1968), words a sentence and the share of words of more than six letters. A block
/// of text, such as an item of a list, ends a sentence whether it has a full stop or not.
/// </summary>
/// <param name="Words">How many words.</param>
/// <param name="Sentences">How many sentences.</param>
/// <param name="LongWords">How many words of more than six letters.</param>
/// <param name="LongestSentence">Words of the longest sentence.</param>
public sealed partial record Readability(int Words, int Sentences, int LongWords, int LongestSentence)
{
    private const int LettersOfALongWord = 6;

    /// <summary>Under 30 very easy, 30–40 easy, 40–50 middling, over 60 very hard; 0 for no words.</summary>
    public double Lix => Words == 0 ? 0 : ((double)Words / Sentences) + (100.0 * LongWords / Words);

    /// <summary>That of some passages together.</summary>
    public static Readability Of(IEnumerable<Passage> passages)
    {
        var sentences = passages.SelectMany(p => SentencesOf(p.Words).Select(s => Word().Matches(p.Words[s.Start..s.End]))).ToList();
        return new(sentences.Sum(s => s.Count), sentences.Count, sentences.Sum(s => s.Count(w => w.Length > LettersOfALongWord)),
            sentences.Count == 0 ? 0 : sentences.Max(s => s.Count));
    }

    /// <summary>Where the sentences of a block begin and end, and how many words they have.</summary>
    public static ImmutableArray<(int Start, int End, int Words)> SentencesOf(string block)
    {
        var sentences = ImmutableArray.CreateBuilder<(int, int, int)>();
        var start = 0;
        foreach (var end in EndOfSentence().Matches(block).Select(m => m.Index + m.Length).Append(block.Length))
        {
            var words = Word().Matches(block[start..end]);
            if (words.Count > 0)
            {
                sentences.Add((start + words[0].Index, start + words[^1].Index + words[^1].Length, words.Count));
            }
            start = end;
        }
        return sentences.ToImmutable();
    }

    // A full stop within an address or a number ends nothing.
    [GeneratedRegex(@"[.!?:]+(?=\s|$|[”’)])")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\-’]*")]
    private static partial Regex Word();
}
