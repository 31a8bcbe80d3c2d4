using System.Globalization;

namespace Trappa.Model;

/// <summary>Millimetres as they are written.</summary>
internal static class Millimetres
{
    /// <summary>In drawings and style sheets: to a thousandth, which is finer than any printer.</summary>
    public static string N(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Without what binary fractions add: three cards of 69.9 are 209.7, and not 209.70000000000002.</summary>
    public static double Exact(double value) => Math.Round(value, 6);

    /// <summary>In messages: to a hundredth, as they are given.</summary>
    public static string Told(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
