using Markdig.Parsers;
using Markdig.Syntax;

namespace Trappa.Parse.QuoteBlocks;

/// <summary>A quote set as a block: <c>::: citat picknick</c>, with or without a closing <c>:::</c> on the next line.</summary>
/// <param name="parser">The parser that made it.</param>
public sealed class QuoteBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>The first word after the colons.</summary>
    public required string Word { get; init; }

    /// <summary>What follows it: the quote's name.</summary>
    public required string Name { get; init; }

    /// <summary>0-based offset of the name in the text.</summary>
    public required int NameStart { get; init; }

    /// <summary>0-based offset of the word in the text.</summary>
    public required int WordStart { get; init; }
}
