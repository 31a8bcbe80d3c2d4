using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using Trappa.Languages;
using Trappa.Render;

namespace Trappa.Publishing;

/// <summary>A text before and after.</summary>
/// <param name="Group">What it belongs to: a step's or page's name.</param>
/// <param name="Label">Which part of it.</param>
/// <param name="Old">The words before; empty where it is new.</param>
/// <param name="New">The words after; empty where it is gone.</param>
internal sealed record ComparedRow(string Group, string Label, string Old, string New);

/// <summary>Texts side by side, word by word, as one page that needs nothing else.</summary>
internal static class ComparisonPage
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

    /// <summary>The page.</summary>
    /// <param name="rows">The texts that differ, in the order of the guide.</param>
    /// <param name="language">The language that the page is in.</param>
    /// <param name="before">What the earlier side is called.</param>
    /// <param name="after">What the later side is called.</param>
    public static string Of(IReadOnlyCollection<ComparedRow> rows, Language language, string before, string after)
    {
        var title = HtmlText.Escape(language.Fill("compare_title", ("before", before), ("after", after)));
        var html = new StringBuilder(PlainPage.Begin(language, title, $"<style>{Style}</style>"));
        html.Append("<p>").Append(HtmlText.Escape(language.Word(rows.Count == 0 ? "compare_same" : "compare_key"))).Append("</p>\n");
        var shown = "";
        foreach (var row in rows)
        {
            if (row.Group != shown)
            {
                html.Append(shown.Length == 0 ? "" : "</tbody></table>\n").Append("<h2>").Append(HtmlText.Escape(row.Group)).Append("</h2>\n<table><thead><tr><th>")
                    .Append(HtmlText.Escape(language.Word("compare_before"))).Append("</th><th>").Append(HtmlText.Escape(language.Word("compare_after"))).Append("</th></tr></thead><tbody>\n");
                shown = row.Group;
            }
            var (left, right) = Sides(row.Old, row.New);
            html.Append("<tr><th colspan=\"2\" scope=\"rowgroup\">").Append(HtmlText.Escape(row.Label)).Append("</th></tr>\n<tr><td>")
                .Append(left).Append("</td><td>").Append(right).Append("</td></tr>\n");
        }
        return html.Append(shown.Length == 0 ? "" : "</tbody></table>\n").Append("</main>\n</body>\n</html>\n").Replace("\r\n", "\n").ToString();
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
