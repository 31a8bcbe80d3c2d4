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
    /// <summary>The address as the page writes it.</summary>
    public string Of(string address)
    {
        var at = address.AsSpan().IndexOfAny('#', '?');
        var path = at < 0 ? address : address[..at];
        var rest = at < 0 ? "" : address[at..];
        path = Assets.GetValueOrDefault(path, path);
        if (path == Page && rest.StartsWith('#'))
        {
            return rest;
        }
        if (Portable && path.EndsWith('/'))
        {
            path += "index.html";
        }
        return (Root is null ? Relative(path) : Root + path[1..]) + rest;
    }

    private string Relative(string path)
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
        var down = path[common..];
        if (ups > 0)
        {
            return string.Concat(Enumerable.Repeat("../", ups)) + down;
        }
        // A first part with a colon would be read as a scheme (RFC 3986 §4.2).
        return down.Length == 0 || down.AsSpan(0, down.IndexOf('/', StringComparison.Ordinal) is var s && s < 0 ? down.Length : s).Contains(':')
            ? "./" + down : down;
    }
}
