using Markdig.Syntax.Inlines;

namespace Trappa.Parse.Facts;

/// <summary>A fact used in a text: <c>{{ leader }}</c>.</summary>
public sealed class FactInline : LeafInline
{
    /// <summary>The fact's name.</summary>
    public required string Name { get; init; }
}
