using System.Collections.Immutable;
using Markdig.Parsers;
using Markdig.Syntax;
using QuoteBlock = Trappa.Parse.QuoteBlocks.QuoteBlock;

namespace Trappa.Parse.DatedBlocks;

/// <summary>Parses <see cref="DatedBlock"/>.</summary>
public sealed class DatedBlockParser : BlockParser
{
    private const string Fence = ":::";

    private readonly string _word;

    /// <summary>A parser that opens at a colon.</summary>
    /// <param name="word">The word after the colons.</param>
    public DatedBlockParser(string word)
    {
        _word = word;
        OpeningCharacters = [':'];
    }

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (processor.IsCodeIndent || !line.StartsWith(Fence, StringComparison.Ordinal))
        {
            return BlockState.None;
        }
        var words = Words(line, Fence.Length);
        if (words.IsEmpty || words[0].Text != _word)
        {
            return BlockState.None;
        }
        processor.NewBlocks.Push(new DatedBlock(this)
        {
            Settings = [.. words.Skip(1).Select(w => Setting(w.Text, processor.Line.Start + w.Start))],
            LineLength = line.TrimEnd().Length,
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Line.Start, processor.Line.End),
        });
        return BlockState.ContinueDiscard;
    }

    /// <inheritdoc/>
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsCodeIndent || !processor.Line.AsSpan().Trim().Equals(Fence, StringComparison.Ordinal) || HoldsFence((ContainerBlock)block, processor.LineIndex))
        {
            return BlockState.Continue;
        }
        ((DatedBlock)block).IsClosed = true;
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    // A line of colons belongs to the innermost of what it may end, and in code it is code. Markdig asks from the outside in, and
    // has marked none of them as open by then.
    private static bool HoldsFence(ContainerBlock block, int line) => block.LastChild switch
    {
        DatedBlock { IsClosed: false } => true,
        QuoteBlock quote => quote.Line == line - 1,
        FencedCodeBlock code => code.ClosingFencedCharCount == 0,
        ContainerBlock inner and not DatedBlock => HoldsFence(inner, line),
        _ => false,
    };

    private static ImmutableArray<(string Text, int Start)> Words(ReadOnlySpan<char> line, int start)
    {
        var words = ImmutableArray.CreateBuilder<(string, int)>();
        for (var i = start; i < line.Length; i++)
        {
            var end = i;
            while (end < line.Length && line[end] is not (' ' or '\t'))
            {
                end++;
            }
            if (end > i)
            {
                words.Add((line[i..end].ToString(), i));
                i = end;
            }
        }
        return words.ToImmutable();
    }

    private static DatedSetting Setting(string word, int start)
    {
        var sign = word.IndexOf('=', StringComparison.Ordinal);
        var name = sign < 0 ? word : word[..sign];
        var value = sign < 0 ? "" : word[(sign + 1)..].Trim('"');
        return new(name, start, value, start + (sign < 0 ? word.Length : word.IndexOf(value, sign + 1, StringComparison.Ordinal)));
    }
}
