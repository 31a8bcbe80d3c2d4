using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Trappa.Model;
using Trappa.Render.Files;

namespace Trappa.Render.Search;

/// <summary>
/// What the phone needs to search: the passages' own words, and for each distinct word, in the order of its first
/// appearance, where its stem ends and where its compound parts begin. The phone makes the rest in a moment, so the index
/// is little more than the text, and what shows in the list is at hand without another request.
/// </summary>
internal static class SearchIndex
{
    /// <summary>The index as JSON: what all indexes say first, <c>p</c> pages, <c>x</c> passages, <c>c</c> cuts.</summary>
    public static byte[] Of(Guide guide, ImmutableArray<Passage> passages)
    {
        var words = Words(passages);
        var compounds = Compounds.Of(guide, words);
        return FileText.Json(json =>
        {
            json.WriteStartObject();
            Beginning(json, guide);
            Passages(json, passages, int.MaxValue);
            Cuts(json, words, compounds, guide.Language.Code);
            json.WriteEndObject();
        });
    }

    /// <summary>
    /// What the script must know of any index: <c>l</c> language, <c>w</c> weights of fields, <c>k</c> of kinds, <c>s</c> synonyms,
    /// <c>e</c> endings, <c>o</c> words that say nothing.
    /// </summary>
    public static void Beginning(Utf8JsonWriter json, Guide guide)
    {
        json.WriteString("l", guide.Language.Code);
        Numbers(json, "w", [Weights.Title, Weights.OfPage, Weights.Heading, Weights.Text]);
        Numbers(json, "k", Weights.Kinds);
        json.WriteStartObject("s");
        foreach (var (said, ours) in guide.Words.Synonyms)
        {
            json.WriteString(said.ToLowerInvariant(), ours.ToLowerInvariant());
        }
        json.WriteEndObject();
        json.WriteString("e", guide.Language.Search("endings"));
        json.WriteString("o", guide.Language.Search("small_words"));
    }

    /// <summary>Passages, <c>x</c>, and the pages on which they stand, <c>p</c>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="excerpt">Letters of its text that each is shown with, at most.</param>
    public static void Passages(Utf8JsonWriter json, ImmutableArray<Passage> passages, int excerpt)
    {
        var pages = passages.Select(PageOf).Distinct().ToList();
        var numbers = pages.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
        json.WriteStartArray("p");
        foreach (var (address, title) in pages)
        {
            Row(json, address, title);
        }
        json.WriteEndArray();
        json.WriteStartArray("x");
        foreach (var passage in passages)
        {
            json.WriteStartArray();
            json.WriteNumberValue(numbers[PageOf(passage)]);
            json.WriteNumberValue((int)passage.Kind);
            Fragment(json, passage);
            json.WriteStringValue(passage.Heading);
            Excerpt(json, passage.Text, excerpt);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    // Whole words, and a sign that there are more.
    private static void Excerpt(Utf8JsonWriter json, string text, int letters)
    {
        if (text.Length <= letters)
        {
            json.WriteStringValue(text);
            return;
        }
        var end = text.LastIndexOf(' ', letters) is >= 0 and var space ? space : letters;
        json.WriteStringValue($"{text.AsSpan(0, end)} …");
    }

    // 0 where it is the heading's words: the script makes it of them, which saves a tenth of a KB for each thirty.
    private static void Fragment(Utf8JsonWriter json, Passage passage)
    {
        var fragment = passage.Address.AsSpan(PathLength(passage.Address));
        if (fragment.Length > 1 && Ascii.IsValid(fragment) && Vocabulary.IsJoined(passage.Heading, fragment[1..]))
        {
            json.WriteNumberValue(0);
        }
        else
        {
            json.WriteStringValue(fragment);
        }
    }

    private static (string Address, string Page) PageOf(Passage passage) => (passage.Address[..PathLength(passage.Address)], passage.Page);

    private static int PathLength(string address) => address.IndexOf('#', StringComparison.Ordinal) is var at && at < 0 ? address.Length : at;

    // In the order in which the script meets them.
    private static IReadOnlyList<string> Words(ImmutableArray<Passage> passages)
    {
        var vocabulary = new Vocabulary();
        foreach (var passage in passages)
        {
            vocabulary.Add(passage.Page);
            vocabulary.Add(passage.Heading);
            vocabulary.Add(passage.Text);
        }
        return vocabulary.Words;
    }

    // A word that is its own stem and no compound is 0; else how many letters to take off, or how many and what then to
    // put there (1i: easy, easi), or that and where parts begin.
    private static void Cuts(Utf8JsonWriter json, IReadOnlyList<string> words, Compounds compounds, string language)
    {
        json.WriteStartArray("c");
        foreach (var word in words)
        {
            var stem = Stemmer.Stem(word, language);
            var kept = word.AsSpan().CommonPrefixLength(stem);
            var parts = compounds.Parts(word);
            if (!parts.IsEmpty)
            {
                json.WriteStartArray();
            }
            if (kept == stem.Length)
            {
                json.WriteNumberValue(word.Length - kept);
            }
            else
            {
                json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{word.Length - kept}{stem[kept..]}"));
            }
            if (parts.IsEmpty)
            {
                continue;
            }
            foreach (var part in parts)
            {
                json.WriteNumberValue(part);
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, ReadOnlySpan<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }
        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, string first, string second)
    {
        json.WriteStartArray();
        json.WriteStringValue(first);
        json.WriteStringValue(second);
        json.WriteEndArray();
    }
}
