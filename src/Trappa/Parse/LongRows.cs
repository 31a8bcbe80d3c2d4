using System.Text;

namespace Trappa.Parse;

/// <summary>Lines that begin with more marks of quotes and lists than any writer means.</summary>
internal static class LongRows
{
    /// <summary>
    /// A text whose lines begin with no more marks than this, or null where none begins with more. The lines keep their
    /// numbers and the words after the marks.
    /// </summary>
    /// <param name="text">Markdown.</param>
    /// <param name="most">How many marks of block quotes and list items a line keeps (CommonMark 5.1 and 5.2).</param>
    public static string? Cut(string text, int most)
    {
        StringBuilder? shorter = null;
        var kept = 0;
        for (var line = 0; line < text.Length;)
        {
            var (at, count, cut) = (line, 0, line);
            while (Mark(text.AsSpan(at)) is > 0 and var length)
            {
                at += length;
                if (++count == most)
                {
                    cut = at;
                }
            }
            if (count > most)
            {
                (shorter ??= new()).Append(text, kept, cut - kept);
                kept = at;
            }
            line = text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;
        }
        return shorter?.Append(text, kept, text.Length - kept).ToString();
    }

    // How long a mark of a quote or an item is, with the space around it; 0 where there is none.
    private static int Mark(ReadOnlySpan<char> text)
    {
        var at = Spaces(text);
        var digits = at;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }
        if (digits < text.Length && (digits > at ? text[digits] is '.' or ')' : text[digits] is '>' or '-' or '+' or '*'))
        {
            var after = digits + 1;
            var spaces = after < text.Length ? Spaces(text[after..]) : 0;
            return spaces > 0 || text[digits] == '>' ? after + spaces : 0;
        }
        return 0;
    }

    private static int Spaces(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(' ', '\t');
        return end < 0 ? text.Length : end;
    }
}
