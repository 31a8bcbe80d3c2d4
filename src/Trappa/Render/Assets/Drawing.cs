using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Trappa.Render.Assets;

/// <summary>A rectangle of one colour, in the drawing's own units.</summary>
internal readonly record struct Patch(double X, double Y, double Width, double Height, uint Rgb);

/// <summary>
/// A drawing of rectangles in solid colours, later ones over earlier ones. That is all the site's pictures need, so
/// that they can be made in pixels without a browser or a drawing library.
/// </summary>
internal sealed record Drawing(double Width, double Height, ImmutableArray<Patch> Patches)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Reads an SVG picture; null where it has anything but rectangles in solid colours and a view box.</summary>
    public static Drawing? Read(string svg)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 100_000 });
            document = XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
        var root = document.Root;
        var box = ((string?)root?.Attribute("viewBox"))?.Split(' ', ',').Select(Number).ToList();
        if (root?.Name != Svg + "svg" || box is not [0, 0, > 0, > 0])
        {
            return null;
        }
        var patches = ImmutableArray.CreateBuilder<Patch>();
        foreach (var element in root.Elements().Where(e => e.Name != Svg + "title"))
        {
            if (element.Name != Svg + "rect" || Colour((string?)element.Attribute("fill")) is not { } colour
                || element.Attributes().Any(a => a.Name.LocalName is "transform" or "stroke" or "opacity"))
            {
                return null;
            }
            var (x, y, width, height) = (Of(element, "x", 0), Of(element, "y", 0), Of(element, "width", box[2]!.Value), Of(element, "height", box[3]!.Value));
            if (x is null || y is null || width is null || height is null)
            {
                return null;
            }
            patches.Add(new(x.Value, y.Value, width.Value, height.Value, colour));
        }
        return patches.Count == 0 ? null : new(box[2]!.Value, box[3]!.Value, patches.ToImmutable());
    }

    /// <summary>The drawing as a square PNG.</summary>
    /// <param name="size">Side in pixels.</param>
    /// <param name="scale">1 fills the square; less leaves a margin in the first patch's colour, for masks.</param>
    public byte[] Png(int size, double scale) => Png(size, size, scale);

    /// <summary>The drawing as a PNG, scaled to the picture's height and set in its middle.</summary>
    public byte[] Png(int width, int height, double scale)
    {
        var palette = Patches.Select(p => p.Rgb).Distinct().ToList();
        // The first patch is the ground; it is the first colour as well.
        var pixels = new byte[width * height];
        var unit = height * scale / Height;
        var left = (width - (Width * unit)) / 2;
        var top = (height - (Height * unit)) / 2;
        foreach (var patch in Patches.Skip(1))
        {
            Fill(pixels, width, height, patch, (byte)palette.IndexOf(patch.Rgb), left, top, unit);
        }
        return PngFile.Write(width, height, palette, pixels);
    }

    // Edges fall on whole pixels: crisp at every size.
    private static void Fill(byte[] pixels, int width, int height, Patch patch, byte colour, double left, double top, double unit)
    {
        var x0 = Math.Clamp((int)Math.Round(left + (patch.X * unit), MidpointRounding.AwayFromZero), 0, width);
        var x1 = Math.Clamp((int)Math.Round(left + ((patch.X + patch.Width) * unit), MidpointRounding.AwayFromZero), 0, width);
        var y0 = Math.Clamp((int)Math.Round(top + (patch.Y * unit), MidpointRounding.AwayFromZero), 0, height);
        var y1 = Math.Clamp((int)Math.Round(top + ((patch.Y + patch.Height) * unit), MidpointRounding.AwayFromZero), 0, height);
        for (var y = y0; y < y1; y++)
        {
            pixels.AsSpan((y * width) + x0, x1 - x0).Fill(colour);
        }
    }

    private static double? Of(XElement element, string name, double otherwise) =>
        element.Attribute(name) is { } attribute ? Number(attribute.Value) : otherwise;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static uint? Colour(string? text)
    {
        if (text is not ['#', .. var digits] || digits.Length is not (3 or 6))
        {
            return null;
        }
        var six = digits.Length == 6 ? digits : string.Concat(digits.Select(d => new string(d, 2)));
        return uint.TryParse(six, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb) ? rgb : null;
    }
}
