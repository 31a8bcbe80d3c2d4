using System.Collections.Immutable;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using Trappa.Model;
using Trappa.Render;

namespace Trappa.Publishing;

/// <summary>Two editions side by side, word by word, as one page that needs nothing else.</summary>
internal static class EditionComparison
{
    private const string Style = """
        body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:0 auto;padding:1rem;color-scheme:light dark}
        table{width:100%;border-collapse:collapse;table-layout:fixed}
        td,th{vertical-align:top;text-align:start;padding:.5rem;border-top:1px solid GrayText;overflow-wrap:anywhere;white-space:pre-line}
        tbody th{width:auto;font-weight:600;border:0;padding-bottom:0}
        del{background:#f003;text-decoration:line-through}
        ins{background:#0a03;text-decoration:underline}
        .type{background:none;text-decoration:underline dotted}
        """;

    /// <summary>How many texts differ, and the page.</summary>
    /// <param name="before">The earlier edition.</param>
    /// <param name="beforeName">What it is called.</param>
    /// <param name="after">The later one, whose language the page is in.</param>
    /// <param name="afterName">What it is called.</param>
    public static (int Count, string Html) Of(Guide before, string beforeName, Guide after, string afterName)
    {
        var language = after.Language;
        var moves = Moves.Of(after);
        var old = Passages.Of(before, moves).DistinctBy(t => t.Key).ToImmutableArray();
        var next = Passages.Of(after, moves).DistinctBy(t => t.Key).ToImmutableArray();
        var rows = Rows(old, next).Where(r => r.Old?.Text != r.New?.Text).ToList();
        var title = HtmlText.Escape(language.Fill("compare_title", ("before", beforeName), ("after", afterName)));
        var html = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="{language.Code}" dir="{language.Direction}">
            <head>
            <meta charset="utf-8">
            <title>{title}</title>
            <meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex">
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{title}</h1>

            """);
        html.Append("<p>").Append(HtmlText.Escape(language.Word(rows.Count == 0 ? "compare_same" : "compare_key"))).Append("</p>\n");
        var shown = "";
        foreach (var row in rows)
        {
            var group = (row.New ?? row.Old)!.Group;
            if (group != shown)
            {
                html.Append(shown.Length == 0 ? "" : "</tbody></table>\n").Append("<h2>").Append(HtmlText.Escape(group)).Append("</h2>\n<table><thead><tr><th>")
                    .Append(HtmlText.Escape(language.Word("compare_before"))).Append("</th><th>").Append(HtmlText.Escape(language.Word("compare_after"))).Append("</th></tr></thead><tbody>\n");
                shown = group;
            }
            var (left, right) = Sides(row.Old?.Text ?? "", row.New?.Text ?? "");
            html.Append("<tr><th colspan=\"2\" scope=\"rowgroup\">").Append(HtmlText.Escape((row.New ?? row.Old)!.Label)).Append("</th></tr>\n<tr><td>")
                .Append(left).Append("</td><td>").Append(right).Append("</td></tr>\n");
        }
        html.Append(shown.Length == 0 ? "" : "</tbody></table>\n").Append("</main>\n</body>\n</html>\n");
        return (rows.Count, html.Replace("\r\n", "\n").ToString());
    }

    // The order of the later edition; what is gone stands after what it stood after.
    private static IEnumerable<(ComparedText? Old, ComparedText? New)> Rows(ImmutableArray<ComparedText> old, ImmutableArray<ComparedText> next)
    {
        var before = old.ToDictionary(t => t.Key, StringComparer.Ordinal);
        var there = next.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var goneAfter = new Dictionary<string, List<ComparedText>>(StringComparer.Ordinal);
        var last = "";
        foreach (var text in old)
        {
            if (there.Contains(text.Key))
            {
                last = text.Key;
            }
            else
            {
                (goneAfter.TryGetValue(last, out var list) ? list : goneAfter[last] = []).Add(text);
            }
        }
        return goneAfter.GetValueOrDefault("", []).Select(t => ((ComparedText?)t, (ComparedText?)null))
            .Concat(next.SelectMany(t => goneAfter.GetValueOrDefault(t.Key, []).Select(g => ((ComparedText?)g, (ComparedText?)null))
                .Prepend((before.GetValueOrDefault(t.Key), t))));
    }

    private static (string Left, string Right) Sides(string old, string next)
    {
        var result = Differ.Instance.CreateDiffs(old, next, ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(Pieces));
        var (left, right) = (new StringBuilder(), new StringBuilder());
        var (a, b) = (0, 0);
        foreach (var block in result.DiffBlocks)
        {
            left.Append(Plain(result.PiecesOld, a, block.DeleteStartA));
            right.Append(Plain(result.PiecesNew, b, block.InsertStartB));
            var gone = string.Concat(result.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            var come = string.Concat(result.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            var kind = Letters(gone) == Letters(come) ? " class=\"type\"" : "";
            left.Append(gone.Length == 0 ? "" : $"<del{kind}>{HtmlText.Escape(gone)}</del>");
            right.Append(come.Length == 0 ? "" : $"<ins{kind}>{HtmlText.Escape(come)}</ins>");
            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }
        return (left.Append(Plain(result.PiecesOld, a, result.PiecesOld.Count)).ToString(), right.Append(Plain(result.PiecesNew, b, result.PiecesNew.Count)).ToString());
    }

    private static string Plain(IReadOnlyList<string> pieces, int start, int end) => HtmlText.Escape(string.Concat(pieces.Skip(start).Take(end - start)));

    // Typography alone: the same letters and signs, but for spaces, soft hyphens, quotation marks and dashes.
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u00AD' or '\u200B' or '\uFEFF'))
        .Select(c => c switch { '”' or '“' or '„' or '»' or '«' => '"', '’' or '‘' => '\'', '–' or '—' or '−' or '‑' => '-', _ => c }));

    // A word with the signs around it, and what stands between words, each by itself.
    private static string[] Pieces(string text)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i]) != char.IsWhiteSpace(text[i - 1]))
            {
                pieces.Add(text[start..i]);
                start = i;
            }
        }
        return [.. pieces];
    }
}
