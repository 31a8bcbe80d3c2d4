using System.Diagnostics;

namespace Trappa.Tests.Editors;

/// <summary>
/// <c>.ci/netlify</c> on a host: with a browser for PDFs where one can be had, and to the end where none can. Programs that
/// would fetch or build stand here as scripts that say what they were asked.
/// </summary>
public sealed class PublishedByNetlify : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PublishedByNetlify()
    {
        foreach (var file in (string[])[".ci/netlify", ".ci/editor/fetch", ".ci/browser/fetch", "content/site.yaml"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            File.Copy(Repository.PathOf(file.Split('/')), _folder[file]);
        }
        Program("dotnet", "[ \"$1\" = --version ] && echo 10.0.100 || echo \"build with ${CHROME_PATH:-no browser}: $*\"");
        Program("npm", "mkdir -p node_modules/pdfjs-dist/standard_fonts && touch node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf");
        Program("node", $"echo '{_folder["bin/chromium"]}'");
        Program("chromium", "echo Chromium 1");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_builds_with_the_browser_and_the_font_that_it_got()
    {
        var (code, said) = Publish();
        Assert.Equal((0, true), (code, said.EndsWith($"build with {_folder["bin/chromium"]}: run --project src/Trappa --configuration Release -- build --out _site --base-url https://guide.example/\n", StringComparison.Ordinal)));
        Assert.True(File.Exists(_folder["home/.local/share/fonts/LiberationSans-Regular.ttf"]));
    }

    [Theory]
    [InlineData("npm")]
    [InlineData("node")]
    [InlineData("chromium")]
    public void Whatever_fails_on_the_way_to_a_browser_it_builds_without_one(string program)
    {
        Program(program, "echo nothing to be had >&2; exit 1");
        var (code, said) = Publish();
        Assert.Equal(0, code);
        Assert.Contains("build with no browser: run ", said, StringComparison.Ordinal);
    }

    private void Program(string name, string does)
    {
        Directory.CreateDirectory(_folder["bin"]);
        File.WriteAllText(_folder["bin/" + name], $"#!/bin/sh\n{does}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder["bin/" + name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private (int Code, string Output) Publish()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script is for the host that publishes, which runs Linux");
        var start = new ProcessStartInfo("bash", [_folder[".ci/netlify"]]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = _folder["bin"] + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = _folder["home"];
        start.Environment["CONTEXT"] = "production";
        start.Environment["URL"] = "https://guide.example/";
        foreach (var name in (string[])["CHROME_PATH", "XDG_DATA_HOME"])
        {
            start.Environment.Remove(name);
        }
        using var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
