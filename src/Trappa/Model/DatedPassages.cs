using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Parse;
using Trappa.Parse.DatedBlocks;

namespace Trappa.Model;

/// <summary>A passage of a text that holds for a time.</summary>
/// <param name="Name">Its first words.</param>
/// <param name="Validity">From which day to which, and what follows.</param>
internal sealed record DatedPassage(string Name, Validity Validity);

/// <summary>
/// Settles what of a text's dated passages stands on a day: what holds is as if it were not dated, what is over is marked, left
/// out or an error, what is to come is left out. Every later reader sees the same text: page, search, handbook and card.
/// </summary>
internal static class DatedPassages
{
    private const int WordsOfName = 5;

    private static readonly ImmutableArray<string> Settings = ["from", "until", "checked", "after"], Follows = ["mark", "remove", "error"];

    /// <summary>Changes the tree and tells of all passages that it had.</summary>
    public static ImmutableArray<DatedPassage> Settle(
        MarkdownDocument tree, MarkdownText text, References references, List<Diagnostic> diagnostics)
    {
        // Walking the tree costs much, and few texts have any.
        if (!text.Text.Contains(":::", StringComparison.Ordinal))
        {
            return [];
        }
        var passages = ImmutableArray.CreateBuilder<DatedPassage>();
        foreach (var block in tree.Descendants<DatedBlock>().ToList())
        {
            // One in a passage that is left out goes with it.
            if (Root(block) == tree && Read(block, text, references, diagnostics) is { } passage)
            {
                passages.Add(passage);
                Settle(tree, block, passage, references, diagnostics);
            }
        }
        return passages.ToImmutable();
    }

    private static void Settle(MarkdownDocument tree, DatedBlock block, DatedPassage passage, References references, List<Diagnostic> diagnostics)
    {
        var (validity, today) = (passage.Validity, references.Today);
        var isPast = validity.Tell(passage.Name, today, references.Language, diagnostics);
        if ((isPast && validity.After == "remove") || validity.First?.Date > today)
        {
            block.Parent!.Remove(block);
            RemoveFootnotes(tree, block);
        }
        else if (isPast)
        {
            block.Insert(0, Line(block, validity.Words(references.Language)));
        }
        else
        {
            Unwrap(block);
        }
    }

    private static DatedPassage? Read(DatedBlock block, MarkdownText text, References references, List<Diagnostic> diagnostics)
    {
        var language = references.Language;
        Place At(int start, int length) => text.At(start, length);
        if (!block.IsClosed)
        {
            diagnostics.Add(new(Codes.PassageNotClosed, At(block.Span.Start, block.LineLength), ("word", language.Reference("valid"))));
        }
        var names = Settings.ToDictionary(language.Field, n => n, StringComparer.Ordinal);
        var values = new Dictionary<string, DatedSetting>(StringComparer.Ordinal);
        foreach (var setting in block.Settings)
        {
            if (!names.TryGetValue(setting.Name, out var name))
            {
                diagnostics.Add(new(Codes.UnknownField, At(setting.NameStart, setting.Name.Length),
                    ("name", setting.Name), ("suggestion", Nearest.Suggestion(language, setting.Name, names.Keys))));
            }
            else if (!values.TryAdd(name, setting))
            {
                var place = At(setting.NameStart, setting.Name.Length);
                diagnostics.Add(new(Codes.DuplicateKey, place, ("name", setting.Name), ("first", place.Line.ToString(CultureInfo.InvariantCulture))));
            }
        }
        LastDay? Day(string name)
        {
            if (!values.TryGetValue(name, out var setting))
            {
                return null;
            }
            var place = At(setting.ValueStart, setting.Value.Length);
            if (DateOnly.TryParseExact(setting.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return new(date, place);
            }
            diagnostics.Add(new(Codes.NotADate, place, ("value", setting.Value)));
            return null;
        }
        var after = "mark";
        if (values.TryGetValue("after", out var written))
        {
            after = Follows.FirstOrDefault(w => language.Value(w) == written.Value) ?? "";
            if (after.Length == 0)
            {
                diagnostics.Add(new(Codes.UnknownValue, At(written.ValueStart, written.Value.Length),
                    ("name", written.Name), ("value", written.Value), ("allowed", string.Join(", ", Follows.Select(language.Value)))));
            }
        }
        var validity = new Validity(Day("from"), Day("until"), after, Day("checked"));
        if (!values.ContainsKey("from") && !values.ContainsKey("until") && !values.ContainsKey("checked"))
        {
            diagnostics.Add(new(Codes.PassageWithoutDay, At(block.Span.Start, block.LineLength), ("word", language.Reference("valid"))));
        }
        return new(NameOf(block), validity);
    }

    private static string NameOf(DatedBlock block)
    {
        var words = new StringBuilder();
        foreach (var leaf in block.Descendants<LeafBlock>())
        {
            PlainText.Append(leaf.Inline, f => f.Name, words);
            words.Append(' ');
        }
        var all = words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', all.Take(WordsOfName)) + (all.Length > WordsOfName ? " …" : "");
    }

    private static ParagraphBlock Line(DatedBlock block, string words)
    {
        var span = new SourceSpan(block.Span.Start, block.Span.Start + block.LineLength - 1);
        var line = new ParagraphBlock { Inline = new ContainerInline(), Span = span, Line = block.Line, Column = block.Column };
        line.Inline.AppendChild(new LiteralInline(words) { Span = span, Line = block.Line, Column = block.Column });
        line.GetAttributes().AddClass("note-title");
        return line;
    }

    private static void Unwrap(DatedBlock block)
    {
        var (parent, at) = (block.Parent!, block.Parent!.IndexOf(block));
        parent.RemoveAt(at);
        foreach (var inner in block.ToList())
        {
            block.Remove(inner);
            parent.Insert(at++, inner);
        }
    }

    // Footnotes stand at the end of the text: those of nothing but the passage go with it, and the others are counted anew.
    private static void RemoveFootnotes(MarkdownDocument tree, DatedBlock removed)
    {
        foreach (var group in tree.OfType<FootnoteGroup>().ToList())
        {
            foreach (var note in group.OfType<Footnote>().ToList())
            {
                if (note.Links.RemoveAll(l => IsIn(l, removed)) > 0 && note.Links.Count == 0)
                {
                    group.Remove(note);
                }
            }
            var order = 0;
            foreach (var note in group.OfType<Footnote>().OrderBy(n => n.Order).ToList())
            {
                note.Order = ++order;
            }
            if (group.Count == 0)
            {
                tree.Remove(group);
            }
        }
    }

    private static bool IsIn(Inline inline, Block block)
    {
        var top = inline.Parent;
        while (top?.Parent is { } above)
        {
            top = above;
        }
        Block? at = top?.ParentBlock;
        while (at is not null && at != block)
        {
            at = at.Parent;
        }
        return at == block;
    }

    private static Block Root(Block block)
    {
        while (block.Parent is { } parent)
        {
            block = parent;
        }
        return block;
    }
}
