using AngleSharp.Html.Parser.Tokens.Struct;

namespace Trappa.Render.Html;

/// <summary>What a start tag's attributes say, as they stand in the source.</summary>
internal ref struct TagFacts
{
    public ReadOnlySpan<char> Id;
    public ReadOnlySpan<char> Href;
    public ReadOnlySpan<char> Source;
    public ReadOnlySpan<char> Alt;
    public bool HasHref;
    public bool HasAlt;
    public bool HasAddress;
    public bool IsAbsolute;
    public bool IsHidden;
    public bool IsNamed;
    public bool IsUntranslated;

    public readonly bool IsChanged => HasAddress || IsAbsolute;

    /// <summary>Of a tag's attributes.</summary>
    public static TagFacts Of(in StructAttributes attributes)
    {
        var tag = new TagFacts();
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            var value = attribute.Value.Memory.Span;
            switch (attribute.Name.Memory.Span)
            {
                case "id":
                    tag.Id = value;
                    break;
                case "href":
                    tag.HasHref = true;
                    tag.Href = value;
                    tag.HasAddress = true;
                    break;
                case "src":
                    tag.Source = value;
                    tag.HasAddress = true;
                    break;
                case "srcset" or "poster" or "action":
                    tag.HasAddress = true;
                    break;
                case "data-absolute":
                    tag.IsAbsolute = true;
                    break;
                case "alt":
                    tag.HasAlt = true;
                    tag.Alt = value;
                    break;
                case "aria-label" or "aria-labelledby" or "title":
                    tag.IsNamed |= !value.IsWhiteSpace();
                    break;
                case "aria-hidden":
                    tag.IsHidden = value is "true";
                    break;
                case "translate":
                    tag.IsUntranslated = value is "no";
                    break;
            }
        }
        return tag;
    }
}
