using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR222: a line that begins as a heading without the space after its signs (CommonMark 0.31 §4.2). One sign before a small
/// letter is a hashtag, and so may the others be: a warning.
/// </summary>
internal static class AlmostHeadings
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) =>
        input.Texts.SelectMany(t => t.Literals.Where(IsAlmost).Select(l => Told(t, l)));

    private static bool IsAlmost(LiteralInline literal)
    {
        var words = literal.Content.AsSpan();
        var signs = words.Length - words.TrimStart('#').Length;
        return signs is > 0 and <= 6 && signs < words.Length && !literal.IsFirstCharacterEscaped
            && (signs == 1 ? char.IsUpper(words[signs]) : char.IsLetter(words[signs]))
            && literal is { PreviousSibling: null or LineBreakInline, Parent: { Parent: null, ParentBlock: ParagraphBlock } };
    }

    private static Diagnostic Told(Prose prose, LiteralInline literal)
    {
        var words = literal.Content.ToString();
        var signs = words.Length - words.TrimStart('#').Length;
        // The first level is the page's title.
        return new(Codes.AlmostHeading, prose.Text.At(literal.Span.Start, literal.Span.Length), ("text", words), ("better", new string('#', Math.Max(2, signs)) + " " + words[signs..]));
    }
}
