using System.Collections.Immutable;
using System.Diagnostics;

namespace Trappa.BrowserTests.Browser;

/// <summary>The Chromium, Chrome or Edge of this machine; where it has none, one is fetched.</summary>
internal static class InstalledBrowser
{
    /// <summary>The program's path, or nothing where Playwright's own is to be used.</summary>
    public static string? FindOrGet()
    {
        if (Find() is { } found)
        {
            return found;
        }
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            Say("No Chromium, Chrome or Edge here: apt-get installs chromium.");
            Run("apt-get", "update", "-qq");
            Run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation");
            return Find() ?? throw new InvalidOperationException("apt-get has installed chromium, but it is not to be found.");
        }
        Say("No Chromium, Chrome or Edge here: Playwright's own installer fetches Chromium.");
        if (Microsoft.Playwright.Program.Main(["install", "--only-shell", "chromium"]) != 0)
        {
            throw new InvalidOperationException(
                "Playwright could not install Chromium. Install Chromium, Chrome or Edge, or set TRAPPA_BROWSER to one.");
        }
        return null;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("TRAPPA_BROWSER") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"TRAPPA_BROWSER names {named}, which is not there.");
        }
        return Places().FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Places()
    {
        if (OperatingSystem.IsWindows())
        {
            return from folder in (ImmutableArray<Environment.SpecialFolder>)
                   [
                       Environment.SpecialFolder.ProgramFiles,
                       Environment.SpecialFolder.ProgramFilesX86,
                       Environment.SpecialFolder.LocalApplicationData,
                   ]
                   from program in (ImmutableArray<string>)
                   [
                       @"Google\Chrome\Application\chrome.exe",
                       @"Chromium\Application\chrome.exe",
                       @"Microsoft\Edge\Application\msedge.exe",
                   ]
                   select Path.Combine(Environment.GetFolderPath(folder), program);
        }
        if (OperatingSystem.IsMacOS())
        {
            return from folder in (ImmutableArray<string>)
                   ["/Applications", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Applications")]
                   from name in (ImmutableArray<string>)["Google Chrome", "Chromium", "Microsoft Edge"]
                   select Path.Combine(folder, name + ".app", "Contents", "MacOS", name);
        }
        // Debian's Chromium without a window of its own is the same browser, and twice as fast when many windows are opened.
        return from name in (ImmutableArray<string>)
               ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"]
               from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/bin", "/snap/bin"])
               where folder.Length > 0
               select Path.Combine(folder, name);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    // The test runner shows this on the terminal as it comes; it keeps what is written to Console for itself.
    private static void Say(string what)
    {
        TestContext.Current.SendDiagnosticMessage(what);
        using var terminal = new StreamWriter(Console.OpenStandardError());
        terminal.WriteLine(what);
    }
}
