using System.Collections.Immutable;
using System.Text.Json;

namespace Trappa.Load;

/// <summary>
/// The npm packages that the editing page is made of, as <c>npm ci</c> has put them in a folder. npm checks each
/// against the digest in its lock file; here only the version is looked at.
/// </summary>
/// <param name="Files">Path below the page's folder, and content.</param>
public sealed record EditorPackages(ImmutableArray<(string Path, byte[] Bytes)> Files)
{
    /// <summary>The packages with the one version of each that the page is written for and tried with.</summary>
    public static ImmutableArray<(string Name, string Version)> Wanted { get; } = [("@sveltia/cms", "0.221.1"), ("yaml", "2.9.1")];

    /// <summary>What to ask npm for.</summary>
    public static string Names => string.Join(' ', Wanted.Select(w => $"{w.Name}@{w.Version}"));

    /// <summary>Reads what a browser needs of them, or says which is not there.</summary>
    /// <param name="folder">A <c>node_modules</c>.</param>
    /// <param name="language">The guide's language, for the editing page's own words.</param>
    public static (EditorPackages? Packages, string? Missing) Read(string folder, string language)
    {
        try
        {
            foreach (var (name, version) in Wanted)
            {
                if (VersionOf(Path.Combine(folder, name, "package.json")) != version)
                {
                    return (null, $"{name}@{version}");
                }
            }
            var cms = Path.Combine(folder, "@sveltia", "cms");
            List<(string, byte[])> files =
            [
                // The build for bundlers is the one that has its fonts and icons beside it.
                .. Below(Path.Combine(cms, "npm"), "sveltia/npm"),
                .. Below(Path.Combine(folder, "yaml", "browser"), "yaml"),
                ("sveltia/LICENSE.txt", File.ReadAllBytes(Path.Combine(cms, "LICENSE.txt"))),
                ("yaml/LICENSE", File.ReadAllBytes(Path.Combine(folder, "yaml", "LICENSE"))),
            ];
            var words = Path.Combine(cms, "locales", language + ".json");
            if (File.Exists(words))
            {
                // A browser takes no JSON for a module; the page's import map leads here.
                files.Add(($"sveltia/locales/{language}.js", [.. "export default "u8, .. File.ReadAllBytes(words)]));
            }
            return (new([.. files]), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return (null, Names);
        }
    }

    private static string? VersionOf(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.TryGetProperty("version", out var version) ? version.GetString() : null;
    }

    private static IEnumerable<(string Path, byte[] Bytes)> Below(string folder, string under) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".map", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => ($"{under}/{Path.GetRelativePath(folder, f).Replace('\\', '/')}", File.ReadAllBytes(f)));
}
