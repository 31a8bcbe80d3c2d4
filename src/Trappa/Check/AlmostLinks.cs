using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR221: words in brackets and an address in parentheses that a space, or a bracket or parenthesis that is missing, keeps
/// from being a link (CommonMark 0.31 §6.3), so that readers would see both.
/// </summary>
internal static class AlmostLinks
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var language = input.Guide.Language;
        string[] own = [language.Reference("step"), language.Reference("quote"), language.Reference("term"), language.Reference("resource"), language.Reference("page")];
        // In small letters alone: "(Tel: 08-12 34 56)" is no address.
        string[] words = [.. own, .. LinkParts.SafeSchemes];
        return input.Texts.SelectMany(t => Check(t, words).Concat(Unclosed(t, own)));
    }

    private static IEnumerable<Diagnostic> Check(Prose prose, string[] words)
    {
        var text = prose.Text.Text;
        foreach (var close in prose.SignsOf(']'))
        {
            if (End(text, close, words) is { } end && Words(text, close) is { } start)
            {
                yield return new(Codes.AlmostLink, prose.Text.At(start, end - start), ("text", text[start..end]));
            }
        }
    }

    // A parenthesis that begins as a link's does, and its bracket or its end is not there.
    private static IEnumerable<Diagnostic> Unclosed(Prose prose, string[] own)
    {
        var text = prose.Text.Text;
        foreach (var open in prose.SignsOf('('))
        {
            if ((open > 0 && text[open - 1] == '\\') || !own.Any(w => Begins(text.AsSpan(open + 1), w)))
            {
                continue;
            }
            var end = text.AsSpan(open + 1).IndexOfAny(" \t\n)") is var found && found < 0 ? text.Length : open + 1 + found;
            var isClosed = end < text.Length && text[end] == ')';
            var close = text.AsSpan(0, open).TrimEnd().Length - 1;
            var words = close >= 0 && text[close] == ']' ? Words(text, close) : Words(text, open);
            // Words in whole brackets before a whole parenthesis are told of above.
            if (!isClosed || words is null || text[close] != ']')
            {
                var start = words is { } bracket && text.IndexOf(')', bracket, open - bracket) < 0 ? bracket : open;
                var length = end + (isClosed ? 1 : 0) - start;
                yield return new(Codes.AlmostLink, prose.Text.At(start, length), ("text", text.Substring(start, length)));
            }
        }
    }

    private static bool Begins(ReadOnlySpan<char> address, string word) => address.Length > word.Length + 1
        && address.StartsWith(word, StringComparison.Ordinal) && address[word.Length] == ':' && char.IsLetterOrDigit(address[word.Length + 1]);

    // Where the words in brackets begin that end at a place.
    private static int? Words(string text, int close)
    {
        var open = text.LastIndexOf('[', close);
        return open < 0 || text.AsSpan(open, close - open).ContainsAny('\n', ']') ? null : open;
    }

    // After the parenthesis that ends it, where what stands within is an address.
    private static int? End(string text, int close, string[] words)
    {
        var rest = text.AsSpan(close + 1).TrimStart(" \t");
        var line = rest.IndexOf('\n') is var found && found < 0 ? rest : rest[..found];
        if (!line.StartsWith('(') || line.IndexOf(')') is not (> 0 and var end) || line[1..end].ContainsAny('(', ']'))
        {
            return null;
        }
        var address = line[1..end].Trim();
        var isAddress = address.IndexOf(':') is > 0 and var colon ? words.Contains(address[..colon].TrimEnd().ToString(), StringComparer.Ordinal)
            : address.EndsWith(".md", StringComparison.Ordinal) && !address.Contains(' ');
        return isAddress ? text.Length - rest.Length + end + 1 : null;
    }
}
