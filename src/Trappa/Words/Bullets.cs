using Trappa.Diagnostics;

namespace Trappa.Words;

/// <summary>TR706: a list pasted with the bullets of another program, which Markdown takes for words.</summary>
internal static class Bullets
{
    // Four blanks before a mark make it no list's (CommonMark 0.31 §5.2).
    private const int MostBlanks = 3;

    public static IEnumerable<Correction> Of(Wording wording)
    {
        var text = wording.Text.Text;
        if (text.Contains('\n', StringComparison.Ordinal) || wording.Field.Length == 0)
        {
            return wording.Kind == WordingKind.Prose ? OfLines(wording) : [];
        }
        // A field of one line: the list is YAML's already.
        return Bullet(text, 0) is { } end ? [new(Codes.PastedBullet, 0, end, "")] : [];
    }

    private static IEnumerable<Correction> OfLines(Wording wording)
    {
        var text = wording.Text.Text;
        for (var line = 0; line >= 0 && line < text.Length; line = text.IndexOf('\n', line) is var end and >= 0 ? end + 1 : -1)
        {
            var start = line;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }
            if (start - line <= MostBlanks && Bullet(text, start) is { } after && wording.Passages.Any(p => p.Offsets.Contains(start)))
            {
                yield return new(Codes.PastedBullet, start, after - start, "- ");
            }
        }
    }

    // Where the words after a bullet begin.
    private static int? Bullet(string text, int at)
    {
        if (at >= text.Length || !Signs.IsBullet(text[at]))
        {
            return null;
        }
        var end = at + 1;
        while (end < text.Length && (text[end] == ' ' || Signs.IsOddSpace(text[end])))
        {
            end++;
        }
        return end > at + 1 && end < text.Length && text[end] != '\n' ? end : null;
    }
}
