using System.Collections.Concurrent;
using System.Collections.Immutable;
using Trappa.Diagnostics;

namespace Trappa.Render.Html;

/// <summary>All that a link on the site can lead to, and what is wrong with one that leads to none of it. Read by many threads.</summary>
internal sealed class LinkTargets
{
    private readonly ImmutableArray<string> _files;
    private readonly ImmutableArray<(string Address, ImmutableArray<string> Ids)> _pages;
    private readonly Lazy<HashSet<string>> _known;
    private readonly Lazy<Dictionary<string, Lazy<HashSet<string>>>> _ids;
    private readonly ConcurrentDictionary<string, Code?> _faults = new(StringComparer.Ordinal);

    /// <param name="files">Root-absolute paths of all files.</param>
    /// <param name="pages">Addresses of the pages with the ids that are on them.</param>
    public LinkTargets(ImmutableArray<string> files, ImmutableArray<(string Address, ImmutableArray<string> Ids)> pages)
    {
        _files = files;
        _pages = pages;
        _known = new(() => files.ToHashSet(StringComparer.Ordinal));
        // A set is made only of the ids of pages that links lead into, which is most of them: frozen ones take too long to make.
        _ids = new(() => pages.ToDictionary(p => p.Address,
            p => new Lazy<HashSet<string>>(() => p.Ids.ToHashSet(StringComparer.Ordinal)), StringComparer.Ordinal));
    }

    /// <summary>Whether every link leads to the same in both.</summary>
    public static bool AreSame(LinkTargets one, LinkTargets other) =>
        one._files.AsSpan().SequenceEqual(other._files.AsSpan()) && one._pages.Length == other._pages.Length
        && one._pages.Zip(other._pages).All(p => p.First.Address == p.Second.Address
            && (p.First.Ids == p.Second.Ids || p.First.Ids.AsSpan().SequenceEqual(p.Second.Ids.AsSpan())));

    /// <summary>What is wrong with a target, or null.</summary>
    /// <param name="target">Root-absolute, with its fragment.</param>
    public Code? Fault(string target) => _faults.GetOrAdd(target, Look);

    private Code? Look(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? target : target[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        path = query < 0 ? path : path[..query];
        if (!_known.Value.Contains(Uri.UnescapeDataString(path.EndsWith('/') ? path + "index.html" : path)))
        {
            return Codes.BrokenLink;
        }
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(target[(hash + 1)..]);
        // Nothing and "top" are the top of any page (HTML, "find a potential indicated element").
        return fragment.Length > 0 && !fragment.Equals("top", StringComparison.OrdinalIgnoreCase)
            && _ids.Value.TryGetValue(path, out var ids) && !ids.Value.Contains(fragment)
            ? Codes.BrokenFragment : null;
    }
}
