using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Trappa.Render.Assets;

/// <summary>
/// Reads the few SVG pictures that can be drawn here: a view box and rectangles in solid colours. Rounded corners
/// are drawn square, as what shows icons cuts them to its own shape.
/// </summary>
internal static class SvgDrawing
{
    private const int LongestText = 100_000;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The drawing, or null where the picture has anything else in it.</summary>
    public static Drawing? Read(string svg)
    {
        XElement? root;
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg),
                new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestText });
            root = XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
        if (root?.Name != Svg + "svg" || !root.Attributes().All(IsPlainOfRoot)
            || Box(root) is not [var left, var top, > 0 and var width, > 0 and var height])
        {
            return null;
        }
        var patches = ImmutableArray.CreateBuilder<Patch>();
        foreach (var element in root.Elements().Where(e => !IsDescription(e)))
        {
            if (Rectangle(element) is not { } patch)
            {
                return null;
            }
            patches.Add(patch with { X = patch.X - left, Y = patch.Y - top });
        }
        return patches.Count == 0 ? null : new(width, height, patches.ToImmutable());
    }

    private static double[]? Box(XElement root)
    {
        var numbers = ((string?)root.Attribute("viewBox") ?? "")
            .Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
        return numbers.Any(n => n is null) ? null : [.. numbers.Select(n => n!.Value)];
    }

    private static Patch? Rectangle(XElement element)
    {
        if (element.Name != Svg + "rect" || !element.Attributes().All(IsPlainOfRectangle)
            || !element.Elements().All(IsDescription) || Colour((string?)element.Attribute("fill")) is not { } colour)
        {
            return null;
        }
        return (Of("x"), Of("y"), Of("width"), Of("height")) is ({ } x, { } y, >= 0 and var width, >= 0 and var height)
            ? new(x, y, width, height, colour)
            : null;

        double? Of(string name) => element.Attribute(name) is { } attribute ? Number(attribute.Value) : 0;
    }

    private static bool IsDescription(XElement element) => element.Name.Namespace == Svg
        && element.Name.LocalName is "title" or "desc" or "metadata";

    // What is not known could change what is seen: a transformation, a style, an opacity.
    private static bool IsPlainOfRoot(XAttribute attribute) => attribute.IsNamespaceDeclaration || IsSilent(attribute)
        || attribute.Name.LocalName is "viewBox" or "width" or "height" or "version" or "baseProfile";

    private static bool IsPlainOfRectangle(XAttribute attribute) => IsSilent(attribute)
        || attribute.Name.LocalName is "x" or "y" or "width" or "height" or "rx" or "ry" or "fill";

    private static bool IsSilent(XAttribute attribute) => attribute.Name.Namespace == XNamespace.Xml
        || attribute.Name.LocalName is "id" or "role" || attribute.Name.LocalName.StartsWith("aria-", StringComparison.Ordinal);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : null;

    private static uint? Colour(string? text) => text is ['#', .. var digits] ? HexColour.Parse(digits) : null;
}
