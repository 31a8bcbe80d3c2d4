using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Parse.Facts;

namespace Trappa.Check;

/// <summary>TR220: braces that are meant for a fact and hold none. Readers would see them. A backslash before them says that they are to be seen.</summary>
internal static class BrokenFacts
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Guide.Texts().SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(Prose prose)
    {
        foreach (var literal in prose.Marked.OfType<LiteralInline>())
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
