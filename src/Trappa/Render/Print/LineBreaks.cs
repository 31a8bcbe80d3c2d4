using System.Collections.Frozen;

namespace Trappa.Render.Print;

/// <summary>
/// Where a line may end, as Chromium has it (UAX 14 with its own table for ASCII): the table in <c>linebreaks.txt</c>
/// was asked of the browser, pair by pair.
/// </summary>
internal sealed class LineBreaks
{
    private readonly FrozenDictionary<char, int> _classes;
    private readonly string[] _rows;
    private readonly int _letter;
    private readonly int _digit;

    private LineBreaks(string characters, string[] rows)
    {
        _classes = characters.Select((c, i) => KeyValuePair.Create(c, i)).ToFrozenDictionary();
        _rows = rows;
        _letter = _classes['A'];
        _digit = _classes['1'];
    }

    /// <summary>The table that comes with the program.</summary>
    public static LineBreaks Read()
    {
        var lines = PrintData.Lines("linebreaks.txt").ToList();
        return new(lines[0][1..], [.. lines.Skip(1).Select(l => l[1..])]);
    }

    /// <summary>Whether a line may end before the character at a place of a text; the text has no double spaces.</summary>
    public bool IsBefore(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (before is ' ' or '\u00AD' or '\u200B')
        {
            return after != ' ';
        }
        if (after is ' ' or '\u00AD' || IsGlue(before) || IsGlue(after))
        {
            return false;
        }
        // A minus stays with its number, and a hyphen that begins a word with the word (UAX 14, LB20a, LB25).
        if (before is '-' or '\u2010' && char.IsLetterOrDigit(after) && (at < 2 || text[at - 2] is ' ' or '\u00A0'))
        {
            return false;
        }
        return _rows[Class(before)][Class(after)] == '/';
    }

    private static bool IsGlue(char character) => character is '\u00A0' or '\u202F' or '\u2011' or '\u2060' or '\uFEFF';

    private int Class(char character) => _classes.TryGetValue(character, out var own) ? own
        : char.IsDigit(character) ? _digit : _letter;
}
