using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Trappa.Model;

namespace Trappa.Render.Search;

/// <summary>What leads to passages: a stem, a part of a compound (<c>+</c>), a name by its stems (<c>#</c>) or as it is typed (<c>#=</c>).</summary>
/// <param name="Name">The key, folded.</param>
/// <param name="Forms">What is typed for it, without the key before it.</param>
/// <param name="Places">Passages and weights in <see cref="Weights.Step"/>s, in the order of the guide.</param>
internal sealed record PlacedKey(string Name, SortedSet<string> Forms, List<(int Passage, int Weight)> Places);

/// <summary>Where each word of a guide stands: what the script works out for itself where the index is one file (<c>4-index.js</c>).</summary>
internal sealed class Places(ImmutableArray<Passage> passages, Guide guide, FrozenSet<string> small)
{
    private sealed record Word(string Folded, bool IsSmall, string Stem, ImmutableArray<string> Parts);

    private readonly Vocabulary _vocabulary = new();
    private readonly Dictionary<string, PlacedKey> _keys = new(StringComparer.Ordinal);

    /// <summary>All keys.</summary>
    public IEnumerable<PlacedKey> All()
    {
        var texts = passages.Select(p => (Page: _vocabulary.Numbers(p.Page), Heading: _vocabulary.Numbers(p.Heading), Text: _vocabulary.Numbers(p.Text))).ToList();
        var compounds = Compounds.Of(guide, _vocabulary.Words);
        var words = _vocabulary.Words.Select(w => Known(w, compounds)).ToArray();
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < passages.Length; i++)
        {
            var (passage, (page, heading, text)) = (passages[i], texts[i]);
            var kind = Weights.Kinds[(int)passage.Kind];
            weights.Clear();
            Add(page, Weights.InName(passage.Kind == PassageKind.Page ? Weights.Title : Weights.OfPage, page.Length));
            Add(heading, Weights.InName(passage.Kind == PassageKind.Quote ? Weights.OfPage : Weights.Heading, heading.Length));
            Add(text, Weights.InText(passage.Text.Length));
            foreach (var (key, weight) in weights)
            {
                Key(key).Places.Add((i, Weights.Step(kind * weight)));
            }
            if (passage.Kind != PassageKind.Quote)
            {
                Name(i, kind, [.. (heading.Length > 0 ? heading : page).Select(n => words[n])]);
            }
        }
        return _keys.Values;

        void Add(int[] numbers, double weight)
        {
            foreach (var number in numbers)
            {
                var word = words[number];
                if (word.IsSmall)
                {
                    continue;
                }
                Of(word.Stem) += weight;
                for (var part = 0; part < word.Parts.Length; part++)
                {
                    Of(word.Parts[part]) += weight * (part == word.Parts.Length - 1 ? Weights.LastPart : Weights.OtherPart);
                }
            }
        }

        ref double Of(string key) => ref CollectionsMarshal.GetValueRefOrAddDefault(weights, key, out _);
    }

    private void Name(int passage, double kind, ImmutableArray<Word> name)
    {
        var telling = name.Where(w => !w.IsSmall).ToList();
        var step = Weights.Step(kind);
        Key("#" + string.Join(' ', (telling.Count * 2 >= name.Length ? telling : (IEnumerable<Word>)name).Select(w => w.Stem))).Places.Add((passage, step));
        Key("#=" + string.Join(' ', name.Select(w => w.Folded))).Places.Add((passage, step));
    }

    private Word Known(string word, Compounds compounds)
    {
        var (folded, stem) = (Marks.Off(word), Stemmer.Stem(word, guide.Language.Code));
        var starts = compounds.Parts(word);
        var parts = starts.Select((from, i) => "+" + Marks.Off(i + 1 < starts.Length ? word[from..starts[i + 1]] : from < stem.Length ? stem[from..] : word[from..]));
        var known = new Word(folded, small.Contains(folded), Marks.Off(stem), starts.IsEmpty ? [] : ["+" + Marks.Off(word[..starts[0]]), .. parts]);
        if (!known.IsSmall && folded.StartsWith(known.Stem, StringComparison.Ordinal))
        {
            Key(known.Stem).Forms.Add(folded[known.Stem.Length..]);
        }
        else if (!known.IsSmall)
        {
            // What begins in another way is written out (easy, easi).
            Key(known.Stem).Forms.Add("=" + folded);
        }
        return known;
    }

    private PlacedKey Key(string name)
    {
        ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, name, out _);
        return key ??= new(name, new(StringComparer.Ordinal), []);
    }
}
