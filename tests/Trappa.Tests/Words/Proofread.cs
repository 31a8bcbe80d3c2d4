using System.Text.Json;
using Trappa.Commands;
using Trappa.Words;

namespace Trappa.Tests.Words;

/// <summary>A small guide whose words are looked at by the program's front door.</summary>
internal sealed class Proofread : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="files">Path and text; what a guide needs besides is there already.</param>
    public Proofread(params ReadOnlySpan<(string Path, string Text)> files)
    {
        Write("content/site.yaml", "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\n");
        Write("content/index.md", "# Start\n\nHär är guiden.\n");
        foreach (var (path, text) in files)
        {
            Write(path, text);
        }
    }

    public string Folder => _folder.Path;

    /// <summary>The program that is asked about spelling; none where it is not set.</summary>
    public string? Hunspell { get; set; }

    public TimeSpan Limit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What somebody at the terminal answers; nobody is there where it is null.</summary>
    public string? Answer { get; set; }

    /// <summary>hunspell of this machine, which the tests need.</summary>
    public static string Installed => Trappa.Words.Hunspell.Find(Environment.GetEnvironmentVariable)
        ?? throw new InvalidOperationException("hunspell is missing: install hunspell and hunspell-sv");

    public void Dispose() => _folder.Dispose();

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    public string Read(string path) => File.ReadAllText(_folder[path]);

    /// <summary>A shell script in the place of hunspell.</summary>
    public void Pretend(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("a shell script is no program there");
            return;
        }
        File.WriteAllText(_folder["hunspell"], "#!/bin/sh\n" + script);
        File.SetUnixFileMode(_folder["hunspell"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Hunspell = _folder["hunspell"];
    }

    public Terminal Run(params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["words", Folder, "--date", "2024-04-30", .. options],
            new(output, error, Folder, new(2024, 4, 30), IsTerminal: false, Colour: false)
            {
                FindHunspell = () => Hunspell,
                SpellingLimit = Limit,
                Answer = Answer is null ? null : () => Answer,
            });
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>All that is found: place, code and message, each on a line, without what only this small guide lacks.</summary>
    public string[] Found()
    {
        var told = Run("--format", "text");
        Assert.Equal(ExitCodes.Fine, told.ExitCode);
        return [.. told.Error.Split('\n')
            .Where(l => (l.Contains(": varning TR7", StringComparison.Ordinal) || l.Contains(": varning TR395", StringComparison.Ordinal)) && (Hunspell is not null || !l.Contains("TR700", StringComparison.Ordinal)))];
    }

    public JsonElement Json()
    {
        using var json = JsonDocument.Parse(Run("--format", "json").Output);
        return json.RootElement.Clone();
    }
}
