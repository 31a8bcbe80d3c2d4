using YamlDotNet.Core.Events;

namespace Trappa.Parse;

/// <summary>
/// Lines that are meant as items of a list and are none. YAML takes a line that is indented more than the value above for
/// more of that value (YAML 1.2 §7.3.3), whatever it begins with: readers would see the hyphen, and one item in place of two.
/// </summary>
internal static class ListMarks
{
    /// <summary>The first such line of a value without quotation marks: its number (from 0), where in it the mark is, and how long.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="scalar">The value.</param>
    public static (int Line, int Start, int Length)? Within(string text, Scalar scalar)
    {
        var (number, hasNumbers, doubtful) = (0, false, default((int, int, int)?));
        foreach (var line in text.AsSpan((int)scalar.Start.Index, (int)(scalar.End.Index - scalar.Start.Index)).EnumerateLines())
        {
            var start = line.Length - line.TrimStart(' ').Length;
            var length = Length(line[start..]);
            var isNumber = length > 0 && char.IsAsciiDigit(line[start]);
            if (number == 0)
            {
                // A sentence may begin with a dash or a number. Where the next line does too, it is a list.
                (hasNumbers, doubtful) = (isNumber, length > 0 ? (0, 0, length) : null);
            }
            else if (length > 0 && (!isNumber || hasNumbers))
            {
                return doubtful ?? (number, start, length);
            }
            number++;
        }
        return null;
    }

    /// <summary>Length of what a line begins with if that is the mark of an item, as YAML or a program for letters has it; else 0.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        if (line.Length < 2)
        {
            return 0;
        }
        if (line[0] is '-' or '–' or '—' or '•' or '·' or '*')
        {
            return line[1] is ' ' or '\t' or '\u00A0' || (line[0] is '-' or '•' or '·' && char.IsLetter(line[1])) ? 1 : 0;
        }
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? digits + 1 : 0;
    }
}
