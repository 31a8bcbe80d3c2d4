using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Trappa.Parse.Facts;

/// <summary>Parses <see cref="FactInline"/>: two braces, a name of letters, digits and hyphens, two braces.</summary>
public sealed class FactInlineParser : InlineParser
{
    /// <summary>A parser that opens at a brace.</summary>
    public FactInlineParser() => OpeningCharacters = ['{'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("{{", StringComparison.Ordinal))
        {
            return false;
        }
        var end = text.IndexOf("}}", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }
        var name = text[2..end].Trim();
        if (name.IsEmpty || !IsName(name))
        {
            return false;
        }
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new FactInline
        {
            Name = name.ToString(),
            Span = new SourceSpan(start, start + end + 1),
            Line = line,
            Column = column,
        };
        slice.Start += end + 2;
        return true;
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
