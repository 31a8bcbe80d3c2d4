using System.Buffers;
using System.Collections.Immutable;

namespace Trappa.Render.Search;

/// <summary>
/// Swedish by Snowball's published rules (https://snowballstem.org/algorithms/swedish/stemmer.html) with additions that
/// it lacks: definite forms in -an and -et (<c>stugan</c> beside <c>stuga</c>, <c>steget</c> beside <c>steg</c>) and m or n
/// that is doubled before an ending (<c>medlemmar</c> beside <c>medlem</c>).
/// </summary>
public static class SwedishStemmer
{
    private const string Vowels = "aeiouyäåö", BeforeS = "bcdfghjklmnoprtvy";

    private static readonly SearchValues<char> AnyVowel = SearchValues.Create(Vowels);

    // Longest first, as the rules ask for the longest that is there.
    private static readonly ImmutableArray<string> Endings =
    [
        "heterna", "hetens", "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas",
        "ades", "ande", "aren", "arna", "arne", "aste", "erna", "erns", "orna",
        "ade", "are", "ast", "ens", "ern", "het", "ad", "ar", "as", "at", "en", "er", "es", "or", "a", "e",
    ];

    private static readonly ImmutableArray<string> Doubled = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    private static readonly ImmutableArray<(string Ending, int Kept)> Last = [("fullt", 4), ("löst", 3), ("lig", 0), ("els", 0), ("ig", 0)];

    private static readonly ImmutableArray<string> Definite = ["an", "et"];

    /// <summary>The stem of a word in lower case.</summary>
    public static string Stem(string word)
    {
        var stem = Snowball(word);
        var isWhole = stem == word || (word[^1] == 's' && stem.Length == word.Length - 1);
        // Words in -itet have that ending of their own.
        if (isWhole && !stem.EndsWith("itet", StringComparison.Ordinal)
            && Definite.FirstOrDefault(e => stem.Length - e.Length >= 3 && stem.EndsWith(e, StringComparison.Ordinal)) is { } ending
            && stem.AsSpan(0, stem.Length - ending.Length).IndexOfAny(AnyVowel) >= 0)
        {
            stem = stem[..^ending.Length];
        }
        return stem.EndsWith("mm", StringComparison.Ordinal) || stem.EndsWith("nn", StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    /// <summary>The stem as Snowball has it.</summary>
    public static string Snowball(string word)
    {
        var region = Region(word);
        word = First(word, region);
        if (Doubled.Any(d => InRegion(word, d, region)))
        {
            word = word[..^1];
        }
        var (ending, kept) = Last.FirstOrDefault(e => InRegion(word, e.Ending, region), (Ending: "", Kept: 0));
        return word[..^(ending.Length - kept)];
    }

    // R1: what follows the first non-vowel after a vowel, but never less than three letters in.
    private static int Region(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (IsVowel(word[i - 1]) && !IsVowel(word[i]))
            {
                return Math.Max(i + 1, 3);
            }
        }
        return word.Length;
    }

    private static string First(string word, int region)
    {
        if (Endings.FirstOrDefault(e => InRegion(word, e, region)) is { } ending)
        {
            return word[..^ending.Length];
        }
        // An s goes where it may be an ending: after these letters.
        return InRegion(word, "s", region) && word.Length > 1 && BeforeS.Contains(word[^2], StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static bool InRegion(string word, string ending, int region) =>
        word.Length - ending.Length >= region && word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);
}
