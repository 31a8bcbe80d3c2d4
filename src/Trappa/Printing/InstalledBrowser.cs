using System.Collections.Immutable;

namespace Trappa.Printing;

/// <summary>Finds a Chromium, Chrome or Edge that is installed on this machine.</summary>
public static class InstalledBrowser
{
    // One without a window of its own starts sooner.
    private static readonly ImmutableArray<string> Names =
        ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "chrome", "msedge"];

    private static readonly ImmutableArray<string> Elsewhere =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    /// <summary>The browser that <c>CHROME_PATH</c> names, else the first one found on the path or where systems keep them; null where there is none.</summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static string? Find(Func<string, string?> variable)
    {
        if (variable("CHROME_PATH") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }
        var folders = (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).Concat(Elsewhere).FirstOrDefault(File.Exists);
    }
}
