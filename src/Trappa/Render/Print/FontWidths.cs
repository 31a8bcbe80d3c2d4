using System.Collections.Frozen;
using System.Globalization;

namespace Trappa.Render.Print;

/// <summary>
/// Advance widths of the print font, regular and bold, from the table in <c>widths.txt</c>: Arial's, which Liberation
/// Sans, Arimo and Helvetica have as well. Without kerning and ligatures a text is as wide as their sum.
/// </summary>
internal sealed class FontWidths
{
    /// <summary>Units of an em in the table.</summary>
    public const int Em = 2048;

    // What a character is taken for that the font does not have: as wide as most that other fonts give it.
    private const int Unknown = Em;

    private readonly FrozenDictionary<char, (short Regular, short Bold)> _widths;

    private FontWidths(FrozenDictionary<char, (short Regular, short Bold)> widths) => _widths = widths;

    /// <summary>The table that comes with the program.</summary>
    public static FontWidths Read()
    {
        var widths = new Dictionary<char, (short, short)>();
        foreach (var line in PrintData.Lines("widths.txt"))
        {
            var parts = line.Split(' ');
            var (first, last) = (Hex(parts[0]), Hex(parts[1]));
            for (var i = 0; i <= last - first; i++)
            {
                widths[(char)(first + i)] = (Units(parts[2 + i]), Units(parts[2 + i + (last - first) + 2]));
            }
        }
        return new(widths.ToFrozenDictionary());
    }

    /// <summary>Whether the font has a character.</summary>
    public bool Has(char character) => IsNothing(character) || _widths.ContainsKey(character);

    /// <summary>Width of a character in 1/2048 em.</summary>
    public int Of(char character, bool isBold) => IsNothing(character) ? 0
        : !_widths.TryGetValue(character, out var width) ? Unknown
        : isBold ? width.Bold : width.Regular;

    // A soft hyphen shows at the end of a line only; a word joiner never.
    private static bool IsNothing(char character) => character is '\u00AD' or '\u2060' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF';

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static short Units(string text) => short.Parse(text, CultureInfo.InvariantCulture);
}
