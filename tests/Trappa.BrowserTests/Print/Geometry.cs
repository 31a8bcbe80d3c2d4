using System.Collections.Immutable;
using System.Globalization;

namespace Trappa.BrowserTests.Print;

/// <summary>
/// Where cards must lie, in millimetres, written down anew from the description of the pocket guide: nothing here is
/// asked of the generator.
/// </summary>
public sealed record Geometry(
    string Name, string Paper, double PaperWidth, double PaperHeight,
    double Width, double Height, int Columns, int Rows, double Left, double Top)
{
    /// <summary>The presets of <c>pocket.md</c>, and one with four uneven margins.</summary>
    public static ImmutableArray<Geometry> All { get; } =
    [
        new("85x54", "A4", 210, 297, 85, 54, 2, 5, 20, 13.5),
        new("90x55", "A4", 210, 297, 90, 55, 2, 5, 15, 11),
        new("ID-1", "A4", 210, 297, 85.6, 53.98, 2, 5, 19.4, 13.55),
        new("A7", "A4", 210, 297, 74, 105, 2, 2, 31, 43.5),
        new("3.5x2in", "Letter", 215.9, 279.4, 88.9, 50.8, 2, 5, 19.05, 12.7),
        new("85x54", "Letter", 215.9, 279.4, 85, 54, 2, 4, 22.95, 31.7),
        new("uneven", "A4", 210, 297, 60, 56, 3, 4, 11, 32),
    ];

    public static TheoryData<string> Names => [.. All.Select(g => g.ToString())];

    public static Geometry Of(string name) => All.First(g => g.ToString() == name);

    /// <summary>The lines between columns.</summary>
    public ImmutableArray<double> Xs => [.. Enumerable.Range(0, Columns + 1).Select(i => Left + (i * Width))];

    /// <summary>The lines between rows.</summary>
    public ImmutableArray<double> Ys => [.. Enumerable.Range(0, Rows + 1).Select(i => Top + (i * Height))];

    /// <summary>What is seen from behind when the sheet is turned about its long edge.</summary>
    public Geometry TurnedLong => this with { Left = PaperWidth - Left - (Columns * Width) };

    /// <summary>What is seen from behind when the sheet is turned about its short edge, and then the right way up.</summary>
    public Geometry TurnedShort => this with { Top = PaperHeight - Top - (Rows * Height) };

    /// <summary>The part of the guide's settings that asks for it.</summary>
    public string Yaml => string.Create(CultureInfo.InvariantCulture,
        $"presets:\n  - {{name: {Name}, paper: {Paper}, width: {Width}, height: {Height}, columns: {Columns}, rows: {Rows}, left: {Left}, top: {Top}}}\n");

    /// <summary>The card's inner part, where text may be.</summary>
    public Box Inner(int column, int row) => new(Xs[column] + 4, Ys[row] + 4, Xs[column + 1] - 4, Ys[row + 1] - 4);

    public override string ToString() => $"{Name} on {Paper}";
}

/// <summary>A rectangle in millimetres from the paper's upper left corner.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Holds(Box other, double slack) =>
        other.Left >= Left - slack && other.Top >= Top - slack && other.Right <= Right + slack && other.Bottom <= Bottom + slack;

    /// <summary>Whether both share an area wider and higher than this.</summary>
    public bool Overlaps(Box other, double least) =>
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > least
        && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > least;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Left:0.00},{Top:0.00}–{Right:0.00},{Bottom:0.00}");
}
