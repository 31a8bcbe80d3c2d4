using System.Collections.Immutable;
using System.Security.Cryptography;
using Trappa.Publishing.Hosts;
using Trappa.Write;

namespace Trappa.Publishing;

/// <summary>The site that is published, as far as a comparison needs it.</summary>
/// <param name="Digests">Path of each file → SHA-256 of its bytes, lower case hexadecimal; the manifest is not among them.</param>
/// <param name="Read">Bytes of those of its files that could be read.</param>
/// <param name="Bytes">Bytes of all of it, or null where they are not known.</param>
public sealed record PublishedSite(
    ImmutableSortedDictionary<string, string> Digests, ImmutableDictionary<string, byte[]> Read, long? Bytes)
{
    /// <summary>The site in a folder, or null where there is none.</summary>
    public static PublishedSite? In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'), File: f))
            // .nojekyll is no build's: .ci/publish puts it there for a host.
            .Where(f => f.Path is not (SiteManifest.FileName or ".nojekyll") && !f.Path.StartsWith(".git/", StringComparison.Ordinal))
            .ToImmutableDictionary(f => f.Path, f => File.ReadAllBytes(f.File), StringComparer.Ordinal);
        var site = new PublishedSite(files.ToImmutableSortedDictionary(f => f.Key, f => Digest(f.Value), StringComparer.Ordinal), files, files.Values.Sum(b => (long)b.Length));
        return site.WithoutCompressed();
    }

    /// <summary>The same without files that say again, compressed, what the texts beside them say.</summary>
    public PublishedSite WithoutCompressed() =>
        Without(Digests.Keys.Where(CompressedFiles.IsOne).Where(p => Digests.ContainsKey(Path.ChangeExtension(p, null))));

    /// <summary>The same without some files.</summary>
    public PublishedSite Without(IEnumerable<string> paths)
    {
        var gone = paths.Where(Digests.ContainsKey).ToList();
        return this with
        {
            Digests = Digests.RemoveRange(gone),
            Bytes = Bytes - gone.Sum(p => Read.TryGetValue(p, out var bytes) ? bytes.Length : 0),
        };
    }

    /// <summary>Whether it has a file of these bytes at a path.</summary>
    public bool Has(string path, ReadOnlyMemory<byte> bytes) => Digests.TryGetValue(path, out var digest) && digest == Digest(bytes.Span);

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
