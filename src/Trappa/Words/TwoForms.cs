using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Words;

/// <summary>
/// TR722: one word in two forms, with and without a hyphen, in other capitals within it, or written as two. The guide's own
/// form is the one in a name; else the one that stands more often.
/// </summary>
internal static class TwoForms
{
    private const int ShortestWord = 3, ShortestPart = 3;

    private sealed record Seen(Wording Wording, Passage Passage, int Start, int Length, string Form);

    public static IEnumerable<Diagnostic> Find(GuideWording words)
    {
        var named = Names(words.Guide);
        var seen = words.Passages().Where(p => p.Wording.Kind != WordingKind.Fact)
            .SelectMany(p => Token.Of(p.Passage).Select(t => new Seen(p.Wording, p.Passage, t.Start, t.Length, Form(t.Word)))).ToList();
        var groups = seen.GroupBy(s => Key(s.Form), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var own = groups.ToDictionary(g => g.Key, g => Own(g.Value, named), StringComparer.Ordinal);
        return groups.Where(g => g.Key.Length >= ShortestWord).SelectMany(g => g.Value.Where(s => s.Form != own[g.Key]))
            .Concat(Apart(seen, own)).Select(s => new Diagnostic(Codes.TwoForms, s.Wording.At(s.Passage, s.Start, s.Length),
                ("text", s.Passage.Words.Substring(s.Start, s.Length)), ("form", own[Key(s.Form)])));
    }

    private static string Own(List<Seen> seen, ImmutableHashSet<string> named) => seen.GroupBy(s => s.Form, StringComparer.Ordinal)
        .OrderByDescending(g => named.Contains(g.Key)).ThenByDescending(g => g.Count()).First().Key;

    // Two words that together are a third one of the guide.
    private static IEnumerable<Seen> Apart(List<Seen> seen, Dictionary<string, string> own)
    {
        for (var i = 1; i < seen.Count; i++)
        {
            var (first, second) = (seen[i - 1], seen[i]);
            if (ReferenceEquals(first.Passage, second.Passage) && second.Start == first.Start + first.Length + 1
                && first.Passage.Words[second.Start - 1] == ' ' && first.Form.Length >= ShortestPart && second.Form.Length >= ShortestPart
                && char.IsLower(second.Passage.Words[second.Start]) && own.ContainsKey(Key(first.Form + second.Form)))
            {
                yield return new(first.Wording, first.Passage, first.Start, second.Start + second.Length - first.Start, first.Form + second.Form);
            }
        }
    }

    private static ImmutableHashSet<string> Names(Guide guide) =>
    [
        .. guide.Steps.Select(s => s.Name).Concat(guide.Terms.Select(t => t.Name)).Concat(guide.Resources.Select(r => r.Title)).Concat(guide.Facts.Select(f => f.Value))
            .SelectMany(n => Token.Of(Passage.OfPlain(n, ImmutableDictionary<string, string>.Empty))).Select(t => Form(t.Word)),
    ];

    // A capital first may be a sentence's or a name's, and is no other form.
    private static string Form(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    // An apostrophe makes another word: its, it's.
    private static string Key(string form) => string.Concat(form.Where(c => char.IsLetter(c) || c == '\'')).ToLowerInvariant();
}
