
namespace Trappa.Render;

/// <summary>A piece of HTML: templates write it as it is, where they escape every other text.</summary>
/// <param name="Value">Well-formed HTML.</param>
public sealed record HtmlText(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>A text with the four signs escaped that mean something in HTML and in a quoted attribute.</summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny("<>&\"") < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
