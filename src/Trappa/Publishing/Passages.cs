using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Publishing;

/// <summary>All words of a guide in its own order.</summary>
internal static class Passages
{
    /// <param name="guide">The guide.</param>
    /// <param name="moves">Where what stood at an address stands now, so that a step renamed is the same step.</param>
    public static ImmutableArray<ComparedText> Of(Guide guide, ImmutableDictionary<string, string> moves)
    {
        var language = guide.Language;
        string Now(string address) => moves.GetValueOrDefault(address, address);
        IEnumerable<ComparedText> PageTexts(Page page) =>
        [
            new(Now(page.Address) + " name", page.Title, language.Word("compare_name"), page.Title),
            .. page.Lead is null ? Array.Empty<ComparedText>() : [new(Now(page.Address) + " lead", page.Title, language.Word("compare_lead"), Words(page.Lead))],
            new(Now(page.Address) + " body", page.Title, language.Word("compare_body"), Words(page.Body)),
        ];
        IEnumerable<ComparedText> StepTexts(Step step) =>
        [
            new(Now(step.Address) + " name", step.Name, language.Word("compare_name"), step.Name),
            new(Now(step.Address) + " lead", step.Name, language.Word("compare_lead"), Words(step.Lead)),
            .. step.Parts.Select(p => new ComparedText(Now(step.Address) + " " + p.Section.Name, step.Name, p.Heading,
                string.Join('\n', p.Items.Select(Words).Concat(p.Quotes.Select(q => Words(q.Text)))))),
            .. step.Difference is null ? Array.Empty<ComparedText>() : [new(Now(step.Address) + " difference", step.Name, language.Field("difference"), Words(step.Difference))],
            new(Now(step.Address) + " body", step.Name, language.Word("compare_body"), Words(step.Body)),
            .. step.CardTexts.Select(t => new ComparedText($"{Now(step.Address)} card {t.Name}", step.Name, $"{language.Field("card_text")}: {t.Name}", string.Join('\n', t.Items))),
        ];
        return
        [
            .. (guide.Front is null ? [] : PageTexts(guide.Front))
                .Concat(guide.Steps.SelectMany(StepTexts))
                .Concat(guide.AllPages().Where(p => p != guide.Front && p != guide.About).SelectMany(PageTexts))
                .Concat(guide.Flow is { } flow ? FlowTexts.Of(flow, language, moves) : [])
                .Concat(guide.Quotes.Select(q => new ComparedText("quote " + q.Name, language.Word("quotes_title"), q.Name, Words(q.Text))))
                .Concat(guide.Terms.SelectMany(t => new[]
                {
                    new ComparedText("term " + t.Slug, t.Name, language.Word("compare_lead"), Words(t.Short)),
                    new ComparedText("term body " + t.Slug, t.Name, language.Word("compare_body"), Words(t.Body)),
                }))
                .Concat(guide.Resources.SelectMany(r => new[]
                {
                    new ComparedText("resource name " + r.Id, r.Title, language.Word("compare_name"), r.Title),
                    new ComparedText("resource " + r.Id, r.Title, language.Word("compare_body"), Words(r.Text)),
                    new ComparedText("resource state " + r.Id, r.Title, language.Field("state"), language.Word("state_" + r.State.ToString().ToLowerInvariant())),
                    new ComparedText("resource link " + r.Id, r.Title, language.Field("address"), r.Link ?? ""),
                    new ComparedText("resource search " + r.Id, r.Title, language.Field("search_for"), r.SearchFor ?? ""),
                }))
                .Concat(guide.About is null ? [] : PageTexts(guide.About))
                .Where(t => t.Text.Length > 0),
        ];
    }

    // What readers read, and not how it is marked: facts with their values, links without their targets.
    private static string Words(Prose text) => text.Plain;
}
