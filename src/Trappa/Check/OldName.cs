using System.Globalization;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>TR395: a text with the name that a step had in the latest frozen edition, and has no longer.</summary>
internal static class OldName
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        if (input.Guide.Frozen is not [.., var latest])
        {
            return [];
        }
        var moves = Moves.Of(input.Guide);
        var now = input.Guide.Steps.ToDictionary(s => s.Address, s => s.Name, StringComparer.Ordinal);
        var renamed = latest.Guide.Steps
            .Select(s => (Old: s.Name, New: now.GetValueOrDefault(moves.GetValueOrDefault(s.Address, s.Address))))
            .Where(n => n.New is not null && n.Old.Length > 0 && !now.ContainsValue(n.Old)).ToList();
        return renamed.Count == 0 ? [] : input.Guide.Texts().SelectMany(t => renamed.SelectMany(n => In(t, n.Old, n.New!)));
    }

    private static IEnumerable<Diagnostic> In(Prose text, string old, string name) => text.Marked.OfType<LiteralInline>().SelectMany(literal =>
        Starts(literal.Content.ToString(), old).Select(at => new Diagnostic(
            Codes.OldName, text.Text.At(literal.Span.Start + at, old.Length), ("old", old), ("name", name))));

    // Where it is a word, or words, by itself: as a part of another it is another.
    private static IEnumerable<int> Starts(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsLetter(text[at - 1])) && (at + name.Length == text.Length || !IsLetter(text[at + name.Length])))
            {
                yield return at;
            }
        }
    }

    private static bool IsLetter(char sign) => char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;
}
