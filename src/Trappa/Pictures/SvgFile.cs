using System.Globalization;
using System.Xml;

namespace Trappa.Pictures;

/// <summary>SVG drawings: whether they can be read, and their size (SVG 2 §8.2, §8.6).</summary>
internal static class SvgFile
{
    // Drawing programs write a few short entities; a drawing that is made to explode writes more.
    private const int MostFromEntities = 1_000_000;

    /// <summary>Size in pixels; zeros where the drawing says only a shape, or a share of the page.</summary>
    public static PictureHead Head(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray());
            using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = MostFromEntities });
            xml.MoveToContent();
            if (xml.LocalName != "svg")
            {
                throw new InvalidDataException("No drawing.");
            }
            var (width, height, box) = (xml.GetAttribute("width"), xml.GetAttribute("height"), xml.GetAttribute("viewBox"));
            while (xml.Read())
            {
                // To the end, which must be there.
            }
            return Size(Pixels(width), Pixels(height), box?.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        }
        catch (XmlException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static PictureHead Size(double width, double height, string[]? box)
    {
        if (box is not [_, _, var across, var down] || Pixels(across) <= 0 || Pixels(down) <= 0)
        {
            return Whole(width, height);
        }
        var shape = Pixels(across) / Pixels(down);
        return width > 0 && height > 0 ? Whole(width, height)
            : width > 0 ? Whole(width, width / shape)
            : height > 0 ? Whole(height * shape, height)
            : Whole(Pixels(across), Pixels(down));
    }

    private static PictureHead Whole(double width, double height) => width is >= 0.5 and < 100_000 && height is >= 0.5 and < 100_000
        ? new((int)Math.Round(width, MidpointRounding.AwayFromZero), (int)Math.Round(height, MidpointRounding.AwayFromZero)) : default;

    // Plain numbers and pixels; other units and shares of the page say nothing here.
    private static double Pixels(string? length) =>
        double.TryParse(length?.Trim().TrimEnd('p', 'x'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
