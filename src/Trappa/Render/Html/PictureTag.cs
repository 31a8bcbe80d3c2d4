using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Trappa.Render.Html;

/// <summary>
/// The tag of a picture of the guide's own: with its size, so that nothing moves while it loads, the files that a browser
/// may choose from, and word that it can wait where it is not the first on its page. What the text itself says stays.
/// </summary>
internal static class PictureTag
{
    /// <summary>The tag.</summary>
    /// <param name="attributes">As they are written.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="isOnPaper">Whether it is printed.</param>
    /// <param name="isLater">Whether others come before it on the page.</param>
    /// <param name="address">Notes a root-absolute address, and gives it as the page writes it.</param>
    public static string Write(in StructAttributes attributes, ShownPicture picture, bool isOnPaper, bool isLater, Func<string, string> address)
    {
        var tag = new StringBuilder("<img");
        var own = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < attributes.Count; i++)
        {
            own.Add(attributes[i].Name.ToString());
        }
        for (var i = 0; i < attributes.Count; i++)
        {
            var (name, value) = (attributes[i].Name.ToString(), attributes[i].Value.ToString());
            Add(tag, name, name switch
            {
                "src" => address(isOnPaper ? picture.Widest : picture.Source),
                "srcset" => SourceSet.Map(value, address),
                _ => value,
            });
        }
        if (picture.Width > 0 && !own.Contains("width") && !own.Contains("height"))
        {
            Add(tag, "width", picture.Width.ToString(CultureInfo.InvariantCulture));
            Add(tag, "height", picture.Height.ToString(CultureInfo.InvariantCulture));
        }
        if (isOnPaper)
        {
            return tag.Append('>').ToString();
        }
        if (picture.Set.Length > 0 && !own.Contains("srcset") && !own.Contains("sizes"))
        {
            Add(tag, "srcset", SourceSet.Map(picture.Set, address));
            Add(tag, "sizes", SitePictures.Sizes);
        }
        if (isLater && !own.Contains("loading"))
        {
            Add(tag, "loading", "lazy");
        }
        if (isLater && !own.Contains("decoding"))
        {
            Add(tag, "decoding", "async");
        }
        return tag.Append('>').ToString();
    }

    private static void Add(StringBuilder tag, string name, string value)
    {
        tag.Append(' ').Append(name);
        // As in the pass: an empty value needs no quotation marks.
        if (value.Length > 0)
        {
            tag.Append("=\"").Append(value.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }
    }
}
