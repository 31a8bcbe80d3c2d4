using System.Globalization;

namespace Trappa.Render.Assets;

/// <summary>Colours as CSS writes them in hexadecimal (CSS Color 4 §5.2), without alpha.</summary>
internal static class HexColour
{
    /// <summary>0xRRGGBB from three or six digits, or null.</summary>
    public static uint? Parse(string digits)
    {
        var six = digits.Length == 3 ? string.Concat(digits.Select(d => new string(d, 2))) : digits;
        return six.Length == 6 && uint.TryParse(six, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? rgb : null;
    }

    /// <summary><c>#rrggbb</c>.</summary>
    public static string Text(uint rgb) => "#" + rgb.ToString("x6", CultureInfo.InvariantCulture);
}
