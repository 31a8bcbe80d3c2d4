using System.Collections.Immutable;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Trappa.Parse.DatedBlocks;

/// <summary>A passage that holds for a time: <c>::: gäller till=2025-05-01 efter=ta-bort</c> and what stands up to <c>:::</c>.</summary>
/// <param name="parser">The parser that made it.</param>
public sealed class DatedBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>What the first line says of it.</summary>
    public required ImmutableArray<DatedSetting> Settings { get; init; }

    /// <summary>Length of the first line.</summary>
    public required int LineLength { get; init; }

    /// <summary>Whether a line of colons ends it.</summary>
    public bool IsClosed { get; internal set; }
}

/// <summary>A name and its value.</summary>
/// <param name="Name">What stands before the equals sign.</param>
/// <param name="NameStart">0-based offset of the name in the text.</param>
/// <param name="Value">What stands after it; empty where there is none.</param>
/// <param name="ValueStart">0-based offset of the value in the text.</param>
public sealed record DatedSetting(string Name, int NameStart, string Value, int ValueStart);
