using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Render;

namespace Trappa.Publishing;

/// <summary>All messages of the table with an example of each being wrong and being right, as one page that needs nothing else.</summary>
internal static partial class MessagesPage
{
    private const string Style = """
        body{font:1.125rem/1.6 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;color-scheme:light dark;overflow-wrap:break-word}
        h1,h2,h3{line-height:1.25;margin:2.5rem 0 .5rem}h3{font-size:1.125rem}
        pre{overflow:auto;padding:.75rem 1rem;border:1px solid GrayText;border-radius:.5rem;white-space:pre-wrap}
        .right{border-inline-start-width:.5rem}dt{font-weight:600}dd{margin:0 0 1rem}nav li{padding-block:.5rem}
        """;

    // By the digit of the hundreds, as the table has them.
    private static readonly ImmutableArray<string> Groups =
        ["messages_files", "messages_fields", "messages_texts", "messages_guide", "messages_templates", "messages_writing", "messages_editions", "messages_other"];

    /// <summary>The page in a language.</summary>
    public static string Of(Language language)
    {
        string Word(string key) => HtmlText.Escape(language.Word(key));
        var groups = Codes.All.GroupBy(c => Math.Min(Number(c) / 100, Groups.Length - 1)).OrderBy(g => g.Key).ToList();
        var html = new StringBuilder(PlainPage.Begin(language, Word("messages_title"), $"<style>{Style}</style>"));
        html.Append("<p>").Append(Word("messages_lead")).Append("</p>\n<nav aria-label=\"").Append(Word("contents")).Append("\">\n<ul>\n");
        foreach (var group in groups)
        {
            html.Append("<li><a href=\"#").Append(Groups[group.Key]).Append("\">").Append(Word(Groups[group.Key])).Append("</a></li>\n");
        }
        html.Append("</ul>\n</nav>\n");
        foreach (var group in groups)
        {
            html.Append("<h2 id=\"").Append(Groups[group.Key]).Append("\">").Append(Word(Groups[group.Key])).Append("</h2>\n");
            foreach (var code in group)
            {
                Append(html, code, language);
            }
        }
        return html.Append("</main>\n</body>\n</html>\n").ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder html, Code code, Language language)
    {
        void Example(string word, string example, string kind) => html.Append("<dt>").Append(HtmlText.Escape(language.Word(word)))
            .Append("</dt>\n<dd><pre").Append(kind).Append('>').Append(HtmlText.Escape(example)).Append("</pre></dd>\n");
        html.Append("<section>\n<h3 id=\"").Append(code.Id).Append("\">").Append(HtmlText.Escape(Shown(language.Message(code.Id)))).Append("</h3>\n<p>")
            .Append(HtmlText.Escape(Shown(language.Remedy(code.Id)))).Append("</p>\n<dl>\n");
        Example("messages_wrong", language.Example(code.Id), "");
        Example("messages_right", language.Right(code.Id), " class=\"right\"");
        html.Append("</dl>\n<p>").Append(code.Id).Append(", ").Append(HtmlText.Escape(language.Word(code.Severity == Severity.Error ? "error" : "warning")))
            .Append("</p>\n</section>\n");
    }

    // What is filled in is the guide's own each time, and what is only there at times is left out.
    private static string Shown(string text) => Placeholder().Replace(Sometimes().Replace(text, ""), "…").Trim();

    private static int Number(Code code) => int.Parse(code.Id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s*(?:\{suggestion\}|\{way\}|\(\{(?:reason|problem|detail)\}\))")]
    private static partial Regex Sometimes();

    [GeneratedRegex(@"(?<!\{)\{[a-z_]+\}(?!\})")]
    private static partial Regex Placeholder();
}
