using System.Collections.Immutable;

namespace Trappa.Render.Search;

/// <summary>
/// Cuts a word down to what its forms have in common. Swedish follows Snowball's published rules
/// (https://snowballstem.org/algorithms/swedish/stemmer.html) with two additions that it lacks: the definite form in -an
/// (<c>stugan</c> beside <c>stuga</c>) and a doubled m before an ending (<c>medlemmar</c> beside <c>medlem</c>). Other
/// languages get English's plainest endings, which do little where they do not belong.
/// </summary>
public static class Stemmer
{
    private const string SwedishVowels = "aeiouyäåö";

    // Longest first, as the rules ask for the longest that is there.
    private static readonly ImmutableArray<string> SwedishEndings =
    [
        "heterna", "hetens", "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas",
        "ades", "ande", "aren", "arna", "arne", "aste", "erna", "erns", "orna",
        "ade", "are", "ast", "ens", "ern", "het", "ad", "ar", "as", "at", "en", "er", "es", "or", "a", "e",
    ];

    private static readonly ImmutableArray<string> SwedishDoubled = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    /// <summary>The stem of a word in lower case.</summary>
    /// <param name="word">The word.</param>
    /// <param name="language">The language's code.</param>
    public static string Stem(string word, string language) => language == "sv" ? Swedish(word) : Plain(word);

    private static string Swedish(string word)
    {
        var stem = SnowballSwedish(word);
        // Snowball leaves definite forms of words in -a whole; what is left must still look like a word.
        foreach (var ending in new[] { "ans", "an" })
        {
            if (stem == word && word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal) && HasVowel(word[..^ending.Length]))
            {
                stem = word[..^ending.Length];
            }
        }
        return stem.EndsWith("mm", StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    /// <summary>Snowball's Swedish stemmer as it is published.</summary>
    public static string SnowballSwedish(string word)
    {
        var region = Region(word);
        word = First(word, region);
        if (SwedishDoubled.Any(d => InRegion(word, d, region)))
        {
            word = word[..^1];
        }
        return Third(word, region);
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
        if (SwedishEndings.FirstOrDefault(e => InRegion(word, e, region)) is { } ending)
        {
            return word[..^ending.Length];
        }
        // An s goes where it may be an ending: after these letters.
        return InRegion(word, "s", region) && word.Length > 1 && "bcdfghjklmnoprtvy".Contains(word[^2], StringComparison.Ordinal)
            ? word[..^1] : word;
    }

    private static string Third(string word, int region)
    {
        foreach (var (ending, kept) in new[] { ("fullt", 4), ("löst", 3), ("lig", 0), ("els", 0), ("ig", 0) })
        {
            if (InRegion(word, ending, region))
            {
                return word[..^(ending.Length - kept)];
            }
        }
        return word;
    }

    private static bool InRegion(string word, string ending, int region) =>
        word.Length - ending.Length >= region && word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char c) => SwedishVowels.Contains(c, StringComparison.Ordinal);

    private static bool HasVowel(string word) => word.Any(IsVowel);

    private static string Plain(string word)
    {
        foreach (var (ending, instead) in new[] { ("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "") })
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3
                && !(ending == "s" && word.EndsWith("ss", StringComparison.Ordinal)))
            {
                return word[..^ending.Length] + instead;
            }
        }
        return word;
    }
}
