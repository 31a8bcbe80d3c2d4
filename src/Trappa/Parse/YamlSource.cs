using Trappa.Diagnostics;

namespace Trappa.Parse;

/// <summary>
/// How a text is written in its file: with quotation marks doubled or escaped, broken into lines or indented
/// (YAML 1.2 §7.3 and §8.1), so that a letter of the text can be told as a place in the file.
/// </summary>
/// <param name="Text">All of the YAML.</param>
/// <param name="Start">0-based offset of the text's first letter in it, or of the blanks before that.</param>
/// <param name="Place">Where the first line of the YAML stands in its file.</param>
/// <param name="Quote">The quotation mark around it, or a space.</param>
public sealed record YamlSource(string Text, int Start, Place Place, char Quote)
{
    /// <summary>The place of a 0-based offset in the value that the text stands for.</summary>
    public Place At(string value, int offset, int length)
    {
        var at = Start;
        for (var i = 0; i <= offset && i < value.Length; i++)
        {
            at = Skip(at, value[i]);
            if (i < offset)
            {
                at = Next(at, value[i]);
            }
        }
        at = Math.Min(at, Text.Length);
        var before = Text.AsSpan(0, at);
        return new(Place.File, Place.Line + before.Count('\n'), at - before.LastIndexOf('\n'), length);
    }

    // Letters come in their order; only blanks between them may be others than those of the value.
    private int Skip(int at, char letter)
    {
        while (at < Text.Length && ((char.IsWhiteSpace(Text[at]) && !char.IsWhiteSpace(letter)) || IsContinuation(at)))
        {
            at += IsContinuation(at) ? 2 : 1;
        }
        return at;
    }

    private int Next(int at, char letter)
    {
        if (at >= Text.Length || (char.IsWhiteSpace(letter) && Text[at] != letter && Text[at] != '\\'))
        {
            return at;
        }
        if (Quote == '"' && Text[at] == '\\' && at + 1 < Text.Length)
        {
            return at + (Text[at + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 });
        }
        return at + (Quote == '\'' && Text[at] == '\'' ? 2 : 1);
    }

    private bool IsContinuation(int at) => Quote == '"' && Text[at] == '\\' && at + 1 < Text.Length && Text[at + 1] == '\n';
}
