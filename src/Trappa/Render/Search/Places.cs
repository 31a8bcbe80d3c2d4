using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Trappa.Model;

namespace Trappa.Render.Search;

/// <summary>A passage that a key leads to. There are some hundred for each page, so the two numbers share one.</summary>
/// <param name="passage">Its number; at most 16 million.</param>
/// <param name="weight">In <see cref="Weights.Step"/>s, which no weight has more than 255 of.</param>
internal readonly struct Placed(int passage, int weight)
{
    private readonly uint _both = ((uint)passage << 8) | (byte)weight;

    public int Passage => (int)(_both >> 8);

    public int Weight => (byte)_both;
}

/// <summary>What leads to passages: a stem, a part of a compound (<c>+</c>), a name by its stems (<c>#</c>) or as it is typed (<c>#=</c>).</summary>
/// <param name="Name">The key, folded.</param>
/// <param name="Places">Passages in the order of the guide.</param>
internal sealed record PlacedKey(string Name, List<Placed> Places)
{
    /// <summary>What is typed for it, without the key before it; null where that is nothing else, as for all names.</summary>
    public SortedSet<string>? Forms { get; set; }
}

/// <summary>Where each word of a guide stands: what the script works out for itself where the index is one file (<c>4-index.js</c>).</summary>
internal sealed class Places(ImmutableArray<Passage> passages, Guide guide, FrozenSet<string> small)
{
    // Keys by their number: a guide has a hundred times as many words as distinct ones, and a number is looked up in no time.
    private sealed record Word(string Folded, bool IsSmall, string StemText, int Stem, ImmutableArray<int> Parts);

    private readonly Vocabulary _vocabulary = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<PlacedKey> _keys = [];
    private readonly StringBuilder _name = new();

    /// <summary>All keys.</summary>
    public IReadOnlyList<PlacedKey> All()
    {
        var texts = new List<(int[] Page, int[] Heading, int[] Text)>(passages.Length);
        foreach (var passage in passages)
        {
            // The passages of a page follow each other.
            var page = texts.Count > 0 && passages[texts.Count - 1].Page == passage.Page ? texts[^1].Page : _vocabulary.Numbers(passage.Page);
            texts.Add((page, _vocabulary.Numbers(passage.Heading), _vocabulary.Numbers(passage.Text)));
        }
        var compounds = Compounds.Of(guide, _vocabulary.Words);
        var words = _vocabulary.Words.Select(w => Known(w, compounds)).ToArray();
        // What each key weighs in the passage at hand, and which have been met there.
        var (weights, met) = (new double[_keys.Count], new List<int>());
        for (var i = 0; i < passages.Length; i++)
        {
            var (passage, (page, heading, text)) = (passages[i], texts[i]);
            var kind = Weights.Kinds[(int)passage.Kind];
            Add(page, Weights.InName(passage.Kind == PassageKind.Page ? Weights.Title : Weights.OfPage, page.Length));
            Add(heading, Weights.InName(passage.Kind == PassageKind.Quote ? Weights.OfPage : Weights.Heading, heading.Length));
            Add(text, Weights.InText(passage.Text.Length));
            foreach (var key in met)
            {
                _keys[key].Places.Add(new(i, Weights.Step(kind * weights[key])));
                weights[key] = 0;
            }
            met.Clear();
            if (passage.Kind != PassageKind.Quote)
            {
                Name(i, kind, heading.Length > 0 ? heading : page, words);
            }
        }
        return _keys;

        void Add(int[] numbers, double weight)
        {
            foreach (var number in numbers)
            {
                var word = words[number];
                if (word.IsSmall)
                {
                    continue;
                }
                AddTo(word.Stem, weight);
                for (var part = 0; part < word.Parts.Length; part++)
                {
                    AddTo(word.Parts[part], weight * (part == word.Parts.Length - 1 ? Weights.LastPart : Weights.OtherPart));
                }
            }
        }

        void AddTo(int key, double weight)
        {
            if (weights[key] == 0)
            {
                met.Add(key);
            }
            weights[key] += weight;
        }
    }

    private void Name(int passage, double kind, int[] name, Word[] words)
    {
        var telling = name.Count(n => !words[n].IsSmall);
        var (all, step) = (telling * 2 < name.Length, Weights.Step(kind));
        _name.Clear().Append('#');
        foreach (var number in name)
        {
            if (all || !words[number].IsSmall)
            {
                _name.Append(_name.Length > 1 ? " " : "").Append(words[number].StemText);
            }
        }
        Place();
        _name.Clear().Append("#=");
        foreach (var number in name)
        {
            _name.Append(_name.Length > 2 ? " " : "").Append(words[number].Folded);
        }
        Place();

        void Place() => _keys[Number(_name.ToString())].Places.Add(new(passage, step));
    }

    private Word Known(string word, Compounds compounds)
    {
        var folded = Marks.Off(word);
        var stem = Stemmer.Stem(word, guide.Language.Code);
        var bare = Marks.Off(stem);
        if (small.Contains(folded))
        {
            return new(folded, true, bare, -1, []);
        }
        var starts = compounds.Parts(word);
        var parts = starts.Select((from, i) => "+" + Marks.Off(i + 1 < starts.Length ? word[from..starts[i + 1]] : from < stem.Length ? stem[from..] : word[from..]));
        // What begins in another way is written out (easy, easi).
        var key = Number(bare);
        (_keys[key].Forms ??= new(StringComparer.Ordinal)).Add(folded.StartsWith(bare, StringComparison.Ordinal) ? folded[bare.Length..] : "=" + folded);
        return new(folded, false, bare, key, starts.IsEmpty ? [] : [Number("+" + Marks.Off(word[..starts[0]])), .. parts.Select(Number)]);
    }

    private int Number(string name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, name, out var isKnown);
        if (!isKnown)
        {
            number = _keys.Count;
            _keys.Add(new(name, []));
        }
        return number;
    }
}
