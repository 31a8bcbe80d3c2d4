using Markdig;
using Markdig.Renderers;

namespace Trappa.Parse.Facts;

/// <summary>Adds facts to Markdown.</summary>
public sealed class FactExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new FactInlineParser());

    /// <summary>Nothing: the render stage writes the fact's text.</summary>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
