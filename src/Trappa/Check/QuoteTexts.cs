using Markdig.Syntax;
using Trappa.Diagnostics;
using Trappa.Model;
using QuoteBlock = Trappa.Parse.QuoteBlocks.QuoteBlock;

namespace Trappa.Check;

/// <summary>
/// TR128 and TR129: a quote is one paragraph, which is set within a line and on a card, and its quotation marks are the page's.
/// </summary>
internal static class QuoteTexts
{
    private const string Marks = "\"”“„»«";

    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        foreach (var text in input.Guide.Quotes.Select(q => q.Text))
        {
            // A quote in a quote is told by itself.
            var blocks = text.Tree.Where(b => b is not (LinkReferenceDefinitionGroup or QuoteBlock)).ToList();
            if (blocks.Skip(1).FirstOrDefault() is { } second)
            {
                yield return new(Codes.QuoteOfParts, text.Text.At(second.Span.Start, second.Span.Length));
            }
            else if (IsInMarks(text.Plain.Trim()))
            {
                yield return new(Codes.QuoteInMarks, text.Text.At(blocks[0].Span.Start, 1));
            }
        }
    }

    // The whole of it, and not two things that somebody says in it.
    private static bool IsInMarks(string words) => words.Length > 1 && Marks.Contains(words[0], StringComparison.Ordinal)
        && Marks.Contains(words[^1], StringComparison.Ordinal) && !words[1..^1].Any(c => Marks.Contains(c, StringComparison.Ordinal));
}
