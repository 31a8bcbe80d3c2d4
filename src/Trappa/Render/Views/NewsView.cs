using Scriban.Runtime;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Render.Views;

/// <summary>What is another than in the edition before, for readers: <c>news</c>.</summary>
internal static class NewsView
{
    public static ScriptObject Of(Guide guide)
    {
        var latest = guide.Frozen[^1];
        var changes = EditionChanges.Between(latest.Guide, guide);
        return View.Of(
            ("is_empty", changes.IsEmpty),
            ("new_steps", View.List(changes.NewSteps.Select(s => Link(s.Name, s.Address)))),
            ("gone_steps", View.List(changes.GoneSteps.Select(s => Link(s.Name, latest.Guide.Under + s.Address)))),
            ("steps", View.List(changes.Steps.Select(StepOf))),
            ("new_pages", View.List(changes.NewPages.Select(p => Link(p.Title, p.Address)))),
            ("gone_pages", View.List(changes.GonePages.Select(p => Link(p.Title, latest.Guide.Under + p.Address)))),
            ("reworded", View.List(changes.Reworded.Select(p => View.Of(
                ("title", p.Page.Title), ("url", p.Page.Address), ("before", p.Before == p.Page.Title ? null : p.Before))))),
            ("resources", View.List(changes.Resources.Select(c => ResourceOf(c, guide.Language, latest.Guide.Under)))),
            ("editions", View.List(guide.Frozen.Reverse().Select(f => Link(f.Guide.Site.Edition?.Name ?? f.Name, f.Guide.Under + "/")))));
    }

    private static ScriptObject StepOf(StepChange change) => View.Of(
        ("title", change.Step.Name),
        ("url", change.Step.Address),
        ("before", change.Before == change.Step.Name ? null : change.Before),
        ("reworded", change.HasOtherWords),
        ("parts", View.List(change.Parts.Select(p => View.Of(
            ("title", p.Heading), ("added", View.List(p.Added)), ("gone", View.List(p.Gone)))))));

    private static ScriptObject ResourceOf(ResourceChange change, Language language, string under)
    {
        var (before, now) = (change.Before, change.Now);
        if (before is null || now is null)
        {
            return View.Of(("title", (now ?? before)!.Title), ("url", now?.Address ?? under + before!.Address),
                ("note", language.Word(now is null ? "news_resource_gone" : "news_resource_new")));
        }
        return View.Of(("title", now.Title), ("url", now.Address), ("note", string.Join(' ', new[]
        {
            change.IsRenamed ? language.Fill("news_resource_renamed", ("name", before.Title)) : null,
            change.IsOver ? language.Word("news_resource_over")
                : before.Link == now.Link ? null
                : language.Word(before.Link is null ? "news_link_come" : now.Link is null ? "news_link_gone" : "news_link_moved"),
            change.HasOtherWords ? language.Word("news_resource_reworded") : null,
        }.OfType<string>())));
    }

    private static ScriptObject Link(string title, string address) => View.Of(("title", title), ("url", address));
}
