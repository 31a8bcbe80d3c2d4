using System.Collections.Immutable;
using System.Text;
using Trappa.Publishing.Hosts;
using Trappa.Render;
using Trappa.Write;

namespace Trappa.Publishing;

/// <summary>A page that would change.</summary>
/// <param name="Address">Root-absolute address.</param>
/// <param name="Words">Its words that would come, go or be others; empty where only what carries them differs.</param>
/// <param name="IsRead">Whether the page as it is published could be read; else its words are not known.</param>
public sealed record ChangedPage(string Address, ImmutableArray<WordChange> Words, bool IsRead);

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
    /// <summary>Bytes of the published site, or null where they are not known.</summary>
    public required long? BytesBefore { get; init; }
    /// <summary>Bytes of the new one.</summary>
    public required long BytesAfter { get; init; }

    /// <summary>Whether publishing would change nothing.</summary>
    public bool IsEmpty => New.IsEmpty && Changed.IsEmpty && Gone.IsEmpty && Others.IsEmpty;

    /// <summary>Compares a site in memory with a published one.</summary>
    /// <param name="files">The new site.</param>
    /// <param name="published">The published one.</param>
    public static SitePlan Of(IReadOnlyList<OutputFile> files, PublishedSite published)
    {
        var next = files.ToImmutableSortedDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal);
        var redirects = Rules(next.TryGetValue("_redirects", out var rules) ? rules.Span : default);
        var led = redirects.Select(r => r.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var differing = Differing(files, published);
        var gone = published.Digests.Keys.Where(p => !next.ContainsKey(p)).ToList();
        var added = next.Keys.Where(p => !published.Digests.ContainsKey(p)).ToList();
        // A page that only leads on to another is none of those that readers read.
        var leads = redirects.Select(r => Address(r.Split(' ')[0].Trim('/') + "/index.html")).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            New = [.. added.Where(IsPage).Select(Address).Where(a => !leads.Contains(a))],
            Changed = [.. differing.Where(IsPage).Where(p => !leads.Contains(Address(p)))
                .Select(p => published.Read.TryGetValue(p, out var old)
                    ? new ChangedPage(Address(p), WordChange.Between(PageWords.Of(old), PageWords.Of(next[p].ToArray())), true)
                    : new ChangedPage(Address(p), [], false))],
            Gone = [.. gone.Where(IsPage).Select(p => new GonePage(Address(p), false))
                .Concat(differing.Where(IsPage).Where(p => leads.Contains(Address(p))).Select(p => new GonePage(Address(p), true)))
                .OrderBy(g => g.Address, StringComparer.Ordinal)],
            Redirects = NewRules(redirects, next, published),
            Others = [.. added.Concat(differing).Concat(gone).Where(p => !IsPage(p) && p != "_redirects").Order(StringComparer.Ordinal)],
            BytesBefore = published.Bytes,
            BytesAfter = next.Values.Sum(b => (long)b.Length),
        };
    }

    /// <summary>Paths of pages that are there before and after, and differ: those whose words are to be compared.</summary>
    public static IEnumerable<string> ChangedPages(IReadOnlyList<OutputFile> files, PublishedSite published) => Differing(files, published).Where(IsPage);

    private static List<string> Differing(IReadOnlyList<OutputFile> files, PublishedSite published) =>
        [.. files.Where(f => published.Digests.ContainsKey(f.Path) && !published.Has(f.Path, f.Bytes)).Select(f => f.Path).Order(StringComparer.Ordinal)];

    // Hosts keep the list of rules to themselves. Each rule has a page that leads on as well, by which it is known.
    private static ImmutableArray<string> NewRules(
        ImmutableArray<string> rules, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> next, PublishedSite published)
    {
        if (published.Read.TryGetValue("_redirects", out var old))
        {
            return [.. rules.Except(Rules(old), StringComparer.Ordinal)];
        }
        var known = published.Digests.ContainsKey("_redirects");
        return [.. rules.Where(r => !known || (r.Split(' ')[0].Trim('/') + "/index.html" is var page && next.TryGetValue(page, out var bytes) && !published.Has(page, bytes)))];
    }

    private static bool IsPage(string path) => path.EndsWith("index.html", StringComparison.Ordinal);

    private static string Address(string path) => "/" + path[..^"index.html".Length];

    private static ImmutableArray<string> Rules(ReadOnlySpan<byte> text) =>
        [.. Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
