using System.Buffers;
using System.Collections.Frozen;
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

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789§");
    private static readonly SearchValues<char> WordStarts = SearchValues.Create(" \u00A0\n(”“\"");
    private static readonly FrozenSet<string> Units = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "%", "kr", "km", "m", "cm", "mm", "kg", "g", "st", "min", "h");

    private readonly FrozenDictionary<string, string> _hyphenation;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly FrozenSet<string> _months;
    private readonly int _shortest;

    public Typesetter(Language language, WordList words)
    {
        _hyphenation = words.Hyphenation.ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
        _byWord = _hyphenation.GetAlternateLookup<ReadOnlySpan<char>>();
        _months = language.Months.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _shortest = _hyphenation.Count == 0 ? int.MaxValue : _hyphenation.Keys.Min(k => k.Length);
    }

    /// <summary>Appends a run of text, set. The text is HTML source: what looks like a character reference is left alone.</summary>
    public void Append(ReadOnlySpan<char> text, TextBuffer output)
    {
        var hasDigits = text.ContainsAny(Digits);
        if (!hasDigits && text.Length < _shortest)
        {
            output.Append(text);
            return;
        }
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsLetter(text[at]))
            {
                var end = WordEnd(text, at);
                AppendWord(text[at..end], output);
                at = end;
            }
            else if (hasDigits && text[at] == ' ' && IsBound(text, at))
            {
                output.Append(NoBreakSpace);
                at++;
            }
            else
            {
                output.Append(text[at++]);
            }
        }
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark))
        {
            end++;
        }
        return end;
    }

    private void AppendWord(ReadOnlySpan<char> word, TextBuffer output)
    {
        if (word.Length < _shortest || !_byWord.TryGetValue(word, out var broken))
        {
            output.Append(word);
            return;
        }
        // The word's own capitals are kept.
        var i = 0;
        foreach (var letter in broken)
        {
            output.Append(letter == '\u00AD' ? letter : word[i++]);
        }
    }

    // Whether the space at this index binds: 6|maj, maj|2024, 10|%, § |4, 123|45.
    private bool IsBound(ReadOnlySpan<char> text, int space)
    {
        var before = LastWord(text[..space]);
        var after = FirstWord(text[(space + 1)..]);
        if (before.IsEmpty || after.IsEmpty)
        {
            return false;
        }
        if (IsNumber(before))
        {
            return IsMonth(after) || Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(after)
                || (before.Length == 3 && after.Length == 2 && IsNumber(after));
        }
        return IsNumber(after) && (IsMonth(before) || before is "§");
    }

    private bool IsMonth(ReadOnlySpan<char> word) => _months.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool IsNumber(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(WordStarts) + 1)..];

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '%'))
        {
            end++;
        }
        return text[..end];
    }
}
