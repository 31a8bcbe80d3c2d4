using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Trappa.Parse.Facts;

/// <summary>Parses <see cref="FactInline"/>: two braces, a name of letters, digits and hyphens, two braces.</summary>
public sealed class FactInlineParser : InlineParser
{
    // No name is this long. It bounds the search for the end of each of a row of braces.
    private const int LongestName = 200;

    /// <summary>A parser that opens at a brace.</summary>
    public FactInlineParser() => OpeningCharacters = ['{'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Read(slice.AsSpan()) is not { } fact)
        {
            return false;
        }
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new FactInline
        {
            Name = fact.Name,
            Span = new SourceSpan(start, start + fact.Length - 1),
            Line = line,
            Column = column,
        };
        slice.Start += fact.Length;
        return true;
    }

    /// <summary>The fact that a text begins with: its name, and its length with the braces; null where there is none.</summary>
    public static (string Name, int Length)? Read(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("{{", StringComparison.Ordinal))
        {
            return null;
        }
        var end = text[..Math.Min(text.Length, LongestName)].IndexOf("}}", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }
        var name = text[2..end].Trim();
        return name.IsEmpty || !IsName(name) ? null : (name.ToString(), end + 2);
    }

    /// <summary>
    /// Length of what is meant for a fact and is none, so that readers would see the braces: two of them with one or none at the
    /// end, without a name, or with more than one word. 0 where nothing like a name follows, as in what another program is to read.
    /// </summary>
    public static int Broken(ReadOnlySpan<char> text)
    {
        var start = 2 + (text[2..].Length - text[2..].TrimStart(' ').Length);
        var end = start;
        while (end < text.Length && IsOfName(text[end]))
        {
            end++;
        }
        var at = end;
        while (at < text.Length && (text[at] == ' ' || IsOfName(text[at])))
        {
            at++;
        }
        var isClosed = at < text.Length && text[at] == '}';
        return end == start || char.IsLetter(text[start])
            ? isClosed ? at + (text[at..] is ['}', '}', ..] ? 2 : 1) : end == start ? 0 : end
            : 0;
    }

    /// <summary>Length of a fact in more than two braces, so that readers would see the others; 0 where the text does not begin with one.</summary>
    public static int Wrapped(ReadOnlySpan<char> text)
    {
        var before = text.Length - text.TrimStart('{').Length - 2;
        if (before < 1 || Read(text[before..]) is not { } fact)
        {
            return 0;
        }
        var end = before + fact.Length;
        while (end < text.Length && text[end] == '}')
        {
            end++;
        }
        return end;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!IsOfName(letter))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '\u0308' or '\u030A';
}
