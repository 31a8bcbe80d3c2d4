using Trappa.Diagnostics;

namespace Trappa.Words;

/// <summary>TR720, TR721: words that the guide's list says to avoid, and words that readers use where the guide has one of its own.</summary>
internal static class ChosenWords
{
    public static IEnumerable<Diagnostic> Find(GuideWording words)
    {
        var list = words.Guide.Words;
        var avoid = list.Avoid.Select(p => (Code: Codes.WordToAvoid, Word: p.Key, Better: p.Value));
        // What readers say in several words (to join, to turn up) is how they ask, and no other name for a thing.
        var synonyms = list.Synonyms.Where(p => !list.Avoid.ContainsKey(p.Key) && !p.Key.Contains(' ', StringComparison.Ordinal)).Select(p => (Code: Codes.SynonymInText, Word: p.Key, Better: p.Value));
        var pairs = avoid.Concat(synonyms).ToList();
        return from text in words.Passages()
               where text.Wording.Kind != WordingKind.Fact
               from pair in pairs
               from at in Phrases.Find(text.Passage, pair.Word, StringComparison.OrdinalIgnoreCase)
               select new Diagnostic(pair.Code, text.Wording.At(text.Passage, at.Start, at.Length),
                   ("word", text.Passage.Words.Substring(at.Start, at.Length)), ("better", pair.Better));
    }
}
