using Trappa.Diagnostics;

namespace Trappa.Parse;

/// <summary>
/// How a text is written in its file: with quotation marks doubled or escaped, broken into lines or indented
/// (YAML 1.2 §7.3 and §8.1), so that a letter of the text can be told as a place in the file.
/// </summary>
/// <param name="Text">All of the YAML.</param>
/// <param name="Start">0-based offset of the text's first letter in it, or of the blanks before that.</param>
/// <param name="Value">What it reads as.</param>
/// <param name="Place">Where <paramref name="Start"/> stands in its file.</param>
/// <param name="Quote">The quotation mark around it, or a space.</param>
public sealed record YamlSource(string Text, int Start, string Value, Place Place, char Quote)
{
    // Made when first asked for, once for all letters.
    private readonly Lazy<(int Line, int Column)[]> _places = new(() => Places(Text, Start, Value, Place, Quote));

    /// <summary>The place of a 0-based offset in the value that the text stands for.</summary>
    public Place At(int offset, int length)
    {
        var (line, column) = _places.Value[Math.Clamp(offset, 0, Value.Length)];
        return new(Place.File, line, column, length);
    }

    private static (int Line, int Column)[] Places(string text, int start, string value, Place place, char quote)
    {
        var places = new (int Line, int Column)[value.Length + 1];
        var (at, line, column) = (start, place.Line, place.Column);
        void Go(int to)
        {
            for (; at < to && at < text.Length; at++)
            {
                (line, column) = text[at] == '\n' ? (line + 1, 1) : (line, column + 1);
            }
        }
        for (var i = 0; i < value.Length; i++)
        {
            // One escape stands for both halves of a letter outside the first plane.
            if (char.IsLowSurrogate(value[i]) && (at >= text.Length || text[at] != value[i]))
            {
                places[i] = (line, column);
                continue;
            }
            Go(Skip(text, at, value[i], quote));
            places[i] = (line, column);
            Go(Next(text, at, value[i], quote));
        }
        places[^1] = (line, column);
        return places;
    }

    // Letters come in their order; only blanks between them may be others than those of the value.
    private static int Skip(string text, int at, char letter, char quote)
    {
        while (at < text.Length && ((char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(letter)) || IsContinuation(text, at, quote)))
        {
            at += IsContinuation(text, at, quote) ? 2 : 1;
        }
        return at;
    }

    private static int Next(string text, int at, char letter, char quote)
    {
        if (at >= text.Length || (char.IsWhiteSpace(letter) && text[at] != letter && text[at] != '\\'))
        {
            return at;
        }
        if (quote == '"' && text[at] == '\\' && at + 1 < text.Length)
        {
            return at + (text[at + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 });
        }
        return at + (quote == '\'' && text[at] == '\'' ? 2 : 1);
    }

    private static bool IsContinuation(string text, int at, char quote) =>
        quote == '"' && text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '\n';
}
