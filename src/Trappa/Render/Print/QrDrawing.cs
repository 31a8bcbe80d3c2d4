using System.Globalization;
using System.Text;
using QRCoder;

namespace Trappa.Render.Print;

/// <summary>A QR code (ISO/IEC 18004) as a drawing in millimetres, with its quiet zone of four modules.</summary>
internal static class QrDrawing
{
    /// <summary>Side of the square that it has on a card, in millimetres: modules of 0.4 mm, which phones read at arm's
    /// length, have room for an address of 120 characters.</summary>
    public const double Side = 22;

    // Smaller ones are not read at arm's length (pocket.md).
    private const double LeastModule = 0.4;

    /// <summary>Whether a code for a text has modules that are large enough.</summary>
    public static bool Fits(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = Code(generator, text);
        return Module(code) >= LeastModule;
    }

    /// <summary>Draws a code as large as its square holds, in whole hundredths of a millimetre a module.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="left">The square's left edge.</param>
    /// <param name="top">The square's upper edge.</param>
    public static string Path(string text, double left, double top)
    {
        using var generator = new QRCodeGenerator();
        using var code = Code(generator, text);
        var rows = code.ModuleMatrix;
        var module = Module(code);
        var path = new StringBuilder("<path class=\"qr\" d=\"");
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }
                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture,
                        $"M{left + (start * module):0.###} {top + (y * module):0.###}h{(x - start) * module:0.###}v{module:0.###}h-{(x - start) * module:0.###}z");
                }
            }
        }
        return path.Append("\"/>").ToString();
    }

    // M: 15 % may be dirt or wear. The library's matrix has the quiet zone around it.
    private static QRCodeData Code(QRCodeGenerator generator, string text) =>
        generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);

    private static double Module(QRCodeData code) => Math.Floor(Side / code.ModuleMatrix.Count * 100) / 100;
}
