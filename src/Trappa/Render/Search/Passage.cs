using System.Collections.Immutable;
using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Render.Search;

/// <summary>What a passage is, by which it weighs.</summary>
public enum PassageKind
{
    /// <summary>A page as a whole: its title and lead.</summary>
    Page,
    /// <summary>What stands under a heading.</summary>
    Part,
    /// <summary>Something to say, which can be copied from the list.</summary>
    Quote,
    /// <summary>A term.</summary>
    Term,
    /// <summary>A resource.</summary>
    Resource,
}

/// <summary>A piece of the guide that search can lead to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Root-absolute, with the fragment of its heading.</param>
/// <param name="Page">Title of its page.</param>
/// <param name="Heading">Its heading; empty for the page as a whole.</param>
/// <param name="Text">Its words.</param>
public sealed record Passage(PassageKind Kind, string Address, string Page, string Heading, string Text)
{
    /// <summary>All passages of a guide, page by page.</summary>
    public static ImmutableArray<Passage> All(Guide guide) => All(guide, new(OfWords));

    private static ImmutableArray<Passage> All(Guide guide, StringBuilder words) =>
    [
        .. guide.Steps.SelectMany(s => OfStep(guide, s, words)),
        .. guide.Pages.SelectMany(p => OfPage(p, words)),
        .. OfAbout(guide, words),
        .. OfFlow(guide),
        .. guide.Quotes.Select(q => new Passage(PassageKind.Quote, q.Address, guide.Language.Word("quotes_title"), UsedBy(guide, q), q.Text.Plain)),
        .. guide.Terms.Select(t => new Passage(PassageKind.Term, t.Address, guide.Language.Word("terms_title"), t.Name, Joined(t.Short.Plain, t.Body.Plain))),
        .. guide.Resources.Select(r => new Passage(PassageKind.Resource, r.Address, guide.Language.Word("resources_title"), r.Title, Joined(r.Text.Plain, r.SearchFor ?? ""))),
        .. Pages.All(guide).Where(p => p.Kind is PageKind.Section or PageKind.Quotes or PageKind.Terms or PageKind.Resources
                or PageKind.FlowMap or PageKind.Print or PageKind.Booklet or PageKind.Handbook or PageKind.News or PageKind.Privacy)
            .SelectMany(p => OwnWords.Of(guide, p).Prepend(new Passage(PassageKind.Page, p.Address, p.Title, "", p.Description ?? ""))),
    ];

    /// <summary>What the register takes from a page, in one text: the same as long as no heading or title is another.</summary>
    internal static string NamesOf(Page page) => string.Join('\n', OfPage(page, new(OfWords)).Select(p => p.Address + "\t" + p.Page + "\t" + p.Heading));

    // Characters that the text under one heading seldom has more of: what gathers them is the same for all.
    private const int OfWords = 8 * 1024;

    private static IEnumerable<Passage> OfStep(Guide guide, Step step, StringBuilder words) =>
    [
        Whole(step.Address, step.Name, Joined(step.Lead.Plain, step.Difference?.Plain ?? ""), step.Body, words),
        .. step.Parts.Where(p => !p.Items.IsEmpty).Select(p => new Passage(PassageKind.Part,
            step.Address + "#" + guide.Language.Slug(p.Section.Name), step.Name, p.Heading, string.Join(". ", p.Items.Select(i => i.Plain)))),
        .. UnderHeadings(step.Body, step.Address, step.Name, words),
    ];

    private static IEnumerable<Passage> OfPage(Page page, StringBuilder words) =>
        [Whole(page.Address, page.Title, page.Lead?.Plain ?? "", page.Body, words), .. UnderHeadings(page.Body, page.Address, page.Title, words)];

    private static IEnumerable<Passage> OfAbout(Guide guide, StringBuilder words) =>
        guide.About is null ? [] : OfPage(guide.About with { Address = guide.Language.Address("about") }, words);

    private static IEnumerable<Passage> OfFlow(Guide guide) => guide.Flow is not { } flow ? [] :
        [new(PassageKind.Page, guide.Language.Address("flow"), flow.Title, "", flow.Lead?.Plain ?? ""), .. OwnWords.Of(guide, flow)];

    private static string UsedBy(Guide guide, Quote quote) =>
        guide.Steps.FirstOrDefault(s => s.Parts.Any(p => p.Quotes.Contains(quote)))?.Name ?? "";

    // What stands before the first heading belongs to the page as a whole.
    private static Passage Whole(string address, string page, string lead, Prose prose, StringBuilder words)
    {
        words.Clear();
        foreach (var block in prose.Tree.TakeWhile(b => b is not HeadingBlock))
        {
            prose.AppendPlain(block, words);
        }
        return new(PassageKind.Page, address, page, "", Joined(lead, Prose.Trimmed(words)));
    }

    // What stands under each heading; of a heading over other headings, its name alone.
    private static IEnumerable<Passage> UnderHeadings(Prose prose, string address, string page, StringBuilder words)
    {
        var (fragment, heading) = ("", "");
        words.Clear();
        foreach (var block in prose.Tree.SkipWhile(b => b is not HeadingBlock))
        {
            if (block is not HeadingBlock next)
            {
                prose.AppendPlain(block, words);
                continue;
            }
            if (fragment.Length > 0)
            {
                yield return new(PassageKind.Part, address + fragment, page, heading, Prose.Trimmed(words));
            }
            (fragment, heading) = ("#" + next.GetAttributes().Id, PlainText.Of(next.Inline));
            words.Clear();
        }
        if (fragment.Length > 0)
        {
            yield return new(PassageKind.Part, address + fragment, page, heading, Prose.Trimmed(words));
        }
    }

    private static string Joined(string first, string second) => second.Length == 0 ? first : first.Length == 0 ? second : first + " " + second;
}
