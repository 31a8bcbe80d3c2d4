using System.Collections.Immutable;
using System.Text;

namespace Trappa.Render.Print;

/// <summary>A line of a paragraph.</summary>
/// <param name="Words">What stands on it.</param>
/// <param name="After">What lets it end there: a space, a soft hyphen, a place to break, or nothing.</param>
internal sealed record HeldLine(ImmutableArray<TextRun> Words, string After);

/// <summary>Cuts a paragraph into the lines that were measured.</summary>
internal static class HeldLines
{
    /// <summary>Its lines.</summary>
    /// <param name="runs">The paragraph.</param>
    /// <param name="starts">Where each begins, in characters of the text with spaces made single.</param>
    public static IEnumerable<HeldLine> Of(ImmutableArray<TextRun> runs, ImmutableArray<int> starts)
    {
        var letters = Letters(runs);
        for (var i = 0; i < starts.Length; i++)
        {
            var (from, to) = (starts[i], i + 1 < starts.Length ? starts[i + 1] : letters.Count);
            var after = to < letters.Count ? letters[to - 1].Letter switch { ' ' => " ", '\u00AD' => "\u00AD", '\u200B' => "<wbr>", _ => "" } : "";
            yield return new(Words(letters.GetRange(from, to - from - (after.Length > 0 ? 1 : 0))), after);
        }
    }

    private static List<(char Letter, bool IsBold)> Letters(ImmutableArray<TextRun> runs)
    {
        var letters = new List<(char Letter, bool IsBold)>();
        foreach (var (c, isBold) in runs.SelectMany(r => r.Text.Select(c => (c is '\n' or '\r' or '\t' ? ' ' : c, r.IsBold))))
        {
            if (c != ' ' || (letters.Count > 0 && letters[^1].Letter != ' '))
            {
                letters.Add((c, isBold));
            }
        }
        if (letters.Count > 0 && letters[^1].Letter == ' ')
        {
            letters.RemoveAt(letters.Count - 1);
        }
        return letters;
    }

    private static ImmutableArray<TextRun> Words(List<(char Letter, bool IsBold)> letters)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        for (var at = 0; at < letters.Count;)
        {
            var (text, isBold) = (new StringBuilder(), letters[at].IsBold);
            for (; at < letters.Count && letters[at].IsBold == isBold; at++)
            {
                text.Append(letters[at].Letter);
            }
            runs.Add(new(text.ToString(), isBold));
        }
        return runs.ToImmutable();
    }
}
