using System.Collections.Frozen;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Parse;
using Trappa.Parse.Facts;

namespace Trappa.Model;

/// <summary>
/// Facts that are left out when their last day is over. A text without its fact would be a sentence with a hole, so the whole
/// paragraph, item or row that names it goes. What would leave a hole even so is told from the first day on.
/// </summary>
internal static class LeavingFacts
{
    /// <summary>Those of a guide by name, and whether the last day of each is over.</summary>
    public static FrozenDictionary<string, bool> Of(IEnumerable<Fact> facts, DateOnly today) =>
        facts.Where(f => f.Validity.After == "remove").DistinctBy(f => f.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(f => f.Name, f => f.Validity.Last?.Date < today, StringComparer.Ordinal);

    /// <summary>Takes the blocks out of a text that name a fact whose last day is over; a heading cannot go without what is below it.</summary>
    public static void Remove(MarkdownDocument tree, MarkdownText text, References references, List<Diagnostic> diagnostics)
    {
        foreach (var (fact, isOver) in In(tree, text, references))
        {
            var block = Whole(fact);
            if (block is HeadingBlock or null)
            {
                diagnostics.Add(Told(fact, text));
            }
            else if (isOver)
            {
                TakeOut(block);
            }
        }
    }

    /// <summary>Tells of each in a text that has nothing left without it.</summary>
    public static void Refuse(MarkdownDocument tree, MarkdownText text, References references, List<Diagnostic> diagnostics) =>
        diagnostics.AddRange(In(tree, text, references).Select(f => Told(f.Fact, text)));

    // Walking a tree costs much, and few guides have any.
    private static List<(FactInline Fact, bool IsOver)> In(MarkdownDocument tree, MarkdownText text, References references) =>
        references.Leaving.Count == 0 || !text.Text.Contains("{{", StringComparison.Ordinal) ? []
            : [.. tree.Descendants<FactInline>().Where(f => references.Leaving.ContainsKey(f.Name)).Select(f => (f, references.Leaving[f.Name]))];

    private static Diagnostic Told(FactInline fact, MarkdownText text) =>
        new(Codes.FactCannotLeave, text.At(fact.Span.Start, fact.Span.Length), ("name", fact.Name));

    // The item or row that the fact stands in, else its paragraph.
    private static Block? Whole(FactInline fact)
    {
        ContainerInline? top = fact.Parent;
        while (top?.Parent is { } above)
        {
            top = above;
        }
        Block? leaf = top?.ParentBlock;
        for (var block = leaf; block is not null; block = block.Parent)
        {
            if (block is ListItemBlock or TableRow)
            {
                return block;
            }
        }
        return leaf;
    }

    // What holds nothing else goes as well.
    private static void TakeOut(Block block)
    {
        for (var parent = block.Parent; parent is not null; (block, parent) = (parent, parent.Parent))
        {
            parent.Remove(block);
            if (parent.Count > 0)
            {
                return;
            }
        }
    }
}
