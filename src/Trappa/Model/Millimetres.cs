using System.Globalization;

namespace Trappa.Model;

/// <summary>Millimetres as they are written.</summary>
internal static class Millimetres
{
    /// <summary>In drawings and style sheets: to a thousandth, which is finer than any printer.</summary>
    public static string N(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>In messages: to a hundredth, as they are given.</summary>
    public static string Told(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
