using System.Diagnostics;
using Trappa.BrowserTests.Browser;
using Trappa.Commands;
using Trappa.Tests;

namespace Trappa.BrowserTests.Print;

/// <summary>What a phone reads off a printed card or booklet: the guide's own address, also in poor light and out of focus.</summary>
public sealed class CodesOnPaper : IDisposable
{
    private const string Address = "https://exempel.se/guide/";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_guides_code_is_read_from_paper_and_from_a_blurred_turned_and_dimmed_picture_of_it()
    {
        Build();
        foreach (var pdf in (string[])["skriv-ut/kort.pdf", "skriv-ut/kort-enkelsidig.pdf", "skriv-ut/hafte.pdf"])
        {
            Run("pdftoppm", "-r", "300", "-gray", _folder["site/" + pdf], _folder["sheet"]);
            var sheets = Directory.GetFiles(_folder.Path, "sheet-*.pgm").Order(StringComparer.Ordinal).ToList();
            var read = sheets.Select(s => (Sheet: s, Says: Read(s))).ToList();
            Assert.Equal([Address], read.SelectMany(r => r.Says));

            var sheet = read.Single(r => r.Says.Count > 0).Sheet;
            var photo = _folder["photo.pgm"];
            // As from a phone held askew in a stairwell: 12 degrees, out of focus, in three fifths of the light.
            File.Copy(sheet, photo, overwrite: true);
            Run("mogrify", "-background", "white", "-rotate", "12", "-blur", "0x1.5", "-evaluate", "multiply", "0.6", photo);
            Assert.Equal([Address], Read(photo));
            sheets.ForEach(File.Delete);
        }
    }

    public void Dispose() => _folder.Dispose();

    private void Build()
    {
        using var said = new StringWriter();
        var code = CommandLine.Run(
            ["build", Repository.Root, "--out", _folder["site"], "--date", "2026-11-23", "--base-url", Address, "--pdf", "require"],
            new(said, said, Repository.Root, new(2026, 11, 23), IsTerminal: false, Colour: false) { FindBrowser = InstalledBrowser.FindOrGet });
        Assert.True(code == ExitCodes.Fine, said.ToString());
    }

    // zbarimg ends with 4 where it finds nothing.
    private static List<string> Read(string picture) =>
        [.. Run("zbarimg", "--quiet", "--nodbus", "--raw", picture).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or 4, $"{program} ended with {process.ExitCode}");
        return output;
    }
}
