using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR221: words in brackets and an address in parentheses that a space keeps from being a link (CommonMark 0.31 §6.3), so
/// that readers would see both.
/// </summary>
internal static class AlmostLinks
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var language = input.Guide.Language;
        HashSet<string> words =
        [
            language.Reference("step"), language.Reference("quote"), language.Reference("term"), language.Reference("resource"), language.Reference("page"),
            .. References.SafeSchemes,
        ];
        return input.Guide.Texts().SelectMany(t => Check(t, words));
    }

    private static IEnumerable<Diagnostic> Check(Prose prose, HashSet<string> words)
    {
        var text = prose.Text.Text;
        foreach (var literal in prose.Marked.OfType<LiteralInline>())
        {
            for (var close = Close(text, literal.Span.Start, literal.Span.End); close >= 0; close = Close(text, close + 1, literal.Span.End))
            {
                if (End(text, close, words) is { } end && Start(text, close) is { } start)
                {
                    yield return new(Codes.AlmostLink, prose.Text.At(start, end - start), ("text", text[start..end]));
                }
            }
        }
    }

    private static int Close(string text, int from, int last) =>
        Math.Min(last + 1, text.Length) is var end && from < end ? text.IndexOf(']', from, end - from) : -1;

    private static int? Start(string text, int close)
    {
        var open = text.LastIndexOf('[', close);
        return open < 0 || text.IndexOf('\n', open, close - open) >= 0 ? null : open;
    }

    // After the parenthesis that ends it, where what stands within is an address.
    private static int? End(string text, int close, HashSet<string> words)
    {
        var rest = text.AsSpan(close + 1).TrimStart(" \t");
        var line = rest.IndexOf('\n') is var found && found < 0 ? rest : rest[..found];
        if (!line.StartsWith('(') || line.IndexOf(')') is not (> 0 and var end))
        {
            return null;
        }
        var address = line[1..end].Trim();
        var isAddress = address.IndexOf(':') is > 0 and var colon ? words.Contains(address[..colon].TrimEnd().ToString())
            : address.EndsWith(".md", StringComparison.Ordinal) && !address.Contains(' ');
        return isAddress ? text.Length - rest.Length + end + 1 : null;
    }
}
