using System.Globalization;
using System.Text;
using Trappa.Languages;

namespace Trappa.Publishing;

/// <summary>A plan for people: as plain text, or as Markdown for the summary of a proposal.</summary>
internal static class PlanText
{
    // As many changes of one page, and letters of one change, as one reads.
    private const int MostChanges = 30, MostLetters = 300;

    public static string Of(SitePlan plan, Language language, bool isMarkdown)
    {
        if (plan.IsEmpty)
        {
            return language.Word("plan_nothing") + "\n";
        }
        var text = new StringBuilder();
        Section(text, language.Word("plan_new"), plan.New, isMarkdown);
        Section(text, language.Word("plan_gone"), plan.Gone.Select(g => g.IsRedirected ? g.Address : g.Address + " " + language.Word("plan_lost")), isMarkdown);
        Heading(text, language.Word("plan_changed"), plan.Changed.Length, isMarkdown);
        // The same change on many pages, as on print pages of each size, is read once, under all of them.
        foreach (var pages in plan.Changed.GroupBy(p => p.Words.IsEmpty ? p.Address : string.Join('\n', p.Words), StringComparer.Ordinal))
        {
            foreach (var page in pages)
            {
                text.Append(isMarkdown ? "- " : "  ").Append(page.Address)
                    .Append(!page.IsRead ? " " + language.Word("plan_words_unread") : page.Words.IsEmpty ? " " + language.Word("plan_same_words") : "").Append('\n');
            }
            var words = pages.First().Words;
            foreach (var change in words.Take(MostChanges))
            {
                text.Append(isMarkdown ? "  - " : "    ").Append(Shown(change, isMarkdown)).Append('\n');
            }
            if (words.Length > MostChanges)
            {
                text.Append(isMarkdown ? "  - " : "    ").Append("… +").Append(Number(words.Length - MostChanges)).Append('\n');
            }
        }
        Section(text, language.Word("plan_redirects"), plan.Redirects, isMarkdown);
        Section(text, language.Word("plan_others"), plan.Others, isMarkdown);
        return text.Append('\n').Append(plan.BytesBefore is { } before
            ? language.Fill("plan_bytes", ("before", Number(before)), ("after", Number(plan.BytesAfter)))
            : language.Fill("plan_bytes_after", ("after", Number(plan.BytesAfter)))).Append('\n')
            .ToString().TrimStart('\n');
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines, bool isMarkdown)
    {
        var all = lines.ToList();
        Heading(text, heading, all.Count, isMarkdown);
        all.ForEach(l => text.Append(isMarkdown ? "- " : "  ").Append(l).Append('\n'));
    }

    private static void Heading(StringBuilder text, string heading, int count, bool isMarkdown)
    {
        if (count > 0)
        {
            text.Append(isMarkdown ? "\n## " : "\n").Append(heading).Append(" (").Append(Number(count)).Append(isMarkdown ? ")\n\n" : ")\n");
        }
    }

    private static string Shown(WordChange change, bool isMarkdown)
    {
        var (oldOpen, oldClose, newOpen, newClose) = isMarkdown ? ("<del>", "</del>", "<ins>", "</ins>") : ("[-", "-]", "{+", "+}");
        string Safe(string words) => isMarkdown ? Escaped(Cut(words)) : Cut(words);
        return string.Join(' ', new[]
        {
            change.Before.Length == 0 ? "" : "… " + Safe(change.Before),
            change.Old.Length == 0 ? "" : oldOpen + Safe(change.Old) + oldClose,
            change.New.Length == 0 ? "" : newOpen + Safe(change.New) + newClose,
            change.After.Length == 0 ? "" : Safe(change.After) + " …",
        }.Where(p => p.Length > 0));
    }

    private static string Cut(string words) => words.Length <= MostLetters ? words : words[..MostLetters] + "…";

    // What a guide says is words in the summary, and no marks.
    private static string Escaped(string words) => string.Concat(words.Select(c => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '*' or '_' or '`' or '[' or ']' or '\\' or '#' or '|' or '@' => "\\" + c,
        _ => c.ToString(),
    }));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
