using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Render.Html;

/// <summary>
/// Sets running text: soft hyphens from the guide's list of words, no-break spaces inside dates and between a number
/// and what it counts. Letters and signs stay as they are.
/// </summary>
internal sealed class Typesetter
{
    private const char NoBreakSpace = '\u00A0';
    private const char SoftHyphen = '\u00AD';

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789,.:–-");
    private static readonly SearchValues<char> WordStarts = SearchValues.Create(" \u00A0\n(”“\"");

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _months;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeNumbers;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _afterNumbers;
    private readonly int _shortest;

    /// <summary>Built once from the language of the guide and its own words.</summary>
    public Typesetter(Language language, WordList words)
    {
        _byWord = words.Hyphenation.ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _shortest = words.Hyphenation.IsEmpty ? int.MaxValue : words.Hyphenation.Keys.Min(k => k.Length);
        _months = Words(language.Months);
        _beforeNumbers = Words(language.WordsBeforeNumbers);
        _afterNumbers = Words(language.WordsAfterNumbers);
    }

    /// <summary>Appends a run of text, set. The text is HTML source: character references are left alone.</summary>
    public void Append(ReadOnlySpan<char> text, TextBuffer output)
    {
        if (text.ContainsAny(Digits))
        {
            for (var space = NextBound(text); space >= 0; space = NextBound(text))
            {
                AppendWords(text[..space], output);
                output.Append(NoBreakSpace);
                // The number stays in sight of the space after it: 6|maj|2024.
                text = text[(space + 1)..];
            }
        }
        AppendWords(text, output);
    }

    private void AppendWords(ReadOnlySpan<char> text, TextBuffer output)
    {
        var copied = 0;
        // From the start of a word. Most words are too short to be on the list: the last letter that one of them
        // would need is looked at first, and what is no letter is skipped with all before it.
        for (var at = 0; at <= text.Length - _shortest;)
        {
            var last = at + _shortest - 1;
            while (last >= at && IsLetter(text[last]))
            {
                last--;
            }
            if (last >= at)
            {
                at = last + 1;
                continue;
            }
            var end = at + _shortest;
            while (end < text.Length && IsLetter(text[end]))
            {
                end++;
            }
            // After an ampersand it is the name of a character, not a word.
            if (_byWord.TryGetValue(text[at..end], out var broken) && (at == 0 || text[at - 1] != '&'))
            {
                output.Append(text[copied..at]);
                AppendBroken(text[at..end], broken, output);
                copied = end;
            }
            at = end;
        }
        output.Append(text[copied..]);
    }

    // Marks belong to the letter before them, as some systems write å; none is below U+0300.
    private static bool IsLetter(char letter) => char.IsLetter(letter)
        || (letter >= '\u0300' && char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark);

    // The word's own capitals are kept.
    private static void AppendBroken(ReadOnlySpan<char> word, ReadOnlySpan<char> broken, TextBuffer output)
    {
        var at = 0;
        foreach (var letter in broken)
        {
            output.Append(letter == SoftHyphen ? letter : word[at++]);
        }
    }

    private int NextBound(ReadOnlySpan<char> text)
    {
        for (var space = text.IndexOf(' '); space >= 0;)
        {
            if (IsBound(text, space))
            {
                return space;
            }
            var next = text[(space + 1)..].IndexOf(' ');
            space = next < 0 ? -1 : space + 1 + next;
        }
        return -1;
    }

    // Whether the space at this index binds: 6|maj, maj|2024, 10|%, §|4, steg|3, kl.|18, 123|45, 10|000.
    private bool IsBound(ReadOnlySpan<char> text, int space)
    {
        if (space == 0 || space == text.Length - 1
            || !(char.IsAsciiDigit(text[space - 1]) || char.IsAsciiDigit(text[space + 1])))
        {
            return false;
        }
        var before = LastWord(text[..space]);
        var after = FirstWord(text[(space + 1)..]);
        if (before.IsEmpty || after.IsEmpty)
        {
            return false;
        }
        if (IsNumber(before))
        {
            return _months.Contains(after) || _afterNumbers.Contains(after)
                || (before.Length == 3 && after.Length == 2 && IsWhole(before) && IsWhole(after))
                || (before.Length <= 3 && after.Length == 3 && IsWhole(before) && IsWhole(after));
        }
        return char.IsAsciiDigit(after[0]) && (_months.Contains(before) || _beforeNumbers.Contains(before));
    }

    private static bool IsWhole(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;

    // 6, 1,5, 18.30, 3–5.
    private static bool IsNumber(ReadOnlySpan<char> word) =>
        char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]) && word.IndexOfAnyExcept(InNumbers) < 0;

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(WordStarts) + 1)..];

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '%' or '‰' or '°' or '€'))
        {
            end++;
        }
        return text[..end];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
