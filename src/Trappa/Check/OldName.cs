using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Words;

namespace Trappa.Check;

/// <summary>
/// TR395: the old name of a step that has been renamed, where it still stands in a text. Old names are known from the
/// addresses that steps had before and from frozen editions. A name begins with a capital; a word that means the same
/// in a sentence does not.
/// </summary>
internal static class OldName
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var language = input.Guide.Language;
        var old = Known(input.Guide);
        if (old.Count == 0)
        {
            yield break;
        }
        var longest = old.Keys.Max(slug => slug.Count(c => c == '-')) + 1;
        foreach (var wording in input.Wordings)
        {
            foreach (var passage in wording.Passages)
            {
                var tokens = Token.Of(passage).ToList();
                for (var i = 0; i < tokens.Count; i++)
                {
                    for (var n = Math.Min(longest, tokens.Count - i); n > 0 && char.IsUpper(tokens[i].Word[0]); n--)
                    {
                        var length = tokens[i + n - 1].Start + tokens[i + n - 1].Length - tokens[i].Start;
                        var text = passage.Words.Substring(tokens[i].Start, length);
                        if (passage.IsWritten(tokens[i].Start, length) && old.TryGetValue(language.Slug(text), out var now))
                        {
                            yield return new(Codes.OldName, wording.At(passage, tokens[i].Start, length), ("old", text), ("name", now));
                            break;
                        }
                    }
                }
            }
        }
    }

    // Slug of the old name → the name now.
    private static Dictionary<string, string> Known(Guide guide)
    {
        var language = guide.Language;
        var now = guide.Steps.SelectMany(s => new[] { s.Slug, language.Slug(s.Name) }).ToHashSet(StringComparer.Ordinal);
        var moves = Moves.Of(guide);
        var byAddress = guide.Steps.DistinctBy(s => s.Address, StringComparer.Ordinal).ToDictionary(s => s.Address, s => s.Name, StringComparer.Ordinal);
        var named = from edition in guide.Frozen
                    from step in edition.Guide.Steps
                    where byAddress.ContainsKey(moves.GetValueOrDefault(step.Address, ""))
                    select (Slug: language.Slug(step.Name), Name: byAddress[moves[step.Address]]);
        var aliases = from step in guide.Steps
                      from alias in step.Aliases
                      select (Slug: Moves.NameIn(alias.Value, language), step.Name);
        // A step whose file kept its name may have another one on its page: its slug is no old name of it then.
        return aliases.Concat(named).Where(o => o.Slug.Length > 0 && !guide.Steps.Any(s => language.Slug(s.Name) == o.Slug)
                && (!now.Contains(o.Slug) || named.Any(n => n.Slug == o.Slug)))
            .DistinctBy(o => o.Slug, StringComparer.Ordinal).ToDictionary(o => o.Slug, o => o.Name, StringComparer.Ordinal);
    }
}
