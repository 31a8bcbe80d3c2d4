using System.Collections.Immutable;
using System.Text;
using Trappa.Publishing.Hosts;
using Trappa.Render;
using Trappa.Write;

namespace Trappa.Publishing;

/// <summary>A page that would change.</summary>
/// <param name="Address">Root-absolute address.</param>
/// <param name="Words">Its words that would come, go or be others; empty where only what carries them differs.</param>
public sealed record ChangedPage(string Address, ImmutableArray<WordChange> Words);

/// <summary>A page that would be gone.</summary>
/// <param name="Address">Root-absolute address.</param>
/// <param name="IsRedirected">Whether whoever comes there is led on.</param>
public sealed record GonePage(string Address, bool IsRedirected);

/// <summary>What publishing a site would do to the one that is published.</summary>
public sealed record SitePlan
{
    /// <summary>Addresses of pages that are not there yet.</summary>
    public required ImmutableArray<string> New { get; init; }
    /// <summary>Pages that would change.</summary>
    public required ImmutableArray<ChangedPage> Changed { get; init; }
    /// <summary>Pages that would be gone.</summary>
    public required ImmutableArray<GonePage> Gone { get; init; }
    /// <summary>Rules of <c>_redirects</c> that are new, in its own form.</summary>
    public required ImmutableArray<string> Redirects { get; init; }
    /// <summary>Paths of other files that would come, go or change.</summary>
    public required ImmutableArray<string> Others { get; init; }
    /// <summary>Bytes of the published site.</summary>
    public required long BytesBefore { get; init; }
    /// <summary>Bytes of the new one.</summary>
    public required long BytesAfter { get; init; }

    /// <summary>Whether publishing would change nothing.</summary>
    public bool IsEmpty => New.IsEmpty && Changed.IsEmpty && Gone.IsEmpty && Others.IsEmpty;

    /// <summary>Compares a site in memory with a published one.</summary>
    /// <param name="files">The new site.</param>
    /// <param name="published">The published one by path; its manifest is not among them.</param>
    public static SitePlan Of(IReadOnlyList<OutputFile> files, ImmutableSortedDictionary<string, byte[]> published)
    {
        var next = files.ToImmutableSortedDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal);
        var redirects = Rules(next.TryGetValue("_redirects", out var rules) ? rules.Span : default);
        var led = redirects.Select(r => r.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var differing = next.Keys.Where(p => published.TryGetValue(p, out var old) && !next[p].Span.SequenceEqual(old)).ToList();
        var gone = published.Keys.Where(p => !next.ContainsKey(p)).ToList();
        var added = next.Keys.Where(p => !published.ContainsKey(p)).ToList();
        // A page that only leads on to another is none of those that readers read.
        var leads = redirects.Select(r => Address(r.Split(' ')[0].Trim('/') + "/index.html")).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            New = [.. added.Where(IsPage).Select(Address).Where(a => !leads.Contains(a))],
            Changed = [.. differing.Where(IsPage).Where(p => !leads.Contains(Address(p)))
                .Select(p => new ChangedPage(Address(p), WordChange.Between(PageWords.Of(published[p]), PageWords.Of(next[p].ToArray()))))],
            Gone = [.. gone.Where(IsPage).Select(p => new GonePage(Address(p), false))
                .Concat(differing.Where(IsPage).Where(p => leads.Contains(Address(p))).Select(p => new GonePage(Address(p), true)))
                .OrderBy(g => g.Address, StringComparer.Ordinal)],
            Redirects = [.. redirects.Except(Rules(published.GetValueOrDefault("_redirects")), StringComparer.Ordinal)],
            Others = [.. added.Concat(differing).Concat(gone).Where(p => !IsPage(p) && p != "_redirects").Order(StringComparer.Ordinal)],
            BytesBefore = published.Values.Sum(b => (long)b.Length),
            BytesAfter = next.Values.Sum(b => (long)b.Length),
        };
    }

    /// <summary>The files of a published site in a folder, or null where there is none.</summary>
    public static ImmutableSortedDictionary<string, byte[]>? Published(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (path != SiteManifest.FileName && !path.StartsWith(".git/", StringComparison.Ordinal))
            {
                files[path] = File.ReadAllBytes(file);
            }
        }
        // They say again what the texts beside them say.
        files.RemoveRange([.. files.Keys.Where(CompressedFiles.IsOne).Where(p => files.ContainsKey(Path.ChangeExtension(p, null)))]);
        return files.ToImmutable();
    }

    private static bool IsPage(string path) => path.EndsWith("index.html", StringComparison.Ordinal);

    private static string Address(string path) => "/" + path[..^"index.html".Length];

    private static ImmutableArray<string> Rules(ReadOnlySpan<byte> text) =>
        [.. Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
