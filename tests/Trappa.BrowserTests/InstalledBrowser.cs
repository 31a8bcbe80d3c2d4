using System.Diagnostics;
using Microsoft.Playwright;

namespace Trappa.BrowserTests;

/// <summary>Finds a browser of Chromium's family, or gets one and says so.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
    ];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        @"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Path of the program; null when Playwright's own installer put one where Playwright looks.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("TRAPPA_BROWSER") is { Length: > 0 } given)
        {
            return given;
        }
        return Installed() ?? Get();
    }

    private static string? Installed()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(n => folders.Select(f => Path.Combine(f, n))).Concat(Places).FirstOrDefault(File.Exists);
    }

    private static string? Get()
    {
        if (OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get"))
        {
            Console.Error.WriteLine("No browser is installed: getting Chromium by apt-get.");
            Run("apt-get", "update -qq");
            Run("apt-get", "install -y -qq --no-install-recommends chromium fonts-liberation");
            if (Installed() is { } installed)
            {
                return installed;
            }
        }
        Console.Error.WriteLine("No browser is installed: getting one by Playwright's installer.");
        return Program.Main(["install", "--with-deps", "chromium"]) == 0
            ? null
            : throw new InvalidOperationException("No browser could be had. Install Chromium, Chrome or Edge, or set TRAPPA_BROWSER to one.");
    }

    private static void Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
        process.WaitForExit();
    }
}
