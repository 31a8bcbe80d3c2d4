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

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsLetterOrDigit(letter) && letter is not ('-' or '_' or '.' or '\u0308' or '\u030A'))
            {
                return false;
            }
        }
        return true;
    }
}
