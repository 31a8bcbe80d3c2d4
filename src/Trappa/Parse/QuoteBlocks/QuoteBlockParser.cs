using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Trappa.Parse.QuoteBlocks;

/// <summary>Parses <see cref="QuoteBlock"/>.</summary>
public sealed class QuoteBlockParser : BlockParser
{
    private const string Fence = ":::";

    /// <summary>A parser that opens at a colon.</summary>
    public QuoteBlockParser() => OpeningCharacters = [':'];

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !processor.Line.AsSpan().StartsWith(Fence, StringComparison.Ordinal))
        {
            return BlockState.None;
        }
        var line = processor.Line.AsSpan();
        var rest = line[Fence.Length..];
        var word = rest.Trim();
        if (word.IsEmpty || word[0] == ':')
        {
            return BlockState.None;
        }
        var wordStart = Fence.Length + rest.IndexOf(word[0]);
        var space = word.IndexOfAny(' ', '\t');
        var name = space < 0 ? [] : word[space..].Trim();
        var nameStart = space < 0 ? wordStart + word.Length : wordStart + space + word[space..].IndexOf(name);
        processor.NewBlocks.Push(new QuoteBlock(this)
        {
            Word = (space < 0 ? word : word[..space]).ToString(),
            Name = name.ToString(),
            NameStart = processor.Line.Start + nameStart,
            WordStart = processor.Line.Start + wordStart,
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Line.Start, processor.Line.End),
        });
        return BlockState.ContinueDiscard;
    }

    /// <inheritdoc/>
    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        processor.Line.AsSpan().Trim().Equals(Fence, StringComparison.Ordinal)
            ? BlockState.BreakDiscard
            : BlockState.None;
}
