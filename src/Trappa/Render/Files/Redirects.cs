using System.Collections.Immutable;
using System.Text;
using Trappa.Model;

namespace Trappa.Render.Files;

/// <summary>Addresses that pages had before: a rule for hosts that know <c>_redirects</c>, and a page for those that do not.</summary>
internal static class Redirects
{
    public static ImmutableArray<OutputFile> All(Guide guide)
    {
        var moves = guide.Steps.SelectMany(s => s.Aliases.Select(a => (From: Clean(a), To: s.Address, Title: s.Name)))
            .Concat(guide.AllPages().SelectMany(p => p.Aliases.Select(a => (From: Clean(a), To: p.Address, p.Title))))
            .Where(m => m.From.Length > 0)
            .OrderBy(m => m.From, StringComparer.Ordinal)
            .ToList();
        if (moves.Count == 0)
        {
            return [];
        }
        var rules = string.Concat(moves.Select(m => $"/{m.From} {m.To} 301\n/{m.From}/ {m.To} 301\n"));
        return
        [
            new("_redirects", Encoding.UTF8.GetBytes(rules)),
            .. moves.Select(m => new OutputFile(m.From + "/index.html", Encoding.UTF8.GetBytes(Page(guide, m.From, m.To, m.Title)))),
        ];
    }

    // A path of letters, digits and hyphens; anything else could lead a file out of the site.
    private static string Clean(string alias) =>
        string.Join('/', alias.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p is not ("." or "..")));

    private static string Page(Guide guide, string from, string to, string title)
    {
        var target = string.Concat(Enumerable.Repeat("../", from.Count(c => c == '/') + 1)) + to[1..];
        var name = HtmlText.Escape(title);
        return $"""
            <!DOCTYPE html>
            <html lang="{guide.Language.Code}" dir="{guide.Language.Direction}">
            <head><meta charset="utf-8"><title>{name}</title><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={target}"></head>
            <body><h1>{name}</h1><p><a href="{target}">{name}</a></p></body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
