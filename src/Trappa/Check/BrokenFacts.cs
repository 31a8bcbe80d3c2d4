using System.Collections.Immutable;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Parse.Facts;

namespace Trappa.Check;

/// <summary>
/// TR220: braces that are meant for a fact and hold none, or the name of one between single braces or three. Readers would see
/// them.
/// A backslash before them says that they are to be seen.
/// </summary>
internal static class BrokenFacts
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Texts.SelectMany(t => Check(t).Concat(Single(t, input.Guide.Facts)));

    private static IEnumerable<Diagnostic> Single(Prose prose, ImmutableArray<Fact> facts)
    {
        var text = prose.Text.Text;
        foreach (var at in prose.SignsOf('{'))
        {
            var isAlone = at == 0 || text[at - 1] is not ('{' or '\\');
            if (isAlone && text.IndexOf('}', at) is > 0 and var end && facts.Any(f => text.AsSpan(at + 1, end - at - 1).Trim().SequenceEqual(f.Name)))
            {
                // A second brace at the end belongs to it.
                var length = end + 1 - at + (end + 1 < text.Length && text[end + 1] == '}' ? 1 : 0);
                yield return new(Codes.BrokenFact, prose.Text.At(at, length), ("text", text.Substring(at, length)));
            }
            else if (isAlone && FactInlineParser.Wrapped(text.AsSpan(at)) is > 0 and var whole)
            {
                yield return new(Codes.BrokenFact, prose.Text.At(at, whole), ("text", text.Substring(at, whole)));
            }
        }
    }

    private static IEnumerable<Diagnostic> Check(Prose prose)
    {
        if (!prose.Text.Text.Contains("{{", StringComparison.Ordinal))
        {
            yield break;
        }
        foreach (var literal in prose.Literals)
        {
            if (!literal.Content.AsSpan().Contains("{{", StringComparison.Ordinal))
            {
                continue;
            }
            var words = literal.Content.ToString();
            for (var at = words.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = words.IndexOf("{{", at + 2, StringComparison.Ordinal))
            {
                // As it is written: signs within a name may have cut the words in two.
                var start = literal.Span.Start + at;
                if (prose.Text.Text.AsSpan(Math.Min(start, prose.Text.Text.Length)) is var text && text.StartsWith("{{", StringComparison.Ordinal)
                    && FactInlineParser.Broken(text) is > 0 and var length)
                {
                    yield return new(Codes.BrokenFact, prose.Text.At(start, length), ("text", prose.Text.Text.Substring(start, length)));
                }
            }
        }
    }
}
