using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Trappa.BrowserTests.Browser;
using Trappa.Render.Print;
using Trappa.Tests;

namespace Trappa.BrowserTests.Print;

/// <summary>
/// Each sheet as a picture of 150 dots an inch in black and white. One that changes is looked at before it is
/// accepted with <c>TRAPPA_ACCEPT=1</c>. Squares of a millimetre and a third are compared by how dark they are: another
/// drawing of the same letters is the same, a letter that is gone is not.
/// </summary>
public sealed class GoldenSheets(FullSheets sheets) : IClassFixture<FullSheets>
{
    private const int Resolution = 150, Square = 8;

    // Of darkness, which goes from 0 to 1; text is about 0.3.
    private const double Unlike = 0.25;

    private const int MostBytes = 3_000_000;

    private static string Folder => Repository.PathOf("tests", "Trappa.BrowserTests", "Print", "golden");

    public static TheoryData<string, Sides> Kept =>
        [.. from geometry in Geometry.All from sides in Enum.GetValues<Sides>() select (geometry.ToString(), sides)];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Every_sheet_looks_as_it_did_when_it_was_last_looked_at(string preset, Sides sides) =>
        LooksAsItDid(sheets.Of(Geometry.Of(preset), sides), $"{preset.Replace(" on ", "-", StringComparison.Ordinal)}-{sides}");

    // Of a guide that stays as it is.
    [Fact]
    public void Every_page_of_the_handbook_looks_as_it_did()
    {
        using var folder = new TemporaryFolder();
        using var said = new StringWriter();
        var code = Commands.CommandLine.Run(
            ["build", Repository.PathOf("tests", "guides", "first-aid"), "--out", folder["site"], "--date", "2024-05-01", "--base-url", "https://example.org/", "--pdf", "require"],
            new(TextWriter.Null, said, Repository.Root, new(2024, 5, 1), IsTerminal: false, Colour: false) { FindBrowser = InstalledBrowser.FindOrGet });
        Assert.True(code == 0, said.ToString());
        LooksAsItDid(File.ReadAllBytes(folder["site/print/handbook.pdf"]), "handbook");
        LooksAsItDid(File.ReadAllBytes(folder["site/print/handbook-large-print.pdf"]), "handbook-large");
    }

    /// <summary>Compares all pages of a PDF with the pictures that are kept of them, or keeps them.</summary>
    /// <param name="pdf">The PDF.</param>
    /// <param name="name">What the pictures' names begin with.</param>
    internal static void LooksAsItDid(byte[] pdf, string name)
    {
        var scans = PaperScan.All(pdf, Resolution);
        List<string> faults = [];
        foreach (var (scan, i) in scans.Select((s, i) => (s, i)))
        {
            var file = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture,
                $"{name}-{i + 1}.png"));
            if (Repository.Accepts)
            {
                Directory.CreateDirectory(Folder);
                File.WriteAllBytes(file, InkPng.Write(scan));
            }
            var (width, _, ink) = InkPng.Read(File.ReadAllBytes(file));
            Assert.Equal(scan.Width, width);
            for (var y = 0; y < scan.Height; y += Square)
            {
                for (var x = 0; x < scan.Width; x += Square)
                {
                    var (now, then, dots) = (0, 0, 0);
                    for (var v = y; v < Math.Min(y + Square, scan.Height); v++)
                    {
                        for (var u = x; u < Math.Min(x + Square, scan.Width); u++)
                        {
                            now += InkPng.Ink(scan[u, v]);
                            then += ink[(v * width) + u];
                            dots++;
                        }
                    }
                    if (Math.Abs(now - then) / (double)dots > Unlike)
                    {
                        faults.Add($"{Path.GetFileName(file)}: {x * 25.4 / Resolution:0}, {y * 25.4 / Resolution:0} mm");
                    }
                }
            }
        }
        Faults.None(faults);
    }

    [Fact]
    public void Together_they_are_small() =>
        Assert.InRange(Directory.GetFiles(Folder, "*.png").Sum(f => new FileInfo(f).Length), 1, MostBytes);
}

/// <summary>PNG (ISO/IEC 15948) of one bit a dot, without filters: as much as these pictures need.</summary>
internal static class InkPng
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>1 where there is ink.</summary>
    public static int Ink(byte dot) => dot < 144 ? 1 : 0;

    public static byte[] Write(PaperScan scan)
    {
        var stride = (scan.Width + 7) / 8;
        var rows = new byte[(stride + 1) * scan.Height];
        for (var y = 0; y < scan.Height; y++)
        {
            for (var x = 0; x < scan.Width; x++)
            {
                rows[(y * (stride + 1)) + 1 + (x / 8)] |= (byte)((1 - Ink(scan[x, y])) << (7 - (x % 8)));
            }
        }
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(rows);
        }
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, scan.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), scan.Height);
        head[8] = 1;
        using var file = new MemoryStream();
        file.Write(Signature);
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    public static (int Width, int Height, byte[] Ink) Read(byte[] file)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        // Signature and head are 33 bytes, then the length and the name of the data.
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33));
        using var inflate = new ZLibStream(new MemoryStream(file, 41, length), CompressionMode.Decompress);
        var stride = (width + 7) / 8;
        var rows = new byte[(stride + 1) * height];
        inflate.ReadExactly(rows);
        var ink = new byte[width * height];
        for (var i = 0; i < ink.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            ink[i] = (byte)((rows[(y * (stride + 1)) + 1 + (x / 8)] >> (7 - (x % 8)) & 1) ^ 1);
        }
        return (width, height, ink);
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] all = [.. name, .. data];
        file.Write(all);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check(all));
        file.Write(number);
    }

    // CRC-32 (ISO 3309), as the format has it.
    private static uint Check(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }
        return ~crc;
    }
}
