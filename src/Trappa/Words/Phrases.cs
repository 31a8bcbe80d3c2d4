namespace Trappa.Words;

/// <summary>Finds words in passages, whole and as they are written there.</summary>
internal static class Phrases
{
    /// <summary>Where a phrase stands in a passage, in any case of letters or in its own.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="phrase">One or more words with single spaces between.</param>
    /// <param name="comparison">Whether case counts.</param>
    /// <param name="endings">Endings that the phrase may have.</param>
    public static IEnumerable<(int Start, int Length)> Find(Passage passage, string phrase, StringComparison comparison, params ReadOnlySpan<string> endings)
    {
        var found = new List<(int, int)>();
        for (var at = Next(passage, phrase, 0, comparison); at >= 0; at = Next(passage, phrase, at + 1, comparison))
        {
            if (passage.IsWritten(at, phrase.Length) && !IsLetter(passage.Words, at - 1) && Ends(passage.Words, at + phrase.Length, endings))
            {
                found.Add((at, phrase.Length));
            }
        }
        return found;
    }

    private static int Next(Passage passage, string phrase, int from, StringComparison comparison) =>
        phrase.Length == 0 || from >= passage.Words.Length ? -1 : passage.Words.IndexOf(phrase, from, comparison);

    private static bool Ends(string words, int at, ReadOnlySpan<string> endings)
    {
        if (!IsLetter(words, at))
        {
            return true;
        }
        foreach (var ending in endings)
        {
            if (ending.Length > 0 && words.AsSpan(at).StartsWith(ending, StringComparison.Ordinal) && !IsLetter(words, at + ending.Length))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsLetter(string words, int at) => at >= 0 && at < words.Length && char.IsLetterOrDigit(words[at]);
}
