using System.Collections.Frozen;

namespace Trappa.Render.Html;

/// <summary>
/// From root-absolute addresses to relative ones (RFC 3986 §4.2), so that the site works in any folder of any server.
/// </summary>
/// <param name="Page">Root-absolute address of the page that the links stand on.</param>
/// <param name="Portable">Whether addresses of folders get <c>index.html</c>.</param>
/// <param name="Root">What stands for the root instead of a relative path, or null: for a page shown at any depth.</param>
/// <param name="Assets">Root-absolute name of an asset → its hashed name.</param>
internal sealed record RelativeAddress(string Page, bool Portable, string? Root, FrozenDictionary<string, string> Assets)
{
    /// <summary>The folder of the site that the page's addresses are meant in, as <c>/2024-04</c>, or empty.</summary>
    public string Under { get; init; } = "";

    /// <summary>A root-absolute address as the page writes it.</summary>
    public string Of(string address)
    {
        var (path, rest) = Split(address);
        path = Placed(Assets.GetValueOrDefault(path, path));
        if (path == Page && rest.StartsWith('#'))
        {
            return rest;
        }
        if (Portable && path.EndsWith('/'))
        {
            path += "index.html";
        }
        return Root is null ? Relative(path, rest) : Root + path[1..] + rest;
    }

    /// <summary>A root-absolute address with the name that its file has.</summary>
    public string Hashed(string address)
    {
        var (path, rest) = Split(address);
        return Placed(Assets.GetValueOrDefault(path, path)) + rest;
    }

    // A frozen edition stands in a folder of its own and shares what all pages share. "/../" leads out of it.
    private string Placed(string path) => Under.Length == 0 || path.StartsWith("/assets/", StringComparison.Ordinal) || path == "/manifest.webmanifest" ? path
        : path.StartsWith("/../", StringComparison.Ordinal) ? path[3..] : Under + path;

    /// <summary>The root-absolute address that a relative one has on the page (RFC 3986 §5.2).</summary>
    public string FromRoot(string relative)
    {
        var (path, rest) = Split(relative);
        var parts = new Stack<string>(Page.Split('/')[1..^1]);
        var names = path.Split('/');
        foreach (var name in names)
        {
            if (name == "..")
            {
                parts.TryPop(out _);
            }
            else if (name is not ("." or ""))
            {
                parts.Push(name);
            }
        }
        var end = names[^1] is "" or "." or ".." && parts.Count > 0 ? "/" : "";
        return "/" + string.Join('/', parts.Reverse()) + end + rest;
    }

    private static (string Path, string After) Split(string address)
    {
        var at = address.AsSpan().IndexOfAny('#', '?');
        return at < 0 ? (address, "") : (address[..at], address[at..]);
    }

    private string Relative(string path, string rest)
    {
        var common = 0;
        for (var i = 0; i < Math.Min(Page.Length, path.Length) && Page[i] == path[i]; i++)
        {
            if (Page[i] == '/')
            {
                common = i + 1;
            }
        }
        var ups = Page.AsSpan(common).Count('/');
        var down = path.AsSpan(common);
        if (ups > 0)
        {
            return string.Create((3 * ups) + down.Length + rest.Length, (path, common, ups, rest), static (letters, made) =>
            {
                for (var up = 0; up < made.ups; up++)
                {
                    "../".CopyTo(letters[(3 * up)..]);
                }
                made.path.AsSpan(made.common).CopyTo(letters[(3 * made.ups)..]);
                made.rest.CopyTo(letters[^made.rest.Length..]);
            });
        }
        // Nothing would be the same page with its query, a slash first the root, a first part with a colon a scheme
        // (RFC 3986 §4.2).
        var first = down.IndexOf('/') is >= 0 and var slash ? down[..slash] : down;
        return string.Concat(first.IsEmpty || first.Contains(':') ? "./" : "", down, rest);
    }
}
