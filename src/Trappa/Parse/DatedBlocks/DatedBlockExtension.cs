using Markdig;
using Markdig.Renderers;
using Trappa.Parse.QuoteBlocks;

namespace Trappa.Parse.DatedBlocks;

/// <summary>Adds passages that hold for a time to Markdown.</summary>
/// <param name="word">The word after the colons, in the language of the guide.</param>
public sealed class DatedBlockExtension(string word) : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.InsertBefore<QuoteBlockParser>(new DatedBlockParser(word));

    /// <summary>Nothing: the render stage knows how a passage looks.</summary>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
