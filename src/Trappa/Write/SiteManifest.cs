using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Trappa.Write;

/// <summary>A file of a published site.</summary>
/// <param name="Path">Relative path with <c>/</c> between folders.</param>
/// <param name="Sha256">FIPS 180-4 digest of its bytes, in lower case hexadecimal.</param>
public readonly record struct ManifestEntry(string Path, string Sha256);

/// <summary>
/// What a build put into its folder, kept there as <c>.trappa</c>: the mark that the folder is ours to replace, and
/// the list that two builds are compared by. A first line with the format's version, then lines as of
/// <c>sha256sum</c>, which can check them.
/// </summary>
/// <param name="Format">Version of the format; 1 here.</param>
/// <param name="Files">All files but the manifest itself, by path in ordinal order; empty in a format not known.</param>
public sealed record SiteManifest(int Format, ImmutableArray<ManifestEntry> Files)
{
    /// <summary>Its name in the site's folder.</summary>
    public const string FileName = ".trappa";

    private const string Mark = "# trappa ";
    private const int KnownFormat = 1, DigestLength = 64;

    /// <summary>Whether its list of files can be read here.</summary>
    public bool IsKnown => Format == KnownFormat;

    /// <summary>A manifest of these files.</summary>
    public static SiteManifest Of(IEnumerable<ManifestEntry> files) =>
        new(KnownFormat, [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);

    /// <summary>The manifest in these lines, or null when they are none of ours.</summary>
    public static SiteManifest? Parse(string text)
    {
        var lines = text.Split('\n');
        if (!lines[0].StartsWith(Mark, StringComparison.Ordinal)
            || !int.TryParse(lines[0].AsSpan(Mark.Length).TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture,
                out var format))
        {
            return null;
        }
        // A newer Trappa wrote it: ours to replace, though not ours to read.
        return format == KnownFormat
            ? new(format, [.. lines.Skip(1).Where(IsEntry).Select(ToEntry)])
            : new(format, []);
    }

    /// <summary>The bytes of its file.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Mark).Append(Format).Append('\n');
        foreach (var file in Files)
        {
            text.Append(file.Sha256).Append("  ").Append(file.Path).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static bool IsEntry(string line) => line.Length > DigestLength + 2;

    private static ManifestEntry ToEntry(string line) => new(line[(DigestLength + 2)..], line[..DigestLength]);
}
