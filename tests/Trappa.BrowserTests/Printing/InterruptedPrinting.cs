using System.Diagnostics;
using System.Globalization;
using Trappa.Tests;

namespace Trappa.BrowserTests.Printing;

/// <summary>Someone presses Ctrl-C while a browser prints, closes the terminal, or a host ends the build: the browser ends as well, and its profile is gone.</summary>
public sealed class InterruptedPrinting
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void The_browser_ends_with_us_and_leaves_no_profile(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("a shell script is no program there");
            return;
        }
        using var folder = new TemporaryFolder();
        var temporary = Directory.CreateDirectory(folder["tmp"]).FullName;
        // It says that it is there through a pipe, on which we wait, and then does nothing.
        Start("mkfifo", folder["begun"]).WaitForExit();
        // What it leaves behind takes us a while, in which nobody may take its end for a crash and build without it.
        File.WriteAllText(folder["browser"], "#!/bin/sh\n" + PdfPrinting.Straggler + $"echo $$ > '{folder["begun"]}'\nexec sleep 600\n");
        File.SetUnixFileMode(folder["browser"], UnixFileMode.UserRead | UnixFileMode.UserExecute);

        using var build = Start("dotnet", [typeof(Commands.CommandLine).Assembly.Location, "build", Repository.Root, "--out", folder["site"], "--date", "2026-11-23"],
            ("CHROME_PATH", folder["browser"]), ("TMPDIR", temporary));
        var browser = int.Parse(File.ReadAllText(folder["begun"]), CultureInfo.InvariantCulture);
        Assert.Single(Directory.GetDirectories(temporary, "trappa-print-*"));
        Start("kill", "-" + signal, build.Id.ToString(CultureInfo.InvariantCulture)).WaitForExit();

        Assert.True(build.WaitForExit(TimeSpan.FromMinutes(2)), "it goes on");
        Assert.NotEqual(0, build.ExitCode);
        // Gone, or ended and not yet taken notice of by the system.
        Assert.Matches("^(Z.*)?$", State(browser).Trim());
        Assert.Empty(Directory.GetDirectories(temporary, "trappa-print-*"));
        Assert.False(Directory.Exists(folder["site"]));
    }

    private static string State(int process)
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-o", "stat=", "-p", process.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        return ps.StandardOutput.ReadToEnd();
    }

    private static Process Start(string program, params string[] arguments) => Start(program, arguments, []);

    private static Process Start(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        return process;
    }
}
