using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Trappa.Languages;

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

    /// <summary>Whether the font has all letters of a language, so that its texts can be measured.</summary>
    public bool IsFor(Language language) => language.Letters.All(_widths.ContainsKey);

    /// <summary>Whether a browser can show a sign without another font: it makes spaces of any width itself, and joins marks to their letters.</summary>
    public bool Has(Rune sign) => (sign.IsBmp && _widths.ContainsKey((char)sign.Value))
        || Rune.GetUnicodeCategory(sign) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    /// <summary>Width of a character in 1/2048 em.</summary>
    public int Of(char character, bool isBold) => IsNothing(character) ? 0
        : !_widths.TryGetValue(character, out var width) ? Unknown
        : isBold ? width.Bold : width.Regular;

    // A soft hyphen shows at the end of a line only; a word joiner never. A mark stands on its letter.
    private static bool IsNothing(char character) => character is '\u00AD' or '\u2060' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF'
        || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static short Units(string text) => short.Parse(text, CultureInfo.InvariantCulture);
}
