using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AnyAscii;

namespace Trappa.Languages;

/// <summary>
/// A language as one file says it (<c>templates/strings/&lt;code&gt;.yaml</c>): words of the interface, messages,
/// names of fields, folders and addresses, alphabet, slug rules. The code knows one English name for each.
/// </summary>
public sealed class Language
{
    private readonly FrozenDictionary<string, Lazy<Dictionary<string, string>>> _sections;
    private readonly Lazy<Language?> _fallback;
    private readonly FrozenDictionary<char, int> _alphabet;
    // Of nearly all letters that are compared, so that they are looked up once.
    private readonly int[] _ascii;
    private readonly FrozenDictionary<string, string> _slugRules;
    private readonly Lazy<FrozenDictionary<string, string>> _englishFields;
    private readonly Lazy<FrozenSet<string>> _vagueLinks;
    // Of the few fields that there are, as each page asks for a dozen.
    private readonly ConcurrentDictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>A language over the flattened entries of its file (<c>ui.skip_to_content</c> …).</summary>
    /// <param name="code">BCP 47 code, as the file is named.</param>
    /// <param name="sections">What a dotted path begins with (<c>ui</c>) → its entries: dotted path → text; items of lists by their 0-based number.</param>
    /// <param name="fallback">The language for what this one lacks: English, or none.</param>
    internal Language(string code, FrozenDictionary<string, Lazy<Dictionary<string, string>>> sections, Lazy<Language?> fallback)
    {
        Code = code;
        _sections = sections;
        _fallback = fallback;
        _alphabet = Alphabet(Find("language.alphabet") ?? "");
        _ascii = [.. Enumerable.Range(0, 128).Select(c => Weight((char)c))];
        _slugRules = Under("language.slug").ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        _englishFields = new(() => UnderAnywhere("fields")
            .DistinctBy(p => p.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal));
        _vagueLinks = new(() => Under("vague_links").Select(p => p.Value).ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>BCP 47 code: <c>sv</c>, <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>The letters of its alphabet.</summary>
    public IEnumerable<char> Letters => _alphabet.Keys;

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => Find("language.direction") ?? "ltr";

    /// <summary>Opening and closing double, then opening and closing single quotation marks: four characters.</summary>
    public string QuotationMarks => Find("language.quotes") is { Length: 4 } marks ? marks : "“”‘’";

    /// <summary>What stands between a whole number and its decimals.</summary>
    public string DecimalMark => Find("language.decimal") ?? ".";

    /// <summary>A text between the language's quotation marks.</summary>
    public string Quoted(string text) => QuotationMarks[0] + text + QuotationMarks[1];

    /// <summary>Names of the months, January first.</summary>
    public ImmutableArray<string> Months =>
        [.. Enumerable.Range(0, 12).Select(i => Text("language.months." + i.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>Words that stay on the line of the number after them: <c>steg</c> 3, <c>§</c> 4, <c>kl.</c> 18.</summary>
    public ImmutableArray<string> WordsBeforeNumbers => [.. (Find("language.before_numbers") ?? "").Split(' ')];

    /// <summary>Words that stay on the line of the number before them: 10 <c>%</c>, 5 <c>kr</c>.</summary>
    public ImmutableArray<string> WordsAfterNumbers => [.. (Find("language.after_numbers") ?? "").Split(' ')];

    /// <summary>Words that may follow a hyphen which stands for the rest of a word: for- <c>och</c> nackdelar.</summary>
    public ImmutableArray<string> WordsAfterHyphens => [.. (Find("language.after_hyphens") ?? "").Split(' ')];

    /// <summary>What a name may end in besides itself: Kims, Kim's.</summary>
    public ImmutableArray<string> NameEndings => [.. (Find("language.name_endings") ?? "").Split(' ')];

    /// <summary>Name of hunspell's dictionary for this language, such as <c>sv_SE</c>; null where nobody has told one.</summary>
    public string? Dictionary => Find("language.dictionary");

    /// <summary>All words of the interface, by key without <c>ui.</c>; English where this language lacks one.</summary>
    public IEnumerable<KeyValuePair<string, string>> Words() => UnderAnywhere("ui");

    /// <summary>A word of the interface.</summary>
    public string Word(string key) => Text("ui." + key);

    /// <summary>A list of words that search goes by, with spaces between; empty where the language says nothing.</summary>
    public string Search(string key) => Find("search." + key) ?? "";

    /// <summary>What is wrong, for a code of the table.</summary>
    public string Message(string id) => Text("messages." + id + ".text");

    /// <summary>How to mend it.</summary>
    public string Remedy(string id) => Text("messages." + id + ".remedy");

    /// <summary>An example of it wrong, as it may look in a file.</summary>
    public string Example(string id) => Text("messages." + id + ".example");

    /// <summary>The same put right.</summary>
    public string Right(string id) => Text("messages." + id + ".right");

    /// <summary>What a command does (<c>about</c>), an example of it, or what one of its options means; null where there is nothing to say.</summary>
    public string? Help(string command, string name) => FindAnywhere($"help.{command}.{name}") ?? FindAnywhere($"help.any.{name}");

    /// <summary>The name editors use for the field with this English name.</summary>
    public string Field(string english) => _fields.GetOrAdd(english, static (name, language) => language.FindAnywhere("fields." + name) ?? name, this);

    /// <summary>The English name of the field that editors call this, or null.</summary>
    public string? EnglishField(string local) => _englishFields.Value.GetValueOrDefault(local);

    /// <summary>What a form calls a field of a group (<c>step</c>, <c>order</c>): a word or two with a capital.</summary>
    public string Label(string group, string field) => Text($"form.{group}.{field}.label");

    /// <summary>A sentence on what goes into a field of a group.</summary>
    public string Hint(string group, string field) => Text($"form.{group}.{field}.hint");

    /// <summary>The word editors write for a value (<c>yes</c>, <c>missing</c>, a role …).</summary>
    public string Value(string english) => FindAnywhere("values." + english) ?? english;

    /// <summary>Folder under <c>content/</c> for a kind of thing (<c>steps</c>, <c>quotes</c>, <c>terms</c> …).</summary>
    public string Folder(string english) => FindAnywhere("folders." + english) ?? english;

    /// <summary>File under <c>content/</c> (<c>resources</c> → <c>resurser.yaml</c>).</summary>
    public string File(string english) => Text("files." + english);

    /// <summary>The word before the colon of a reference (<c>term</c> → <c>begrepp</c>).</summary>
    public string Reference(string english) => Text("references." + english);

    /// <summary>Fixed address of a kind of page, root-absolute with a slash at the end (<c>quotes</c> → <c>/sag-sa-har/</c>).</summary>
    public string Address(string english) => "/" + Text("addresses." + english) + "/";

    /// <summary>A month and its year in words: <c>april 2024</c>.</summary>
    public string Month(int year, int month) => Fill("month_year",
        ("month", Text("language.months." + (month - 1).ToString(CultureInfo.InvariantCulture))),
        ("year", year.ToString("0000", CultureInfo.InvariantCulture)));

    /// <summary>A day in words: <c>6 maj 2024</c>.</summary>
    public string Day(DateOnly date) => Fill("day_month_year",
        ("day", date.Day.ToString(CultureInfo.InvariantCulture)),
        ("month", Text("language.months." + (date.Month - 1).ToString(CultureInfo.InvariantCulture))),
        ("year", date.Year.ToString("0000", CultureInfo.InvariantCulture)));

    /// <summary>A word of the interface with its placeholders filled.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = Word(key);
        foreach (var (name, value) in values)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }
        return text;
    }

    /// <summary>
    /// The part of an address for a name: lower case a–z, 0–9 and hyphens. The language's own rules come first,
    /// then AnyAscii's transliteration, so that the result is the same whatever Unicode form the name is in.
    /// </summary>
    public string Slug(string name)
    {
        var text = new StringBuilder(name.Length);
        var rules = _slugRules.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> pair = stackalloc char[2];
        foreach (var rune in name.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            var letter = pair[..lower.EncodeToUtf16(pair)];
            if (rules.TryGetValue(letter, out var replacement))
            {
                text.Append(replacement);
            }
            else if (lower.IsAscii)
            {
                text.Append(letter);
            }
            else
            {
                text.Append(letter.ToString().Transliterate());
            }
        }
        // The slug is never longer than what it is made of, so it is written over that.
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                text[length++] = char.ToLowerInvariant(text[i]);
            }
            else if (text[i] != '\'' && length > 0 && text[length - 1] != '-')
            {
                text[length++] = '-';
            }
        }
        return text.ToString(0, length > 0 && text[length - 1] == '-' ? length - 1 : length);
    }

    /// <summary>
    /// Compares two texts as the language's dictionary does: by its alphabet (å ä ö last in Swedish), case and
    /// punctuation only when nothing else differs. The alphabet is in the language's file, so that the order does
    /// not depend on a system library.
    /// </summary>
    public int Compare(string left, string right)
    {
        int i = 0, j = 0;
        while (true)
        {
            var a = NextWeight(left, ref i);
            var b = NextWeight(right, ref j);
            if (a != b)
            {
                return a.CompareTo(b);
            }
            if (a < 0)
            {
                return string.CompareOrdinal(left, right);
            }
        }
    }

    private int NextWeight(string text, ref int index)
    {
        while (index < text.Length)
        {
            var letter = text[index++];
            var weight = letter < _ascii.Length ? _ascii[letter] : Weight(letter);
            if (weight >= 0)
            {
                return weight;
            }
        }
        return -1;
    }

    // -1 for what counts only when nothing else differs.
    private int Weight(char sign)
    {
        var letter = char.ToLowerInvariant(sign);
        if (_alphabet.TryGetValue(letter, out var weight))
        {
            return weight;
        }
        if (char.IsDigit(letter))
        {
            return letter - '0';
        }
        if (!char.IsLetter(letter))
        {
            return -1;
        }
        var plain = letter.ToString().Transliterate();
        return plain.Length > 0 && _alphabet.TryGetValue(char.ToLowerInvariant(plain[0]), out weight) ? weight : 1000 + letter;
    }

    private static FrozenDictionary<char, int> Alphabet(string letters) =>
        letters.Distinct().Select((letter, i) => KeyValuePair.Create(letter, 20 + i)).ToFrozenDictionary();

    private IEnumerable<KeyValuePair<string, string>> Under(string path)
    {
        var prefix = path + ".";
        return Section(path)
            .Where(e => e.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(e => KeyValuePair.Create(e.Key[prefix.Length..], e.Value))
            .OrderBy(e => e.Key, StringComparer.Ordinal);
    }

    private IEnumerable<KeyValuePair<string, string>> UnderAnywhere(string path)
    {
        var own = Under(path).ToList();
        var known = own.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        return own.Concat((_fallback.Value?.UnderAnywhere(path) ?? []).Where(p => !known.Contains(p.Key)));
    }

    /// <summary>Link texts that say nothing of where the link goes, in any case.</summary>
    public FrozenSet<string> VagueLinks => _vagueLinks.Value;

    private string? Find(string key) => Section(key).GetValueOrDefault(key);

    private Dictionary<string, string> Section(string path) =>
        _sections.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(SectionOf(path), out var section) ? section.Value : [];

    /// <summary>What a dotted path begins with: <c>ui</c> of <c>ui.close</c>.</summary>
    internal static ReadOnlySpan<char> SectionOf(string path) => path.AsSpan(0, path.IndexOf('.', StringComparison.Ordinal) is var end and >= 0 ? end : path.Length);

    private string Text(string key) => FindAnywhere(key) ?? key;

    private string? FindAnywhere(string key) => Find(key) ?? _fallback.Value?.FindAnywhere(key);
}
