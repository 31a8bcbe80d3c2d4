using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Flows;

/// <summary>
/// Breaks texts into lines. Words break at the guide's own hyphens, after a slash or hyphen, and at last anywhere.
/// </summary>
/// <param name="words">Where words may be broken.</param>
/// <param name="share">Width of a letter as a share of the letters' height.</param>
public sealed class TextBreaker(WordList words, Func<char, double> share)
{
    /// <summary>Without a font: a line is taken for as wide as in a wide one of the usual kind, so that it fits in all of them.</summary>
    public static TextBreaker ForAnyFont(WordList words) => new(words, Share);

    // Share of the letters' height, rounded up from Verdana's, the widest that phones and desks show by themselves.
    private static double Share(char letter) => letter switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or '\u00A0' or '(' or ')' => 0.38,
        'f' or 't' or 'r' or '-' or '/' => 0.44,
        'm' or 'w' or 'M' or 'W' or '—' or '…' => 1,
        >= 'A' and <= 'Z' or 'Å' or 'Ä' or 'Ö' => 0.75,
        _ when letter > '\u2E80' => 1,
        _ => 0.62,
    };

    /// <summary>Width of a line, in the unit of the letters' height.</summary>
    public double Width(string line, double letters) => line.Sum(share) * letters;

    /// <summary>Width of the widest line.</summary>
    public double Width(ImmutableArray<string> lines, double letters) => lines.Select(l => Width(l, letters)).DefaultIfEmpty(0).Max();

    /// <summary>The lines of a text, none wider than this but where one letter is.</summary>
    public ImmutableArray<string> Break(string text, double width, double letters)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var joined = line.Length == 0 ? word : line + " " + word;
            if (Width(joined, letters) <= width)
            {
                line = joined;
                continue;
            }
            if (line.Length > 0)
            {
                lines.Add(line);
            }
            line = word;
            while (Width(line, letters) > width && line.Length > 1)
            {
                var (first, rest) = Part(line, width, letters);
                lines.Add(first);
                line = rest;
            }
        }
        if (line.Length > 0 || lines.Count == 0)
        {
            lines.Add(line);
        }
        return lines.ToImmutable();
    }

    private (string First, string Last) Part(string word, double width, double letters)
    {
        var (first, rest) = Places(word).Where(p => Width(p.First, letters) <= width).LastOrDefault();
        if (first is not null)
        {
            return (first, rest);
        }
        var at = word.Length - 1;
        while (at > 1 && (Width(word[..at] + "-", letters) > width || char.IsLowSurrogate(word[at])))
        {
            at--;
        }
        return (word[..at] + "-", word[at..]);
    }

    private IEnumerable<(string First, string Last)> Places(string word)
    {
        var own = word.TrimEnd('?', '!', '.', ',', ':');
        var at = 0;
        foreach (var part in words.Hyphenation.GetValueOrDefault(own.ToLowerInvariant(), "").Split('\u00AD').SkipLast(1))
        {
            at += part.Length;
            yield return (word[..at] + "-", word[at..]);
        }
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i - 1] is '/' or '-')
            {
                yield return (word[..i], word[i..]);
            }
        }
    }
}
