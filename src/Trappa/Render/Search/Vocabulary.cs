using System.Text;

namespace Trappa.Render.Search;

/// <summary>
/// The distinct words of texts, in lower case and in the order in which they are met. A word is letters and digits that
/// stand together, with the marks over them that are written apart; the script cuts in the same way. No text is normalized
/// for it: without the system's tables of culture .NET leaves it as it is. A guide has a hundred times as many words as
/// distinct ones, so a word is looked up as it is written, and put in lower case once for each way of writing it.
/// </summary>
internal sealed class Vocabulary
{
    // By each way of writing them, and in lower case.
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _met = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The words of a text one by one, each as often as it stands.</summary>
    public static IEnumerable<string> Tokens(string text)
    {
        var words = new List<string>();
        foreach (var place in new Places(text))
        {
            words.Add(text[place].ToLowerInvariant());
        }
        return words;
    }

    /// <summary>Whether the words of a text (<see cref="Tokens"/>), without marks and with a hyphen between them, are this.</summary>
    /// <param name="text">The text.</param>
    /// <param name="joined">Signs of ASCII.</param>
    public static bool IsJoined(string text, ReadOnlySpan<char> joined)
    {
        var rest = joined;
        foreach (var place in new Places(text))
        {
            var written = text.AsSpan(place);
            var isPlain = Ascii.IsValid(written);
            var word = isPlain ? written : Marks.Off(written.ToString().ToLowerInvariant());
            if (rest.Length < joined.Length)
            {
                if (rest is not ['-', ..])
                {
                    return false;
                }
                rest = rest[1..];
            }
            // Plain letters are in lower case there, without a string of them to compare with.
            if (!rest.StartsWith(word, isPlain ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
                || (isPlain && rest[..word.Length].ContainsAnyInRange('A', 'Z')))
            {
                return false;
            }
            rest = rest[word.Length..];
        }
        return rest.IsEmpty;
    }

    /// <summary>Adds the words of a text.</summary>
    public void Add(string text)
    {
        foreach (var place in new Places(text))
        {
            Number(text.AsSpan(place));
        }
    }

    /// <summary>Adds the words of a text, and tells which of <see cref="Words"/> they are, each as often as it stands.</summary>
    public int[] Numbers(string text)
    {
        _met.Clear();
        foreach (var place in new Places(text))
        {
            _met.Add(Number(text.AsSpan(place)));
        }
        return [.. _met];
    }

    private int Number(ReadOnlySpan<char> written)
    {
        var numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (numbers.TryGetValue(written, out var known))
        {
            return known;
        }
        var word = written.ToString().ToLowerInvariant();
        if (!_numbers.TryGetValue(word, out var number))
        {
            _numbers[word] = number = _words.Count;
            _words.Add(word);
        }
        numbers[written] = number;
        return number;
    }

    // Where words stand.
    private ref struct Places(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;

        public Range Current { get; private set; }

        public readonly Places GetEnumerator() => this;

        public bool MoveNext()
        {
            var text = _text;
            var at = _at;
            while (at < text.Length && !IsSimple(text[at]) && !IsLetter(RuneAt(text, at)))
            {
                at++;
            }
            var start = at;
            while (at < text.Length)
            {
                if (IsSimple(text[at]))
                {
                    at++;
                }
                else if (RuneAt(text, at) is { } rune && (IsLetter(rune) || Marks.Is(rune)))
                {
                    at += rune.Utf16SequenceLength;
                }
                else
                {
                    break;
                }
            }
            Current = start..at;
            _at = at;
            return start < at;
        }

        // A letter or digit in one unit of UTF-16, as nearly all are.
        private static bool IsSimple(char letter) => char.IsAsciiLetterOrDigit(letter) || (letter >= 0x80 && char.IsLetterOrDigit(letter));

        private static bool IsLetter(Rune? rune) => rune is { } whole && Rune.IsLetterOrDigit(whole);

        // Half a pair is none.
        private static Rune? RuneAt(ReadOnlySpan<char> text, int at) => !char.IsSurrogate(text[at]) ? new Rune(text[at])
            : Rune.DecodeFromUtf16(text[at..], out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;
    }
}
