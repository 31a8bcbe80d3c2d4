using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Words;

/// <summary>TR701: words that neither hunspell's dictionary nor the guide itself knows.</summary>
public sealed class Spelling
{
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _wrong;
    private readonly ImmutableHashSet<string> _asked;

    private Spelling(SpellingAnswers answers, ImmutableHashSet<string> asked)
    {
        (_wrong, Fault, _asked) = (answers.Wrong, answers.Fault, asked);
    }

    /// <summary>Why not all words were looked up; null where they were.</summary>
    public string? Fault { get; }

    /// <summary>Looks up the words of a guide.</summary>
    /// <param name="words">The guide.</param>
    /// <param name="ask">Asks a dictionary, which answers for each word that it does not know.</param>
    public static Spelling Of(GuideWording words, Func<ImmutableArray<string>, SpellingAnswers> ask)
    {
        var known = new OwnWords(words.Guide);
        var asked = words.Passages().Where(p => p.Wording.Kind != WordingKind.Fact).SelectMany(p => Token.Of(p.Passage).Select(t => t.Word)
                .Concat(SplitWords.Candidates(p.Passage, words.Guide.Language)))
            .Where(w => !known.Has(w)).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new(asked.IsEmpty ? new(ImmutableDictionary<string, ImmutableArray<string>>.Empty, null) : ask(asked), [.. asked]);
    }

    /// <summary>Whether halves put together are a word: one of the dictionary, or of the guide's own list.</summary>
    public bool IsWord(string word) => Fault is null && _asked.Contains(word) && !_wrong.ContainsKey(word);

    /// <summary>Each misspelt word where it stands.</summary>
    public IEnumerable<Diagnostic> Find(GuideWording words)
    {
        foreach (var (wording, passage) in words.Passages().Where(p => p.Wording.Kind != WordingKind.Fact))
        {
            foreach (var token in Token.Of(passage).Where(t => _wrong.ContainsKey(t.Word)))
            {
                yield return new(Codes.Misspelt, wording.At(passage, token.Start, token.Length), ("word", token.Word),
                    ("suggestion", Suggestion(words.Guide.Language, _wrong[token.Word])));
            }
        }
    }

    private static string Suggestion(Language language, ImmutableArray<string> names) =>
        names.IsEmpty ? "" : language.Fill("did_you_mean", ("names", string.Join(", ", names.Select(language.Quoted))));
}

/// <summary>Words that are right because the guide says so: its list, its names and its facts, with the endings that words may have.</summary>
internal sealed class OwnWords
{
    private readonly ImmutableHashSet<string> _words;
    private readonly ImmutableHashSet<string> _endings;
    private readonly int _longestEnding;

    public OwnWords(Guide guide)
    {
        var names = guide.Steps.Select(s => s.Name).Concat(guide.Terms.Select(t => t.Name)).Concat(guide.Resources.Select(r => r.Title))
            .Concat(guide.Facts.Select(f => f.Value)).Concat(guide.Words.Synonyms.Values).Append(guide.Site.Title);
        _words =
        [
            .. names.SelectMany(n => Token.Of(Passage.OfPlain(n, ImmutableDictionary<string, string>.Empty))).Select(t => t.Word)
                .Concat(guide.Words.Own).Concat(guide.Words.Hyphenation.Keys).Concat(guide.Words.Compounds.Select(c => c.Replace("|", "", StringComparison.Ordinal)))
                .Select(w => w.ToLowerInvariant()),
        ];
        _endings = [.. guide.Language.Search("endings").Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(guide.Language.NameEndings)];
        _longestEnding = _endings.Max(e => e.Length);
    }

    /// <summary>Whether a word is one of them, in any case of letters.</summary>
    public bool Has(string word)
    {
        var lower = word.ToLowerInvariant();
        return _words.Contains(lower) || Enumerable.Range(1, Math.Min(_longestEnding, lower.Length - 1))
            .Any(n => _endings.Contains(lower[^n..]) && _words.Contains(lower[..^n]));
    }
}
