namespace Trappa.Render.Search;

/// <summary>How much a word weighs by where it stands. The script reads them from the index.</summary>
internal static class Weights
{
    /// <summary>In the title, where the passage is the page as a whole; in the title of the page, of a part of it; in a heading; in the text.</summary>
    public const double Title = 9, OfPage = 3, Heading = 6, Text = 1.6;

    /// <summary>The last part of a compound, and those before it.</summary>
    public const double LastPart = 0.7, OtherPart = 0.5;

    /// <summary>By <see cref="PassageKind"/>.</summary>
    public static ReadOnlySpan<double> Kinds => [1.5, 1, 1, 1.35, 1.2];

    /// <summary>Of each word of a name: one word says it all; of ten, each a tenth of it.</summary>
    public static double InName(double weight, int words) => weight / Math.Sqrt(Math.Max(1, words));

    /// <summary>Of each word of a text: long ones have more of everything.</summary>
    public static double InText(int letters) => Text / Math.Sqrt(1 + (letters / 400.0));

    /// <summary>A weight as an index in parts has it: eighths of its logarithm.</summary>
    public static int Step(double weight) => (int)Math.Round(Math.Log(1 + weight) * 8);
}
