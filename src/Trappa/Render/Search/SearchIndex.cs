using System.Collections.Immutable;
using System.Text;
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
        var known = new HashSet<string>(StringComparer.Ordinal);
        var texts = passages.Select(p => isLarge ? Shortened(p.Text, known) : p.Text).ToImmutableArray();
        var words = Words(passages, texts);
        var compounds = new Compounds(words.Concat(guide.Words.Synonyms.Values.SelectMany(Tokens)), guide.Words.Compounds, guide.Language.Code);
        using var output = new MemoryStream();
        // The file is read by our own script alone, so letters need no escapes.
        using (var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("l", guide.Language.Code);
            var pages = passages.Select(p => (Address: p.Address.Split('#')[0], p.Page)).Distinct().ToList();
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
                json.WriteNumberValue(numbers[(passage.Address.Split('#')[0], passage.Page)]);
                json.WriteNumberValue((int)passage.Kind);
                json.WriteStringValue(passage.Address.Contains('#', StringComparison.Ordinal) ? passage.Address[passage.Address.IndexOf('#', StringComparison.Ordinal)..] : "");
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

    /// <summary>The words of a text in lower case: letters and digits that stand together. The script cuts in the same way.</summary>
    public static IEnumerable<string> Tokens(string text)
    {
        var lower = Lower(text);
        return Places(lower).Select(p => lower[p]);
    }

    private static string Lower(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    // Where words stand: most of them are known already, and need no string of their own.
    private static IEnumerable<Range> Places(string lower)
    {
        var start = -1;
        for (var at = 0; at < lower.Length;)
        {
            // Half a pair is no letter.
            var isWhole = Rune.TryGetRuneAt(lower, at, out var rune);
            if (isWhole && Rune.IsLetterOrDigit(rune))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                yield return start..at;
                start = -1;
            }
            at += isWhole ? rune.Utf16SequenceLength : 1;
        }
        if (start >= 0)
        {
            yield return start..lower.Length;
        }
    }

    // In the order in which the script meets them.
    private static List<string> Words(ImmutableArray<Passage> passages, ImmutableArray<string> texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var words = new List<string>();
        for (var i = 0; i < passages.Length; i++)
        {
            AddNew(passages[i].Page, seen, words);
            AddNew(passages[i].Heading, seen, words);
            AddNew(texts[i], seen, words);
        }
        return words;
    }

    private static void AddNew(string text, HashSet<string> seen, List<string> words)
    {
        var lower = Lower(text);
        var known = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var place in Places(lower))
        {
            if (!known.Contains(lower.AsSpan(place)))
            {
                var word = lower[place];
                seen.Add(word);
                words.Add(word);
            }
        }
    }

    // A word that is its own stem and no compound is 0; else how many letters to take off, or that and where parts begin.
    private static void Cuts(Utf8JsonWriter json, List<string> words, Compounds compounds, string language)
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

    private static string Shortened(string text, HashSet<string> known)
    {
        if (text.Length <= Excerpt)
        {
            return text;
        }
        var end = text.LastIndexOf(' ', Excerpt);
        var first = text[..(end < 0 ? Excerpt : end)];
        var rest = new List<string>();
        known.Clear();
        AddNew(first, known, []);
        AddNew(text[first.Length..], known, rest);
        return first + " … " + string.Join(' ', rest);
    }

    private static void Row(Utf8JsonWriter json, string first, string second)
    {
        json.WriteStartArray();
        json.WriteStringValue(first);
        json.WriteStringValue(second);
        json.WriteEndArray();
    }
}
