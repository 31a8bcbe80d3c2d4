using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Trappa.Model;
using Trappa.Render.Assets;
using Trappa.Render.Files;

namespace Trappa.Render.Search;

/// <summary>
/// The index of a large guide, in parts that the phone fetches as it needs them: a head, words in the order of their
/// letters, and passages in the order of the guide. It grows slower than the text: of a word that stands nearly
/// everywhere the best places are enough (Manning et al., Introduction to Information Retrieval §7.1.3, champion lists),
/// and the more passages there are, the fewer of its first words each is shown with.
/// </summary>
internal sealed class SplitIndex
{
    /// <summary>A guide with fewer letters than this has its index in one file.</summary>
    public const int LeastText = 200_000;

    // Letters of a part of the words, passages of a part of those; places that are kept of one word.
    private const int PartOfWords = 40_000, PartOfPassages = 64, MostPlaces = 1_000;

    private readonly Guide _guide;
    private readonly ImmutableArray<Passage> _passages;
    private readonly FrozenSet<string> _small;

    private SplitIndex(Guide guide, ImmutableArray<Passage> passages)
    {
        _guide = guide;
        _passages = passages;
        _small = guide.Language.Search("small_words").Split(' ').Select(Marks.Off).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The files, the head first.</summary>
    public static ImmutableArray<OutputFile> Of(Guide guide, ImmutableArray<Passage> passages) => new SplitIndex(guide, passages).Files();

    private ImmutableArray<OutputFile> Files()
    {
        var words = WordParts();
        var passages = PassageParts();
        var bytes = FileText.Json(json =>
        {
            json.WriteStartObject();
            SearchIndex.Beginning(json, _guide);
            json.WriteNumber("n", _passages.Length);
            json.WriteNumber("z", PartOfPassages);
            json.WriteString("g", string.Join(' ', Groups()));
            json.WriteStartArray("v");
            foreach (var (first, file) in words)
            {
                json.WriteStartArray();
                json.WriteStringValue(first);
                json.WriteStringValue(NameOf(file));
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteStartArray("f");
            foreach (var file in passages)
            {
                json.WriteStringValue(NameOf(file));
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return [SiteAssets.Hashed("search.json", bytes), .. words.Select(w => w.File), .. passages];
    }

    // Beside the head.
    private static string NameOf(OutputFile file) => file.Path[(file.Path.IndexOf('/', StringComparison.Ordinal) + 1)..];

    // How many passages in a row are of one page; quotes, terms and resources each stand for themselves.
    private IEnumerable<int> Groups()
    {
        var length = 0;
        for (var i = 0; i < _passages.Length; i++)
        {
            length++;
            if (i + 1 == _passages.Length || _passages[i].Kind > PassageKind.Part || _passages[i + 1].Kind > PassageKind.Part || _passages[i].Page != _passages[i + 1].Page)
            {
                yield return length;
                length = 0;
            }
        }
    }

    private ImmutableArray<OutputFile> PassageParts()
    {
        var excerpt = Math.Clamp(24_000 / (int)Math.Sqrt(_passages.Length), 80, 240);
        return [.. _passages.Chunk(PartOfPassages).Select((part, i) =>
        {
            var bytes = FileText.Json(json =>
            {
                json.WriteStartObject();
                SearchIndex.Passages(json, [.. part], excerpt);
                json.WriteEndObject();
            });
            return SiteAssets.Hashed(string.Create(CultureInfo.InvariantCulture, $"search/p{i}.json"), bytes);
        })];
    }

    // A part begins where the first two letters change, so that all that begins as a word does is in one.
    private ImmutableArray<(string First, OutputFile File)> WordParts()
    {
        var parts = ImmutableArray.CreateBuilder<(string First, OutputFile File)>();
        foreach (var part in Parted(new Places(_passages, _guide, _small).All()))
        {
            var bytes = FileText.Json(json =>
            {
                json.WriteStartObject();
                foreach (var key in part)
                {
                    json.WriteStartArray(key.Name);
                    json.WriteStringValue(key.Forms is { } forms ? string.Join(' ', forms) : "");
                    WriteBest(json, key.Places);
                    json.WriteEndArray();
                }
                json.WriteEndObject();
            });
            parts.Add((BeginningOf(part[0].Name), SiteAssets.Hashed(string.Create(CultureInfo.InvariantCulture, $"search/w{parts.Count}.json"), bytes)));
        }
        return parts.ToImmutable();
    }

    private static IEnumerable<List<PlacedKey>> Parted(IEnumerable<PlacedKey> keys)
    {
        var (part, size, beginning) = (new List<PlacedKey>(), 0, "");
        foreach (var group in keys.GroupBy(k => BeginningOf(k.Name)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (size > PartOfWords)
            {
                yield return part;
                (part, size) = ([], 0);
            }
            foreach (var key in group.OrderBy(k => k.Name, StringComparer.Ordinal))
            {
                part.Add(key);
                size += key.Name.Length + (key.Forms?.Sum(f => f.Length) ?? 0) + (3 * Math.Min(MostPlaces, key.Places.Count));
            }
        }
        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static string BeginningOf(string name)
    {
        var word = name.AsSpan().TrimStart("+#=");
        return word[..Math.Min(2, word.Length)].ToString();
    }

    // The heaviest places: for each weight, the passages that have it, each as its distance from the one before.
    private static void WriteBest(Utf8JsonWriter json, List<Placed> places)
    {
        // Weights are small numbers (Weights.Step): they are counted, and nothing is sorted.
        var most = 0;
        foreach (var place in places)
        {
            most = Math.Max(most, place.Weight);
        }
        var counts = new int[most + 1];
        foreach (var place in places)
        {
            counts[place.Weight]++;
        }
        var left = MostPlaces;
        for (var weight = counts.Length - 1; weight >= 0 && left > 0; weight--)
        {
            if (counts[weight] == 0)
            {
                continue;
            }
            json.WriteStartArray();
            json.WriteNumberValue(weight);
            var (last, after) = (0, left - Math.Min(left, counts[weight]));
            for (var i = 0; left > after; i++)
            {
                if (places[i].Weight == weight)
                {
                    json.WriteNumberValue(places[i].Passage - last);
                    last = places[i].Passage;
                    left--;
                }
            }
            json.WriteEndArray();
        }
    }
}
