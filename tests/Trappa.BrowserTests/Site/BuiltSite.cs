using System.Collections.Immutable;
using Trappa.BrowserTests.Browser;
using Trappa.Commands;
using Trappa.Tests;

namespace Trappa.BrowserTests.Site;

/// <summary>A guide built by the program's front door, in a folder of its own.</summary>
public sealed class BuiltSite : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Builds a guide.</summary>
    /// <param name="guide">The guide's folder, with <c>content/</c> in it.</param>
    /// <param name="options">Options of <c>trappa build</c> beside the day and the folder to build into.</param>
    public BuiltSite(string guide, params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(
            ["build", guide, "--out", Folder, "--date", "2026-11-23", .. options],
            new(output, error, Repository.Root, new(2026, 11, 23), IsTerminal: false, Colour: false)
            {
                FindBrowser = options.Contains("--pdf") ? InstalledBrowser.FindOrGet : null,
            });
        if (code != ExitCodes.Fine)
        {
            throw new InvalidOperationException($"The guide in {guide} could not be built:\n{error}");
        }
        Files = [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        Pages = [.. Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).Select(AddressOf)];
        PagesByLooks = [.. Pages.GroupBy(LooksOf, StringComparer.Ordinal).Select(g => g.Last())];
        Steps = [.. Pages.Where(p => p.StartsWith("steg/", StringComparison.Ordinal))];
    }

    /// <summary>Where the site is.</summary>
    public string Folder => _folder["site"];

    /// <summary>All files, as paths from <see cref="Folder"/> with forward slashes.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>
    /// All pages, as addresses from the site's start without a slash first: <c>""</c> is the front page,
    /// <c>404.html</c> is among them.
    /// </summary>
    public ImmutableArray<string> Pages { get; }

    /// <summary>One of <see cref="Pages"/> for each way to look: those side by side in a folder, with none below them, are alike.</summary>
    public ImmutableArray<string> PagesByLooks { get; }

    /// <summary>The pages of steps among <see cref="Pages"/>.</summary>
    public ImmutableArray<string> Steps { get; }

    /// <summary>The bytes of one of <see cref="Files"/>.</summary>
    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    /// <summary>The file that an address from the site's start stands for.</summary>
    public static string FileOf(string address) =>
        address.Length == 0 || address.EndsWith('/') ? address + "index.html" : address;

    public void Dispose() => _folder.Dispose();

    private string LooksOf(string address) =>
        address.TrimEnd('/').LastIndexOf('/') is > 0 and var end && !Pages.Any(p => p != address && p.StartsWith(address, StringComparison.Ordinal))
            ? address[..end] + "/*" : address;

    private static string AddressOf(string file) =>
        file == "index.html" || file.EndsWith("/index.html", StringComparison.Ordinal) ? file[..^"index.html".Length] : file;
}
