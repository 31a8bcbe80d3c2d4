using System.Collections.Frozen;
using System.Collections.Immutable;
using Trappa.Model;
using Trappa.Render.Assets;
using Trappa.Render.Html;

namespace Trappa.Render.Files;

/// <summary>
/// Addresses that pages had before: a rule for hosts that know <c>_redirects</c>, and a page for those that do not.
/// </summary>
internal static class Redirects
{
    /// <summary>Its name in the site's folder.</summary>
    public const string FileName = "_redirects";

    // The last part of the old address may be a file of the site before: omoss.html.
    private sealed record Move(ImmutableArray<string> From, string To, string Title)
    {
        public bool IsFile => From[^1].EndsWith(".html", StringComparison.OrdinalIgnoreCase);

        public string Address => "/" + string.Join('/', From) + (IsFile ? "" : "/");

        public string Path => Address[1..] + (IsFile ? "" : "index.html");
    }

    /// <summary>The rules and the pages; nothing where no page has moved.</summary>
    public static ImmutableArray<OutputFile> All(Guide guide, SiteAssets assets, bool portable)
    {
        var moves = Moves(guide).ToList();
        return moves.Count == 0 ? [] :
        [
            new(FileName, FileText.Bytes(string.Concat(moves.Select(Rules)))),
            .. moves.Select(m => new OutputFile(m.Path, FileText.Bytes(Page(guide, assets, m, portable)))),
        ];
    }

    private static IEnumerable<Move> Moves(Guide guide) =>
        guide.Steps.SelectMany(s => s.Aliases.Select(a => (Alias: a.Value, s.Address, Title: s.Name)))
            .Concat(guide.AllPages().SelectMany(p => p.Aliases.Select(a => (Alias: a.Value, p.Address, p.Title))))
            .Select(m => (From: Parts(m.Alias), m.Address, m.Title))
            .Where(m => !m.From.IsEmpty && !Taken.Contains(m.From[0]))
            .Select(m => new Move(m.From, m.Address, m.Title))
            .Where(m => m.Address != m.To)
            .DistinctBy(m => m.Path, StringComparer.OrdinalIgnoreCase)
            .OrderBy(m => m.Address, StringComparer.Ordinal);

    // Files of ours at the root: no folder can have their name.
    private static FrozenSet<string> Taken { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "404.html", "_headers", "_redirects", "favicon.ico", "feed.xml", "manifest.webmanifest", "offline.js", "robots.txt", "sitemap.xml");

    /// <summary>The rules of one of a site's files: the old address as one reads it, and the new one, both root-absolute.</summary>
    public static ImmutableArray<(string From, string To)> Read(string text) =>
        [.. text.Split('\n').Select(l => l.Split(' ')).Where(r => r.Length == 3).Select(r => (Uri.UnescapeDataString(r[0]), r[1]))];

    // None that leads out of the site, and no control character, which could begin another rule.
    private static ImmutableArray<string> Parts(string alias)
    {
        var parts = alias.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => string.Concat(p.Where(c => !char.IsControl(c))))
            .Where(p => p is not ("" or "." or ".."))
            .ToImmutableArray();
        return parts is [.., "index.html"] ? parts[..^1] : parts;
    }

    // "!": also where a file is, which is the page below. Hosts differ in whether a rule without a slash is one with it.
    private static string Rules(Move move)
    {
        var from = "/" + string.Join('/', move.From.Select(Uri.EscapeDataString));
        return $"{from} {move.To} 301!\n" + (move.IsFile ? "" : $"{from}/ {move.To} 301!\n");
    }

    private static string Page(Guide guide, SiteAssets assets, Move move, bool portable)
    {
        var target = HtmlText.Escape(new RelativeAddress(move.Address, portable, null, FrozenDictionary<string, string>.Empty).Of(move.To));
        var title = HtmlText.Escape(guide.Language.Fill("moved", ("title", FileText.Of(move.Title))));
        var name = HtmlText.Escape(FileText.Of(move.Title));
        var canonical = guide.Site.Address is { } address
            ? $"\n<link rel=\"canonical\" href=\"{HtmlText.Escape(address + move.To[1..])}\">" : "";
        return (PlainPage.Begin(guide.Language, title, $"""
            <meta http-equiv="refresh" content="0; url={target}">{canonical}
            <style>{assets.Style}</style>
            """) + $"""
            <ul class="actions"><li><a class="button first" href="{target}">{name}</a></li></ul>
            </main>
            </body>
            </html>

            """).ReplaceLineEndings("\n");
    }
}
