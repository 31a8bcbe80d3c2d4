using System.Collections.Immutable;
using System.Text;
using Trappa.Diagnostics;
using Trappa.Languages;

namespace Trappa.Words;

/// <summary>
/// TR703–TR708: what is left in a text that was pasted from a program for letters, and the signs that should stand there.
/// Only what is written as words is looked at: no code, no address, no name of a fact, no mark of Markdown.
/// </summary>
internal static class Typography
{
    private const char Dash = '–';

    /// <summary>What should change in a text, in its order and without overlaps.</summary>
    /// <param name="wording">The text.</param>
    /// <param name="language">Whose quotation marks it has.</param>
    /// <param name="isWord">Whether a word is one, for words that were split at the end of a line.</param>
    public static ImmutableArray<Correction> Of(Wording wording, Language language, Func<string, bool> isWord)
    {
        var found = wording.Passages.SelectMany(p => new Reading(wording.Text.Text, p, language).Corrections()
                .Concat(SplitWords.Of(wording.Text.Text, p, language, isWord)))
            .Where(c => !BeginsLine(wording, c)).Concat(Bullets.Of(wording)).OrderBy(c => c.Start).ThenByDescending(c => c.Length);
        var kept = ImmutableArray.CreateBuilder<Correction>();
        foreach (var correction in found)
        {
            if (kept.Count == 0 || correction.Start >= kept[^1].End)
            {
                kept.Add(correction);
            }
        }
        return kept.ToImmutable();
    }

    // A hyphen that begins a line of a field is an item of a list, though one in the wrong column: a dash would hide that.
    private static bool BeginsLine(Wording wording, Correction correction) => correction.Better == Dash.ToString()
        && correction.Start > 1 && wording.Text.At(correction.Start, 1).Line != wording.Text.At(correction.Start - 2, 1).Line;

    /// <summary>A text with its corrections made.</summary>
    public static string Corrected(string text, IEnumerable<Correction> corrections)
    {
        var corrected = new StringBuilder(text.Length);
        var done = 0;
        foreach (var correction in corrections)
        {
            corrected.Append(text, done, correction.Start - done).Append(correction.Better);
            done = correction.End;
        }
        return corrected.Append(text, done, text.Length - done).ToString();
    }

    private sealed class Reading
    {
        private readonly string _text;
        private readonly string _marks;
        private readonly ImmutableArray<int> _offsets;
        private readonly HashSet<int> _written;

        public Reading(string text, Passage passage, Language language)
        {
            _text = text;
            _marks = language.QuotationMarks;
            _offsets = [.. Enumerable.Range(0, passage.Words.Length).Where(i => passage.Offsets[i] >= 0 && text[passage.Offsets[i]] == passage.Words[i]).Select(i => passage.Offsets[i])];
            _written = [.. _offsets];
        }

        public IEnumerable<Correction> Corrections() => _offsets.Select(At).OfType<Correction>().Concat(QuotationMarks());

        private Correction? At(int at)
        {
            var sign = _text[at];
            if (Signs.IsInvisible(sign))
            {
                return new(Codes.InvisibleSign, at, 1, "");
            }
            if (Signs.IsOddSpace(sign) || sign == ' ')
            {
                return Space(at);
            }
            if (Signs.Ligature(sign) is { } letters)
            {
                return new(Codes.LettersDrawnTogether, at, 1, letters);
            }
            return sign switch
            {
                '-' when Is(at - 1, ' ') && Is(at + 1, ' ') => new(Codes.WrongSign, at, 1, Dash.ToString()),
                '-' when Is(at - 1, ' ') && Is(at + 1, '-') && Is(at + 2, ' ') => new(Codes.WrongSign, at, 2, Dash.ToString()),
                '.' when Is(at + 1, '.') && Is(at + 2, '.') && !Is(at + 3, '.') && !Is(at - 1, '.') => new(Codes.WrongSign, at, 3, "…"),
                _ when Signs.IsOddHyphen(sign) => new(Codes.WrongSign, at, 1, "-"),
                _ when Signs.IsOddApostrophe(sign) && IsLetter(at - 1) && IsLetter(at + 1) && sign != _marks[3] => new(Codes.WrongSign, at, 1, _marks[3].ToString()),
                _ => Composed(at),
            };
        }

        private Correction? Composed(int at) => IsLetter(at) && Written(at + 1) && Signs.Composed(_text[at], _text[at + 1]) is { } whole
            ? new(Codes.LettersDrawnTogether, at, 2, whole.ToString()) : null;

        // The first of a row of spaces speaks for all of them.
        private Correction? Space(int at)
        {
            if (IsSpace(at - 1))
            {
                return null;
            }
            var end = at + 1;
            while (IsSpace(end))
            {
                end++;
            }
            var isOdd = _text.AsSpan(at, end - at).ContainsAnyExcept(' ');
            if (end == at + 1 && Signs.IsSpaceOfNumbers(_text[at]) && (IsDigit(at - 1) || IsDigit(end)))
            {
                return null;
            }
            if (end == _text.Length || _text[end] == '\n' || at == 0 || _text[at - 1] == '\n')
            {
                return isOdd ? new(Codes.OddSpace, at, end - at, "") : null;
            }
            if (_text[end] is ',' or '.' && Written(end) && (end + 1 == _text.Length || char.IsWhiteSpace(_text[end + 1])) && char.IsLetterOrDigit(_text[at - 1]))
            {
                return new(Codes.OddSpace, at, end - at, "");
            }
            return isOdd || end > at + 1 ? new(Codes.OddSpace, at, end - at, " ") : null;
        }

        // Marks that open and close by turns are exchanged for the language's; if one is alone, nobody knows what it means.
        private IEnumerable<Correction> QuotationMarks()
        {
            var marks = _offsets.Where(at => Signs.IsQuotationMark(_text[at])).ToList();
            if (marks.Count % 2 == 1 || marks.Where((at, i) => i % 2 == 0 ? !Opens(at) : !Closes(at)).Any())
            {
                return [];
            }
            return marks.Select((at, i) => new Correction(Codes.WrongSign, at, 1, _marks[i % 2].ToString())).Where(c => _text[c.Start] != c.Better[0]);
        }

        private bool Opens(int at) => IsBoundary(Beside(at, -1)) && !IsBlank(Beside(at, 1));

        private bool Closes(int at) => !IsBlank(Beside(at, -1)) && IsBoundary(Beside(at, 1));

        // The next sign that is no mark of emphasis.
        private char Beside(int at, int step)
        {
            for (at += step; at >= 0 && at < _text.Length; at += step)
            {
                if (_text[at] is not ('*' or '_' or '~') || Written(at))
                {
                    return _text[at];
                }
            }
            return '\n';
        }

        private static bool IsBlank(char sign) => char.IsWhiteSpace(sign);

        private static bool IsBoundary(char sign) => IsBlank(sign) || (!char.IsLetterOrDigit(sign) && !Signs.IsQuotationMark(sign));

        private bool Written(int at) => _written.Contains(at);

        private bool Is(int at, char sign) => at >= 0 && at < _text.Length && _text[at] == sign && Written(at);

        private bool IsSpace(int at) => Written(at) && (_text[at] == ' ' || Signs.IsOddSpace(_text[at]));

        private bool IsLetter(int at) => Written(at) && char.IsLetter(_text[at]);

        private bool IsDigit(int at) => at >= 0 && at < _text.Length && char.IsAsciiDigit(_text[at]);
    }
}
