using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trappa.Model;

namespace Trappa.Render.Search;

/// <summary>
/// What the phone needs to search: the passages' own words, and for each distinct word, in the order of its first
/// appearance, where its stem ends and where its compound parts begin. The phone makes the rest in a moment, so the index
/// is little more than the text, and what shows in the list is at hand without another request.
/// </summary>
internal static class SearchIndex
{
    // A passage's first words are enough to recognise it by in large guides; of the rest each word is kept once.
    private const int WholeText = 200_000, Excerpt = 240;

    // The writer's own buffer grows by copying: so many bytes are enough before they are passed on.
    private const int Pending = 64 * 1024;

    /// <summary>The index as JSON: <c>l</c> language, <c>p</c> pages, <c>x</c> passages, <c>c</c> cuts, <c>s</c> synonyms, <c>e</c> endings, <c>o</c> words that say nothing.</summary>
    public static byte[] Of(Guide guide, ImmutableArray<Passage> passages)
    {
        var isLarge = passages.Sum(p => (long)p.Text.Length) > WholeText;
        var vocabulary = new Vocabulary();
        var texts = passages.Select(p => Text(p, vocabulary, isLarge)).ToImmutableArray();
        var words = vocabulary.Words;
        var compounds = new Compounds(words.Concat(guide.Words.Synonyms.Values.SelectMany(Vocabulary.Tokens)), guide.Words.Compounds, guide.Language.Code);
        using var output = new MemoryStream();
        // The file is read by our own script alone, so letters need no escapes.
        using (var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("l", guide.Language.Code);
            var pages = passages.Select(PageOf).Distinct().ToList();
            var numbers = pages.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
            json.WriteStartArray("p");
            foreach (var (address, title) in pages)
            {
                Row(json, address, title);
            }
            json.WriteEndArray();
            json.WriteStartArray("x");
            for (var i = 0; i < passages.Length; i++)
            {
                var passage = passages[i];
                json.WriteStartArray();
                json.WriteNumberValue(numbers[PageOf(passage)]);
                json.WriteNumberValue((int)passage.Kind);
                json.WriteStringValue(passage.Address.AsSpan(PathLength(passage.Address)));
                json.WriteStringValue(passage.Heading);
                json.WriteStringValue(texts[i]);
                json.WriteEndArray();
                if (json.BytesPending > Pending)
                {
                    json.Flush();
                }
            }
            json.WriteEndArray();
            Cuts(json, words, compounds, guide.Language.Code);
            json.WriteStartObject("s");
            foreach (var (said, ours) in guide.Words.Synonyms)
            {
                json.WriteString(said.ToLowerInvariant(), ours.ToLowerInvariant());
            }
            json.WriteEndObject();
            json.WriteString("e", guide.Language.Search("endings"));
            json.WriteString("o", guide.Language.Search("small_words"));
            json.WriteEndObject();
        }
        return output.ToArray();
    }

    private static (string Address, string Page) PageOf(Passage passage) => (passage.Address[..PathLength(passage.Address)], passage.Page);

    private static int PathLength(string address) => address.IndexOf('#', StringComparison.Ordinal) is var at && at < 0 ? address.Length : at;

    // Words are met as the script meets them: the page's title, the heading, the text.
    private static string Text(Passage passage, Vocabulary vocabulary, bool isLarge)
    {
        vocabulary.Add(passage.Page);
        vocabulary.Add(passage.Heading);
        if (isLarge && passage.Text.Length > Excerpt)
        {
            return Shortened(passage.Text, vocabulary);
        }
        vocabulary.Add(passage.Text);
        return passage.Text;
    }

    private static string Shortened(string text, Vocabulary vocabulary)
    {
        var end = text.LastIndexOf(' ', Excerpt);
        var first = text[..(end < 0 ? Excerpt : end)];
        vocabulary.BeginText();
        vocabulary.Add(first);
        return first + " … " + string.Join(' ', vocabulary.AddNew(text[first.Length..]));
    }

    // A word that is its own stem and no compound is 0; else how many letters to take off, or that and where parts begin.
    private static void Cuts(Utf8JsonWriter json, IReadOnlyList<string> words, Compounds compounds, string language)
    {
        json.WriteStartArray("c");
        foreach (var word in words)
        {
            var off = word.Length - Stemmer.Stem(word, language).Length;
            var parts = compounds.Parts(word);
            if (parts.IsEmpty)
            {
                json.WriteNumberValue(off);
                continue;
            }
            json.WriteStartArray();
            json.WriteNumberValue(off);
            foreach (var part in parts)
            {
                json.WriteNumberValue(part);
            }
            json.WriteEndArray();
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
