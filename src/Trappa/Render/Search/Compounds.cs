using System.Collections.Frozen;
using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Search;

/// <summary>
/// Splits compounds by the guide's own words: a word whose tail is, but for its ending, another word of the guide, and by
/// the list that content gives for those whose tail stands nowhere alone (<c>ring|stuga</c>).
/// </summary>
internal sealed class Compounds
{
    private const int ShortestHead = 3, ShortestTail = 4;

    // More letters are no compound but a mistake, and every cut of one costs its length.
    private const int Longest = 100;

    private readonly FrozenSet<string> _stems;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _listed;
    private readonly string _language;

    /// <summary>Of a guide, given all its words in lower case.</summary>
    public static Compounds Of(Guide guide, IEnumerable<string> words) =>
        new(words.Concat(guide.Words.Synonyms.Values.SelectMany(Vocabulary.Tokens)), guide.Words.Compounds, guide.Language.Code);

    /// <param name="words">All words of the guide, in lower case.</param>
    /// <param name="listed">Compounds with a bar between their parts.</param>
    /// <param name="language">The language's code.</param>
    public Compounds(IEnumerable<string> words, ImmutableArray<string> listed, string language)
    {
        _language = language;
        _stems = words.Where(w => w.Length >= ShortestTail).Select(Stem)
            .Concat(listed.SelectMany(c => c.Split('|').Skip(1)).Select(Stem))
            .Where(s => s.Length >= 3).ToFrozenSet(StringComparer.Ordinal);
        _listed = listed.Where(c => c.Contains('|', StringComparison.Ordinal))
            .DistinctBy(c => Stem(c.Replace("|", "", StringComparison.Ordinal)), StringComparer.Ordinal)
            .ToFrozenDictionary(c => Stem(c.Replace("|", "", StringComparison.Ordinal)), Bars, StringComparer.Ordinal);
    }

    /// <summary>Where the parts of a word begin, the first apart; empty where it is no compound.</summary>
    public ImmutableArray<int> Parts(string word)
    {
        if (word.Length > Longest)
        {
            return [];
        }
        if (_listed.TryGetValue(Stem(word), out var listed))
        {
            return listed;
        }
        // The longest tail that is a word: utbildningar before bildningar.
        for (var at = ShortestHead; at <= word.Length - ShortestTail; at++)
        {
            var stem = Stem(word[at..]);
            if (stem.Length >= ShortestTail && _stems.Contains(stem))
            {
                return [.. Parts(word[..at]), at];
            }
        }
        return [];
    }

    private static ImmutableArray<int> Bars(string compound)
    {
        var parts = compound.Split('|');
        return [.. Enumerable.Range(1, parts.Length - 1).Select(i => parts.Take(i).Sum(p => p.Length))];
    }

    private string Stem(string word) => Stemmer.Stem(word, _language);
}
