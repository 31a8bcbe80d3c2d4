using Trappa.Render.Html;

namespace Trappa.Render;

/// <summary>A piece of HTML: templates write it as it is, where they escape every other text. Two that read the same are equal.</summary>
/// <param name="value">Well-formed HTML.</param>
public class HtmlText(string value) : IEquatable<HtmlText>
{
    /// <summary>Well-formed HTML.</summary>
    public virtual string Value => value;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public bool Equals(HtmlText? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HtmlText);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>A text with the four signs escaped that mean something in HTML and in a quoted attribute.</summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny("<>&\"") < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}

/// <summary>The same in a buffer that others use after this page: the text of a page is long, and seldom wanted as a string.</summary>
/// <param name="buffer">Well-formed HTML.</param>
internal sealed class HtmlInBuffer(TextBuffer buffer) : HtmlText("")
{
    /// <summary>The buffer.</summary>
    public TextBuffer Buffer => buffer;

    /// <inheritdoc/>
    public override string Value => buffer.ToString();
}
