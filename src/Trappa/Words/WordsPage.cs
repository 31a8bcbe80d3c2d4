using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Render;

namespace Trappa.Words;

/// <summary>The report as one page that needs nothing else and fetches nothing.</summary>
internal static class WordsPage
{
    // So much of a line around the words in question.
    private const int Around = 60;

    private const string Style = """
        :root{color-scheme:light dark;--accent:#8E1022;--line:#857A6E;--mark:#FBE9E2;--muted:#4A433D}
        @media(prefers-color-scheme:dark){:root{--accent:#FFB3A6;--line:#8F8478;--mark:#37201B;--muted:#CBC1B5}body{background:#16130F;color:#F4EDE4}}
        body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
        h1,h2{line-height:1.2}h1{font-size:clamp(1.5rem,6vw,2rem)}h2{margin-block:2.5rem .5rem;border-top:1px solid var(--line);padding-top:1rem}
        a{color:var(--accent)}nav a,summary{min-height:2.75rem;line-height:2.75rem}nav a{display:inline-block}summary{cursor:pointer}
        a:focus-visible,summary:focus-visible{outline:3px solid #0A4A94;outline-offset:2px}
        @media(prefers-color-scheme:dark){a:focus-visible,summary:focus-visible{outline-color:#9CC7FF}}
        ul{padding-inline-start:1.25rem}nav ul{list-style:none;padding:0}li{margin-block:.5rem}nav li{margin:0}li>p{margin-block:.25rem}
        mark{background:var(--mark);color:inherit;text-decoration:underline;text-decoration-color:var(--accent)}
        code{font:0.9375rem/1.5 ui-monospace,monospace}.place,.note{color:var(--muted)}
        table{border-collapse:collapse}td,th{text-align:start;vertical-align:top;padding:.5rem;border-bottom:1px solid var(--line)}td.n,th.n{text-align:end}
        pre{font:0.875rem/1.5 ui-monospace,monospace;white-space:pre-wrap;border:1px solid var(--line);padding:.75rem}
        """;

    // What is found, in the order of an editor's care.
    private static readonly ImmutableArray<(string Title, ImmutableArray<Code> Codes)> Order =
    [
        ("words_spelling", [Codes.SpellingLeftOut, Codes.Misspelt]),
        ("words_to_exchange", [Codes.WordToAvoid, Codes.SynonymInText]),
        ("words_two_names", [Codes.TwoForms, Codes.OldName]),
        ("words_by_hand", [Codes.FactByHand, Codes.OldFactByHand]),
        ("words_hard", [Codes.HardPage, Codes.LongSentence]),
        ("words_signs", [Codes.WrongSign, Codes.OddSpace, Codes.InvisibleSign, Codes.PastedBullet, Codes.LettersDrawnTogether, Codes.SplitWord]),
    ];

    /// <summary>What was found, in groups with their names; the last is what the check tells anyway.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<Diagnostic> Found)> Groups(WordsReport report)
    {
        var language = report.Words.Guide.Language;
        var known = Order.SelectMany(g => g.Codes).ToHashSet();
        return Order.Select(group => (language.Word(group.Title), (IReadOnlyList<Diagnostic>)[.. report.Found.Where(d => group.Codes.Contains(d.Code))]))
            .Append((language.Word("words_others"), [.. report.Found.Where(d => !known.Contains(d.Code))]));
    }

    /// <summary>The page.</summary>
    public static string Of(WordsReport report)
    {
        var language = report.Words.Guide.Language;
        var title = HtmlText.Escape(language.Fill("words_title", ("title", report.Words.Guide.Site.Title)));
        var html = new StringBuilder(PlainPage.Begin(language, title, $"""
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <style>{Style}</style>
            """)).Append("<p>").Append(Words(language, "words_lead")).Append("</p>\n");
        var groups = Groups(report).ToList();
        Contents(html, language, [.. groups.Select(g => $"{g.Title} ({Number(g.Found.Count)})"),
            language.Word("words_pages"), language.Word("words_fixes"), language.Word("words_all")]);
        for (var i = 0; i < groups.Count; i++)
        {
            Heading(html, i, groups[i].Title);
            Found(html, report, groups[i].Found);
        }
        Heading(html, groups.Count, language.Word("words_pages"));
        Pages(html, report);
        Heading(html, groups.Count + 1, language.Word("words_fixes"));
        Fixes(html, report);
        Heading(html, groups.Count + 2, language.Word("words_all"));
        All(html, report);
        return html.Append("</main>\n</body>\n</html>\n").Replace("\r\n", "\n").ToString();
    }

    private static void Contents(StringBuilder html, Language language, ImmutableArray<string> titles)
    {
        html.Append($"<nav aria-label=\"{Words(language, "contents")}\">\n<ul>\n");
        for (var i = 0; i < titles.Length; i++)
        {
            html.Append($"<li><a href=\"#p{Number(i + 1)}\">{HtmlText.Escape(titles[i])}</a></li>\n");
        }
        html.Append("</ul>\n</nav>\n");
    }

    private static void Heading(StringBuilder html, int number, string title) =>
        html.Append($"<h2 id=\"p{Number(number + 1)}\">{HtmlText.Escape(title)}</h2>\n");

    // The same thing said of several places is said once.
    private static void Found(StringBuilder html, WordsReport report, IReadOnlyList<Diagnostic> found)
    {
        var language = report.Words.Guide.Language;
        if (found.Count == 0)
        {
            html.Append($"<p>{Words(language, "words_nothing")}</p>\n");
            return;
        }
        html.Append("<ul>\n");
        foreach (var same in found.GroupBy(d => (d.Code, Message: d.Message(language), Remedy: d.Remedy(language))))
        {
            html.Append($"<li><p>{HtmlText.Escape(same.Key.Message)}</p>\n<p class=\"note\">{HtmlText.Escape(same.Key.Remedy)} <small>({same.Key.Code.Id})</small></p>\n<ul>\n");
            foreach (var diagnostic in same)
            {
                html.Append($"<li><code class=\"place\">{HtmlText.Escape(diagnostic.Place.ToString())}</code>{Excerpt(report, diagnostic.Place)}</li>\n");
            }
            html.Append("</ul></li>\n");
        }
        html.Append("</ul>\n");
    }

    private static string Excerpt(WordsReport report, Place place)
    {
        if (place.Line == 0 || place.Column == 0 || !report.Files.TryGetValue(place.File, out var file))
        {
            return "";
        }
        var lines = file.Text!.Split('\n');
        if (place.Line > lines.Length || lines[place.Line - 1].TrimEnd('\r') is not { Length: > 0 } line || place.Column > line.Length)
        {
            return "";
        }
        var start = place.Column - 1;
        var end = Math.Min(line.Length, start + Math.Max(1, place.Length));
        var (from, to) = (Whole(line, Math.Max(0, start - Around)), Whole(line, Math.Min(line.Length, end + Around)));
        return $"<br>{(from > 0 ? "…" : "")}{HtmlText.Escape(line[from..start])}<mark>{HtmlText.Escape(WordsReport.Shown(line[start..end]))}</mark>{HtmlText.Escape(line[end..to])}{(to < line.Length ? "…" : "")}";
    }

    // Not between the two halves of a letter.
    private static int Whole(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;

    private static void Pages(StringBuilder html, WordsReport report)
    {
        var language = report.Words.Guide.Language;
        var limits = report.Words.Guide.Words.Limits;
        html.Append($"<p>{HtmlText.Escape(language.Fill("words_pages_lead", ("lix", Number(limits.Lix)), ("sentence", Number(limits.Sentence))))}</p>\n<table>\n<thead><tr><th scope=\"col\">{Words(language, "words_page")}</th><th class=\"n\" scope=\"col\">LIX</th><th class=\"n\" scope=\"col\">{Words(language, "words_longest")}</th></tr></thead>\n<tbody>\n");
        foreach (var page in report.Pages)
        {
            html.Append($"<tr><th scope=\"row\">{HtmlText.Escape(page.Title)}<br><code class=\"place\">{HtmlText.Escape(page.Address)}</code></th><td class=\"n\">{Number((int)Math.Round(page.Readability.Lix))}</td><td class=\"n\">{Number(page.Readability.LongestSentence)}</td></tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static void Fixes(StringBuilder html, WordsReport report)
    {
        var language = report.Words.Guide.Language;
        html.Append($"<p>{Words(language, report.Corrected.IsEmpty ? "words_fix_nothing" : "words_fixes_lead")}</p>\n");
        foreach (var file in report.Corrected)
        {
            html.Append($"<pre>{HtmlText.Escape(FileDifference.Of(file))}</pre>\n");
        }
    }

    private static void All(StringBuilder html, WordsReport report)
    {
        var language = report.Words.Guide.Language;
        foreach (var file in report.Words.Texts.GroupBy(t => t.Wording.File, StringComparer.Ordinal))
        {
            html.Append($"<details>\n<summary>{HtmlText.Escape(file.Key)} ({Number(file.Count())})</summary>\n<ul>\n");
            foreach (var used in file)
            {
                var place = used.Wording.Text.Start;
                var pages = used.Pages.IsEmpty ? language.Word("words_nowhere") : used.Pages.Contains(ShownOn.EveryPage) ? language.Word("words_everywhere")
                    : language.Fill("words_shown_on", ("pages", string.Join(", ", used.Pages)));
                html.Append($"<li><p>{HtmlText.Escape(used.Wording.Words).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n<p class=\"note\"><code class=\"place\">{HtmlText.Escape($"{place.File}:{Number(place.Line)}")}</code> {HtmlText.Escape(used.Wording.Field)}<br>{HtmlText.Escape(pages)}</p></li>\n");
            }
            html.Append("</ul>\n</details>\n");
        }
    }

    private static string Words(Language language, string key) => HtmlText.Escape(language.Word(key));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
