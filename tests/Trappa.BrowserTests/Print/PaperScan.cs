using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Trappa.Tests;

namespace Trappa.BrowserTests.Print;

/// <summary>A page of a PDF as a printer sees it: grey dots, drawn by poppler.</summary>
internal sealed class PaperScan
{
    private readonly byte[] _dots;
    private readonly int _start;

    private PaperScan(byte[] file, int resolution)
    {
        // PGM: "P5", width, height, 255, one byte a dot.
        var parts = new List<string>();
        var at = 0;
        while (parts.Count < 4)
        {
            var end = Array.FindIndex(file, at, b => b is (byte)' ' or (byte)'\n');
            parts.Add(Encoding.ASCII.GetString(file, at, end - at));
            at = end + 1;
        }
        (_dots, _start, Width, Height, Resolution) = (file, at, int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), resolution);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Dots an inch.</summary>
    public int Resolution { get; }

    /// <summary>0 is black.</summary>
    public byte this[int x, int y] => _dots[_start + (y * Width) + x];

    /// <summary>Draws all pages of a PDF.</summary>
    public static ImmutableArray<PaperScan> All(byte[] pdf, int resolution)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["in.pdf"], pdf);
        using var process = Process.Start(new ProcessStartInfo("pdftoppm",
            ["-r", resolution.ToString(CultureInfo.InvariantCulture), "-gray", folder["in.pdf"], folder["page"]]))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. Directory.GetFiles(folder.Path, "page*.pgm").Order(StringComparer.Ordinal).Select(f => new PaperScan(File.ReadAllBytes(f), resolution))];
    }

    /// <summary>The middles of the dark runs on a level line across the paper, in millimetres from the left.</summary>
    /// <param name="y">Millimetres from the top.</param>
    /// <param name="least">Where to begin, in millimetres.</param>
    /// <param name="most">Where to end.</param>
    public IEnumerable<double> DarkAcross(double y, double least, double most) => Dark(Dots(least), Dots(most), x => this[x, Dots(y)]);

    /// <summary>The same on an upright line, in millimetres from the top.</summary>
    public IEnumerable<double> DarkDown(double x, double least, double most) => Dark(Dots(least), Dots(most), y => this[Dots(x), y]);

    private IEnumerable<double> Dark(int from, int to, Func<int, byte> dot)
    {
        int? began = null;
        for (var i = from; i <= to; i++)
        {
            var isDark = i < to && dot(i) < 128;
            if (isDark && began is null)
            {
                began = i;
            }
            else if (!isDark && began is { } start)
            {
                yield return (start + i) / 2.0 * 25.4 / Resolution;
                began = null;
            }
        }
    }

    private int Dots(double millimetres) => (int)Math.Round(millimetres * Resolution / 25.4);
}
