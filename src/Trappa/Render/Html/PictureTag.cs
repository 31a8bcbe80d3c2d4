using System.Globalization;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Trappa.Render.Html;

/// <summary>
/// The tag of a picture of the guide's own: with its size, so that nothing moves while it loads, the files that a browser
/// may choose from, and word that it can wait where it is not the first on its page. What the text itself says stays.
/// </summary>
internal static class PictureTag
{
    /// <summary>Writes the tag.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="attributes">As they are written.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="isOnPaper">Whether it is printed.</param>
    /// <param name="isLater">Whether others come before it on the page.</param>
    /// <param name="address">Notes a root-absolute address, and gives it as the page writes it.</param>
    public static void Write(TextBuffer output, in StructAttributes attributes, ShownPicture picture, bool isOnPaper, bool isLater, Func<string, string> address)
    {
        output.Append("<img");
        var own = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < attributes.Count; i++)
        {
            own.Add(attributes[i].Name.ToString());
        }
        for (var i = 0; i < attributes.Count; i++)
        {
            var (name, value) = (attributes[i].Name.ToString(), attributes[i].Value.ToString());
            output.Attribute(name, name switch
            {
                "src" => address(isOnPaper ? picture.Widest : picture.Source),
                "srcset" => SourceSet.Map(value, address),
                _ => value,
            });
        }
        if (picture.Width > 0 && !own.Contains("width") && !own.Contains("height"))
        {
            output.Attribute("width", picture.Width.ToString(CultureInfo.InvariantCulture));
            output.Attribute("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        }
        if (isOnPaper)
        {
            output.Append('>');
            return;
        }
        if (picture.Set.Length > 0 && !own.Contains("srcset") && !own.Contains("sizes"))
        {
            output.Attribute("srcset", SourceSet.Map(picture.Set, address));
            output.Attribute("sizes", SitePictures.Sizes);
        }
        if (isLater && !own.Contains("loading"))
        {
            output.Attribute("loading", "lazy");
        }
        if (isLater && !own.Contains("decoding"))
        {
            output.Attribute("decoding", "async");
        }
        output.Append('>');
    }
}
