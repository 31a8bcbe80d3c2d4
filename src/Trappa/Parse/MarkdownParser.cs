using System.Buffers;
using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.SmartyPants;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse.DatedBlocks;
using Trappa.Parse.Facts;
using Trappa.Parse.QuoteBlocks;

namespace Trappa.Parse;

/// <summary>
/// Markdown as this guide writes it: CommonMark with tables, footnotes, definition lists, task lists, callouts,
/// abbreviations, strike-through, bare addresses, quote blocks, dated passages and facts. Made once for a language; thread-safe.
/// </summary>
public sealed class MarkdownParser
{
    /// <summary>
    /// Markdig's own limit of nested marks. It bounds the stack that parsing and rendering need; deeper texts are
    /// told of as <see cref="Codes.MarkdownTooDeep"/>.
    /// </summary>
    public const int DeepestNesting = 128;

    /// <summary>
    /// Square brackets, colons and <c>www.</c> in one paragraph. For each, Markdig looks through the paragraph's others,
    /// so that ten times as many take a hundred times as long.
    /// </summary>
    public const int MostMarks = 10_000;

    private readonly Language _language;
    private readonly MarkdownPipeline _signs;
    private static readonly SearchValues<char> Signs = SearchValues.Create("\"'-.<>");
    private static readonly SearchValues<char> RowSigns = SearchValues.Create(" \t\r|-:");

    /// <summary>A parser for texts in a language.</summary>
    public MarkdownParser(Language language)
    {
        _language = language;
        Pipeline = Build(language);
        _signs = BuildSigns();
    }

    /// <summary>What rendering needs to know of the extensions.</summary>
    public MarkdownPipeline Pipeline { get; }

    /// <summary>Parses a text. Typographic quotation marks are set and each heading has an id afterwards.</summary>
    public (MarkdownDocument Tree, ImmutableArray<Diagnostic> Diagnostics) Parse(MarkdownText text)
    {
        if (Crowded(text.Text) is { } paragraph)
        {
            return ([], [new(Codes.TooManyMarks, text.At(paragraph, 0),
                ("limit", MostMarks.ToString(System.Globalization.CultureInfo.InvariantCulture)))]);
        }
        if (Tree(text.Text) is not { } tree)
        {
            return ([], [new(Codes.MarkdownTooDeep, text.At(TooDeepLine(text.Text), 0),
                ("limit", DeepestNesting.ToString(System.Globalization.CultureInfo.InvariantCulture)))]);
        }
        Finish(tree);
        return (tree, []);
    }

    /// <summary>
    /// The tree of a text as its writer put it: typographic signs are as they were typed. Null where it cannot be read.
    /// </summary>
    public MarkdownDocument? AsWritten(string text) => Crowded(text) is null ? Tree(text) : null;

    /// <summary>A line of plain text, such as a title in a field, with the typographic signs that a heading would have.</summary>
    public string Typographic(string line)
    {
        // Half of all titles have no such sign.
        if (!line.AsSpan().ContainsAny(Signs))
        {
            return line;
        }
        var tree = Markdown.Parse(line, _signs);
        Finish(tree);
        // Markdig takes "[a]: b" for a definition, whatever it is told to read.
        return tree is [ParagraphBlock { Inline: { } inlines }] && PlainText.Of(inlines) is { Length: > 0 } set ? set : line;
    }

    /// <summary>A field with the same; null where there is none.</summary>
    internal YamlText? Typographic(YamlText? field) => field is null ? null : field with { Value = Typographic(field.Value) };

    private static MarkdownPipeline BuildSigns()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new SmartyPantsInlineParser());
        return builder.Build();
    }

    // Where a paragraph begins that has too many marks.
    private static int? Crowded(ReadOnlySpan<char> text)
    {
        if (CountMarks(text) <= MostMarks)
        {
            return null;
        }
        int start = 0, count = 0;
        for (var line = 0; line < text.Length;)
        {
            var end = text[line..].IndexOf('\n');
            var next = end < 0 ? text.Length : line + end + 1;
            var words = text[line..next];
            (start, count) = words.IsWhiteSpace() ? (next, 0) : (start, count + CountMarks(words));
            if (count > MostMarks)
            {
                return start;
            }
            line = next;
        }
        return null;
    }

    private static int CountMarks(ReadOnlySpan<char> text) => text.Count('[') + text.Count(':') + text.Count("www.");

    // Each list within a list looks to the end of the line for a thematic break, so long rows of marks are tried cut short
    // first: what is too deep then is too deep.
    private MarkdownDocument? Tree(string text) =>
        LongRows.Cut(text, 2 * DeepestNesting) is { } shorter && Read(shorter) is null ? null : Read(text);

    private MarkdownDocument? Read(string text)
    {
        try
        {
            var tree = Markdown.Parse(text, Pipeline);
            // Emphasis in emphasis is read deeper than it can be rendered.
            if (TreeWalk.IsDeeper(tree, DeepestNesting))
            {
                return null;
            }
            if (HasDashes(text))
            {
                PlaceDashes(tree);
            }
            return tree;
        }
        catch (ArgumentException)
        {
            // The only thing that Markdig throws for a text: the depth limit.
            return null;
        }
    }

    // Rows of them under tables' heads and between passages are no signs of a text.
    private static bool HasDashes(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf("--"); at >= 0; at = text.IndexOf("--"))
        {
            var start = text[..at].LastIndexOf('\n') + 1;
            var end = text[at..].IndexOf('\n') is >= 0 and var length ? at + length : text.Length;
            if (text[start..end].ContainsAnyExcept(RowSigns))
            {
                return true;
            }
            text = text[end..];
        }
        return false;
    }

    // Markdig takes dashes out of the words afterwards, and counts their place, and that of the words after them, from the
    // beginning of a paragraph of several lines. Where the words before them end is right.
    private static void PlaceDashes(MarkdownDocument tree)
    {
        foreach (var dash in tree.Descendants<SmartyPant>().Where(p => p.Type is SmartyPantType.Dash2 or SmartyPantType.Dash3))
        {
            if (dash is { PreviousSibling: { } before, NextSibling: LiteralInline after })
            {
                var start = before.Span.End + 1;
                dash.Span = new(start, start + dash.Span.Length - 1);
                after.Span = new(dash.Span.End + 1, after.Span.End);
            }
        }
    }

    // Markdig does not say where. The text up to and with this line is the shortest that is too deep.
    private int TooDeepLine(string text)
    {
        var starts = new List<int> { 0 };
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0 && end + 1 < text.Length; end = text.IndexOf('\n', end + 1))
        {
            starts.Add(end + 1);
        }
        int low = 0, high = starts.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tree(text[..starts[middle + 1]]) is null ? (low, middle) : (middle + 1, high);
        }
        return starts[low];
    }

    /// <summary>The extensions, for whoever renders a tree without having parsed it.</summary>
    public static MarkdownPipeline Build(Language language)
    {
        var builder = new MarkdownPipelineBuilder
        {
            MaximumNestingDepth = DeepestNesting,
        };
        builder
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseTaskLists()
            .UseAlertBlocks()
            .UseAbbreviations()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseSmartyPants(Marks(language));
        builder.Extensions.Add(new QuoteBlockExtension());
        builder.Extensions.Add(new DatedBlockExtension(language.Reference("valid")));
        builder.Extensions.Add(new FactExtension());
        return builder.Build();
    }

    private static SmartyPantOptions Marks(Language language)
    {
        var marks = language.QuotationMarks;
        var options = new SmartyPantOptions();
        options.Mapping[SmartyPantType.LeftDoubleQuote] = marks[0].ToString();
        options.Mapping[SmartyPantType.RightDoubleQuote] = marks[1].ToString();
        options.Mapping[SmartyPantType.DoubleQuote] = marks[1].ToString();
        options.Mapping[SmartyPantType.LeftQuote] = marks[2].ToString();
        options.Mapping[SmartyPantType.RightQuote] = marks[3].ToString();
        options.Mapping[SmartyPantType.Quote] = "’";
        options.Mapping[SmartyPantType.LeftAngleQuote] = "«";
        options.Mapping[SmartyPantType.RightAngleQuote] = "»";
        options.Mapping[SmartyPantType.Ellipsis] = "…";
        options.Mapping[SmartyPantType.Dash2] = "–";
        options.Mapping[SmartyPantType.Dash3] = "—";
        return options;
    }

    // A hyphen with a space on each side is a dash.
    private const string Hyphen = " - ";
    private const string Dash = " – ";

    // One walk finds what has to be changed; walking is much of what parsing costs.
    private void Finish(MarkdownDocument tree)
    {
        var signs = new List<SmartyPant>();
        var comments = new List<MarkdownObject>();
        var headings = new List<HeadingBlock>();
        TreeWalk.Each(tree, node =>
        {
            switch (node)
            {
                case LiteralInline literal when literal.Content.AsSpan().Contains(Hyphen, StringComparison.Ordinal):
                    // As long as it was, so that places stay right.
                    literal.Content = new(literal.Content.ToString().Replace(Hyphen, Dash, StringComparison.Ordinal));
                    break;
                case SmartyPant sign:
                    signs.Add(sign);
                    break;
                case HeadingBlock heading:
                    headings.Add(heading);
                    break;
                case HtmlBlock { Type: HtmlBlockType.Comment }:
                case HtmlInline inline when inline.Tag.StartsWith("<!--", StringComparison.Ordinal):
                    comments.Add(node);
                    break;
            }
        });
        SetQuotationMarks(signs);
        HtmlComments.Remove(comments);
        HeadingIds.Set(headings, _language);
    }

    // Typographic signs become plain letters of the tree, so that every later reader sees the same text.
    private void SetQuotationMarks(List<SmartyPant> signs)
    {
        if (signs.Count == 0)
        {
            return;
        }
        var options = Marks(_language);
        foreach (var sign in signs)
        {
            var text = options.Mapping.TryGetValue(sign.Type, out var mark) ? mark : sign.OpeningCharacter.ToString();
            sign.ReplaceBy(new LiteralInline(text) { Span = sign.Span, Line = sign.Line, Column = sign.Column });
        }
    }
}
