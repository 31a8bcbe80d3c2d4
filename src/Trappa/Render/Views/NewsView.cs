using Scriban.Runtime;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Render.Views;

/// <summary>What is another than in the edition before, for readers: <c>news</c>.</summary>
internal static class NewsView
{
    public static ScriptObject Of(Guide guide)
    {
        var latest = guide.Frozen[^1].Guide;
        var language = guide.Language;
        var changes = EditionChanges.Between(latest, guide);
        // The page of the flow is told of among the other pages.
        var (flowBefore, flowNow) = changes.HasOtherFlow ? (FlowOf(latest), FlowOf(guide)) : (null, null);
        return View.Of(
            ("is_empty", changes.IsEmpty),
            ("new_steps", View.List(changes.NewSteps.Select(s => Link(s.Name, s.Address)))),
            ("gone_steps", View.List(changes.GoneSteps.Select(s => Link(s.Name, latest.Under + s.Address)))),
            ("steps", View.List(changes.Steps.Select(StepOf))),
            ("new_pages", View.List(changes.NewPages.Select(p => Link(p.Title, p.Address)).Concat(flowBefore is null ? List(flowNow) : []))),
            ("gone_pages", View.List(changes.GonePages.Select(p => Link(p.Title, latest.Under + p.Address)).Concat(flowNow is null ? List(flowBefore) : []))),
            ("reworded", View.List(changes.Reworded.Select(p => Renamed(p.Page.Title, p.Page.Address, p.Before))
                .Concat(flowBefore is null || flowNow is null ? [] : [Renamed(guide.Flow!.Title, language.Address("flow"), latest.Flow!.Title)]))),
            ("groups", View.List(new[]
            {
                Group("quotes_title", changes.Quotes.Select(c => QuoteOf(c.Before, c.Now, language, latest.Under)), language),
                Group("terms_title", changes.Terms.Select(c => TermOf(c.Before, c.Now, language, latest.Under)), language),
                Group("resources_title", changes.Resources.Select(c => ResourceOf(c, language, latest.Under)), language),
            }.OfType<ScriptObject>())),
            ("editions", View.List(guide.Frozen.Reverse().Select(f => Link(f.Guide.Site.Edition?.Name ?? f.Name, f.Guide.Under + "/")))));
    }

    private static IEnumerable<ScriptObject> List(ScriptObject? one) => one is null ? [] : [one];

    private static ScriptObject? FlowOf(Guide guide) =>
        guide.Flow is { } flow ? Link(flow.Title, guide.Under + guide.Language.Address("flow")) : null;

    private static ScriptObject? Group(string title, IEnumerable<ScriptObject> items, Language language) =>
        View.List(items) is { Count: > 0 } list ? View.Of(("title", language.Word(title)), ("items", list)) : null;

    private static ScriptObject Renamed(string title, string address, string before) =>
        View.Of(("title", title), ("url", address), ("before", before == title ? null : before));

    private static ScriptObject StepOf(StepChange change) => View.Of(
        ("title", change.Step.Name),
        ("url", change.Step.Address),
        ("before", change.Before == change.Step.Name ? null : change.Before),
        ("reworded", change.HasOtherWords),
        ("parts", View.List(change.Parts.Select(p => View.Of(
            ("title", p.Heading), ("added", View.List(p.Added)), ("gone", View.List(p.Gone)))))));

    private static ScriptObject QuoteOf(Quote? before, Quote? now, Language language, string under) =>
        ComeOrGone(before?.Text.Plain, before?.Address, now?.Text.Plain, now?.Address, language, under)
        ?? Item(now!.Text.Plain, now.Address, language.Word("news_item_reworded"));

    private static ScriptObject TermOf(Term? before, Term? now, Language language, string under) =>
        ComeOrGone(before?.Name, before?.Address, now?.Name, now?.Address, language, under)
        ?? Item(now!.Name, now.Address, now.Name == before!.Name
            ? language.Word("news_item_reworded") : language.Fill("news_item_renamed", ("name", before.Name)));

    private static ScriptObject ResourceOf(ResourceChange change, Language language, string under)
    {
        var (before, now) = (change.Before, change.Now);
        return ComeOrGone(before?.Title, before?.Address, now?.Title, now?.Address, language, under)
            ?? Item(now!.Title, now.Address, string.Join(' ', new[]
            {
                change.IsRenamed ? language.Fill("news_item_renamed", ("name", before!.Title)) : null,
                change.IsOver ? language.Word("news_item_over")
                    : before!.Link == now.Link ? null
                    : language.Word(before.Link is null ? "news_link_come" : now.Link is null ? "news_link_gone" : "news_link_moved"),
                change.HasOtherWords ? language.Word("news_item_reworded") : null,
            }.OfType<string>()));
    }

    // What is in one edition alone; null for what is in both. What is gone is still read where the edition of before is.
    private static ScriptObject? ComeOrGone(
        string? before, string? addressBefore, string? now, string? address, Language language, string under) =>
        now is null ? Item(before!, under + addressBefore, language.Word("news_item_gone"))
        : before is null ? Item(now, address!, language.Word("news_item_new"))
        : null;

    private static ScriptObject Item(string title, string address, string note) =>
        View.Of(("title", title), ("url", address), ("note", note));

    private static ScriptObject Link(string title, string address) => View.Of(("title", title), ("url", address));
}
