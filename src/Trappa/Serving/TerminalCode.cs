using System.Text;
using QRCoder;

namespace Trappa.Serving;

/// <summary>A QR code (ISO/IEC 18004) in a terminal: two modules a character, above each other.</summary>
internal static class TerminalCode
{
    /// <param name="text">What it says.</param>
    /// <param name="isColoured">Whether colours may be set; else light modules are drawn, as terminals are mostly dark.</param>
    public static string Of(string text, bool isColoured)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // Dark modules, with four light ones around them, so that a phone finds where the code ends (ISO/IEC 18004 §6.3.8).
        var rows = code.ModuleMatrix;
        var lines = new StringBuilder();
        for (var y = 0; y < rows.Count; y += 2)
        {
            // Black on white, whatever the terminal's own colours are.
            lines.Append(isColoured ? "\e[38;5;231;48;5;16m" : "");
            for (var x = 0; x < rows.Count; x++)
            {
                lines.Append((rows[y][x], y + 1 < rows.Count && rows[y + 1][x]) switch
                {
                    (false, false) => '█',
                    (false, true) => '▀',
                    (true, false) => '▄',
                    _ => ' ',
                });
            }
            lines.Append(isColoured ? "\e[0m\n" : "\n");
        }
        return lines.ToString();
    }
}
