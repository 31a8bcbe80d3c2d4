namespace Trappa.Parse;

/// <summary>
/// Where in YAML that cannot be read a person made the slip. A scanner notices it later: a name without its colon goes on
/// with the value above, and what begins with a bracket is a list up to the bracket that ends it.
/// </summary>
internal static class YamlSlips
{
    /// <summary>The line (from 1), column (from 1) and length of the first slip, or null where none is seen.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="last">The line that the scanner gave up on; all before it was tried.</param>
    public static (int Line, int Column, int Length)? Find(string text, int last)
    {
        // What is indented more than the value above goes on with it; before the first there is none.
        var (above, block, start) = (int.MaxValue, -1, 0);
        for (var number = 1; number <= last && start <= text.Length; number++)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            var line = text.AsSpan(start, end - start).TrimEnd();
            var indent = line.Length - line.TrimStart(' ').Length;
            if (line.Length > indent && line[indent] != '#' && !(block >= 0 && indent > block))
            {
                var at = AfterHyphens(line, indent, out var hyphen);
                var colon = Colon(line, at);
                if (colon < 0 && hyphen < 0 && !IsBracket(line, at))
                {
                    if (indent <= above)
                    {
                        return Slip(line, indent, number);
                    }
                }
                else
                {
                    above = colon < 0 && hyphen >= 0 ? hyphen : at;
                    var value = colon < 0 ? at : colon + 1 + Blanks(line[(colon + 1)..]);
                    block = value < line.Length && line[value] is '|' or '>' ? above : -1;
                    if (IsBracket(line, value) || (value < line.Length && line[value] is '"' or '\''))
                    {
                        if (End(text, start + value) is not { } close)
                        {
                            return IsBracket(line, value) ? (number, value + 1, 1) : null;
                        }
                        var lines = text.AsSpan(start, close - start).Count('\n');
                        (number, end) = (number + lines, text.IndexOf('\n', close) is var next && next < 0 ? text.Length : next);
                    }
                }
            }
            start = end + 1;
        }
        return null;
    }

    // A colon without its space, or a name without its colon.
    private static (int, int, int) Slip(ReadOnlySpan<char> line, int indent, int number)
    {
        var words = line[indent..];
        var colon = words.IndexOf(':');
        var space = words.IndexOf(' ');
        return colon > 0 ? (number, indent + colon + 1, 1) : (number, indent + 1, space < 0 ? words.Length : space);
    }

    private static int AfterHyphens(ReadOnlySpan<char> line, int at, out int hyphen)
    {
        hyphen = -1;
        while (line[at..].StartsWith("- "))
        {
            hyphen = at;
            at += 1 + Blanks(line[(at + 1)..]);
        }
        return at;
    }

    private static int Blanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart(' ').Length;

    private static bool IsBracket(ReadOnlySpan<char> line, int at) => at < line.Length && line[at] is '[' or '{';

    // The colon after a name: a space or nothing follows it. A value of its own may have any.
    private static int Colon(ReadOnlySpan<char> line, int at)
    {
        if (IsBracket(line, at) || (at < line.Length && line[at] is '"' or '\''))
        {
            return -1;
        }
        for (; at < line.Length; at++)
        {
            if (line[at] == ':' && (at + 1 == line.Length || line[at + 1] == ' '))
            {
                return at;
            }
        }
        return -1;
    }

    // Where a bracket or quotation mark is closed, with nothing after it on its line; null where it is not.
    private static int? End(string text, int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}':
                    depth--;
                    break;
                case '"' or '\'' when depth == 0 || text[at - 1] is ' ' or '[' or '{' or ',' or '\n':
                    at = CloseOf(text, at);
                    break;
            }
            if (depth <= 0)
            {
                return at < text.Length && IsLast(text, at + 1) ? at : null;
            }
        }
        return null;
    }

    private static int CloseOf(string text, int quote)
    {
        for (var at = quote + 1; at < text.Length; at++)
        {
            if (text[at] == '\\' && text[quote] == '"')
            {
                at++;
            }
            else if (text[at] == text[quote])
            {
                return at;
            }
        }
        return text.Length;
    }

    private static bool IsLast(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        var rest = text.AsSpan(at, (end < 0 ? text.Length : end) - at).Trim();
        return rest.IsEmpty || rest[0] is '#' or ':';
    }
}
