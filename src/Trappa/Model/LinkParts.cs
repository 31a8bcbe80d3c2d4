using System.Collections.Frozen;

namespace Trappa.Model;

/// <summary>What the address of a link consists of.</summary>
internal static class LinkParts
{
    /// <summary>
    /// What a link may be besides our own references: an allow-list of schemes, so that no spelling of one that runs
    /// script gets through (WHATWG URL, "javascript:" and its kin).
    /// </summary>
    public static readonly FrozenSet<string> SafeSchemes =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "http", "https", "mailto", "tel", "sms");

    /// <summary>
    /// What stands before the first colon, unless a path, query or fragment began before it; else null. Browsers leave out
    /// control characters and spaces when they look for the scheme (WHATWG URL §4.4), so they are left out here.
    /// </summary>
    public static string? Scheme(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var other = url.AsSpan().IndexOfAny('/', '?', '#');
        return colon < 0 || (other >= 0 && other < colon)
            ? null
            : string.Concat(url[..colon].Where(c => c > ' ' && !char.IsControl(c)));
    }

    /// <summary>The path and, with its #, the fragment; empty where there is none.</summary>
    public static (string Path, string Fragment) Split(string url)
    {
        var at = url.IndexOf('#', StringComparison.Ordinal);
        return at < 0 ? (url, "") : (url[..at], url[at..]);
    }
}
