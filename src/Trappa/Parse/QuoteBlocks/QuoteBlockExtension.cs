using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Trappa.Parse.QuoteBlocks;

/// <summary>Adds quote blocks to Markdown.</summary>
public sealed class QuoteBlockExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new QuoteBlockParser());

    /// <summary>Nothing: the render stage knows how a quote looks.</summary>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
