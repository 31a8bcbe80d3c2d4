using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Trappa.Render.Search;

/// <summary>
/// English by Snowball's published rules, known as Porter2 (https://snowballstem.org/algorithms/english/stemmer.html). The
/// step that takes apostrophes away is not here: no word has one when it comes.
/// </summary>
public static class EnglishStemmer
{
    // Y is a y that is a consonant.
    private const string Vowels = "aeiouy", BeforeLi = "cdeghkmnrt";

    private static readonly SearchValues<char> AnyVowel = SearchValues.Create(Vowels);

    private static readonly FrozenDictionary<string, string> Odd = new Dictionary<string, string>
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LeftAfterPlural =
        FrozenSet.Create(StringComparer.Ordinal, "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed");

    private static readonly ImmutableArray<string> OddBeginnings = ["gener", "commun", "arsen"];

    private static readonly ImmutableArray<string> Doubled = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];

    // Of each list the longest that is there counts, whether it may then be changed or not.
    private static readonly ImmutableArray<(string Ending, string Instead)> Second =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
        ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly ImmutableArray<(string Ending, string Instead)> Third =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly ImmutableArray<string> Fourth =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>The stem of a word in lower case.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }
        if (Odd.TryGetValue(word, out var odd))
        {
            return odd;
        }
        word = WithConsonantY(word);
        var first = OddBeginnings.FirstOrDefault(b => word.StartsWith(b, StringComparison.Ordinal))?.Length ?? Region(word, 0);
        var second = Region(word, first);
        word = Plural(word);
        if (!LeftAfterPlural.Contains(word))
        {
            word = Past(word, first);
            word = LastY(word);
            word = Changed(word, Second, first, second);
            word = Changed(word, Third, first, second);
            word = Fourths(word, second);
            word = LastLetter(word, first, second);
        }
        return word.Replace('Y', 'y');
    }

    private static string WithConsonantY(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
            {
                letters[i] = 'Y';
            }
        }
        return new(letters);
    }

    // What follows the first non-vowel after a vowel.
    private static int Region(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (IsVowel(word[i - 1]) && !IsVowel(word[i]))
            {
                return i + 1;
            }
        }
        return word.Length;
    }

    // Step 1a.
    private static string Plural(string word)
    {
        if (Ends(word, "sses"))
        {
            return word[..^2];
        }
        if (Ends(word, "ied") || Ends(word, "ies"))
        {
            return word.Length > 4 ? word[..^2] : word[..^1];
        }
        return Ends(word, "s") && !Ends(word, "us") && !Ends(word, "ss") && HasVowel(word.AsSpan(0, word.Length - 2)) ? word[..^1] : word;
    }

    // Step 1b.
    private static string Past(string word, int first)
    {
        if (Longest(word, "eedly", "ingly", "edly", "eed", "ing", "ed") is not { } ending)
        {
            return word;
        }
        var rest = word[..^ending.Length];
        if (ending is "eed" or "eedly")
        {
            return rest.Length >= first ? rest + "ee" : word;
        }
        if (!HasVowel(rest))
        {
            return word;
        }
        if (Ends(rest, "at") || Ends(rest, "bl") || Ends(rest, "iz"))
        {
            return rest + "e";
        }
        if (Doubled.Any(d => Ends(rest, d)))
        {
            return rest[..^1];
        }
        return rest.Length <= first && EndsInShortSyllable(rest) ? rest + "e" : rest;
    }

    // Step 1c.
    private static string LastY(string word) =>
        word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2]) ? word[..^1] + "i" : word;

    // Steps 2 and 3.
    private static string Changed(string word, ImmutableArray<(string Ending, string Instead)> list, int first, int second)
    {
        foreach (var (ending, instead) in list)
        {
            if (!Ends(word, ending))
            {
                continue;
            }
            var rest = word[..^ending.Length];
            var may = rest.Length >= first && ending switch
            {
                "ogi" => Ends(rest, "l"),
                "li" => rest.Length > 0 && BeforeLi.Contains(rest[^1], StringComparison.Ordinal),
                "ative" => rest.Length >= second,
                _ => true,
            };
            return may ? rest + instead : word;
        }
        return word;
    }

    // Step 4.
    private static string Fourths(string word, int second)
    {
        if (Fourth.FirstOrDefault(e => Ends(word, e)) is not { } ending || word.Length - ending.Length < second)
        {
            return word;
        }
        return ending == "ion" && word[^4] is not ('s' or 't') ? word : word[..^ending.Length];
    }

    // Step 5.
    private static string LastLetter(string word, int first, int second)
    {
        var rest = word[..^1];
        return word[^1] switch
        {
            'e' when rest.Length >= second || (rest.Length >= first && !EndsInShortSyllable(rest)) => rest,
            'l' when rest.Length >= second && Ends(rest, "l") => rest,
            _ => word,
        };
    }

    private static bool EndsInShortSyllable(string word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y'),
    };

    private static string? Longest(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (Ends(word, ending))
            {
                return ending;
            }
        }
        return null;
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);

    private static bool HasVowel(ReadOnlySpan<char> word) => word.IndexOfAny(AnyVowel) >= 0;
}
