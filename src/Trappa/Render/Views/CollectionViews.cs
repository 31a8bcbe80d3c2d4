using Scriban.Runtime;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Markup;

namespace Trappa.Render.Views;

/// <summary>The page of all quotes: <c>quotes</c>, grouped by the step that uses them.</summary>
internal static class QuotesView
{
    public static ScriptArray Of(Guide guide, ProseHtml prose)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var groups = new ScriptArray();
        foreach (var step in guide.Steps)
        {
            var own = step.Parts.SelectMany(p => p.Quotes).Where(q => shown.Add(q.Name)).ToList();
            Add(groups, "step-" + step.Slug, step.Name, step.Address, own, prose);
        }
        var rest = guide.Quotes.Where(q => !shown.Contains(q.Name)).ToLookup(q => q.Kind);
        Add(groups, "anyone", guide.Language.Word("to_anyone"), null, rest[QuoteKind.Say], prose);
        Add(groups, "voice", guide.Language.Word("the_guides_voice"), null, rest[QuoteKind.Voice], prose);
        return groups;
    }

    private static void Add(
        ScriptArray groups, string id, string heading, string? address, IEnumerable<Quote> quotes, ProseHtml prose)
    {
        var views = View.List(quotes.Select(q => QuoteView.Of(q, prose, anchored: true)));
        if (views.Count > 0)
        {
            groups.Add(View.Of(("id", id), ("heading", heading), ("url", address), ("quotes", views)));
        }
    }
}

/// <summary>The glossary: <c>terms</c>, each with the pages that use it.</summary>
internal static class TermsView
{
    public static ScriptArray Of(Guide guide, ProseHtml prose)
    {
        var used = Uses(guide).ToLookup(u => u.Slug, u => (u.Title, u.Address), StringComparer.Ordinal);
        return View.List(guide.Terms.Select(t => View.Of(
            ("id", t.Slug),
            ("name", t.Name),
            ("short", prose.Inline(t.Short)),
            ("body", t.Body.IsEmpty ? null : prose.Block(t.Body)),
            ("used", View.List(used[t.Slug].Distinct().Select(u => View.Of(("title", u.Title), ("url", u.Address))))))));
    }

    /// <summary>The terms that a page explains at its end.</summary>
    public static ScriptArray OnPage(ProseHtml prose)
    {
        // Explaining a term may use another one, which then is explained as well.
        var views = new ScriptArray();
        for (var i = 0; i < prose.Terms.Count; i++)
        {
            var term = prose.Terms[i];
            views.Add(View.Of(("id", term.Slug), ("name", term.Name), ("short", prose.InlineWithoutLinks(term.Short)), ("url", term.Address)));
        }
        return views;
    }

    private static IEnumerable<(string Slug, string Title, string Address)> Uses(Guide guide)
    {
        foreach (var step in guide.Steps)
        {
            foreach (var slug in step.Parts.SelectMany(p => p.Items).Append(step.Lead).Append(step.Body).SelectMany(SlugsIn))
            {
                yield return (slug, step.Name, step.Address);
            }
        }
        foreach (var page in guide.AllPages())
        {
            foreach (var slug in SlugsIn(page.Body))
            {
                yield return (slug, page.Title, page.Address);
            }
        }
    }

    private static IEnumerable<string> SlugsIn(Prose prose) => prose.Targets.Values.OfType<TermTarget>().Select(t => t.Slug);
}

/// <summary>The page of outside resources: <c>resources</c>, grouped by heading.</summary>
internal static class ResourcesView
{
    public static ScriptArray Of(Guide guide, ProseHtml prose) => View.List(guide.Resources
        .GroupBy(r => r.Group, StringComparer.Ordinal)
        .Select((g, i) => View.Of(
            ("id", "group-" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("heading", g.Key.Length == 0 ? guide.Language.Word("resources") : g.Key),
            ("resources", View.List(g.Select(r => One(r, guide.Language, prose)))))));

    private static ScriptObject One(Resource resource, Language language, ProseHtml prose) => View.Of(
        ("id", resource.Address[(resource.Address.IndexOf('#', StringComparison.Ordinal) + 1)..]),
        ("title", resource.Title),
        // What is over is not linked: the address may lead anywhere by now.
        ("url", resource.Link),
        // What is over as a whole says so by itself.
        ("text", resource.State == ResourceState.Past ? prose.InlineUnmarked(resource.Text) : prose.Inline(resource.Text)),
        ("state", resource.State.ToString().ToLowerInvariant()),
        ("state_word", language.Word("state_" + resource.State.ToString().ToLowerInvariant())),
        ("note", Note(resource, language)));

    private static string Note(Resource resource, Language language)
    {
        var parts = new List<string>();
        if (resource.State == ResourceState.Past && resource.ValidUntil is { } last)
        {
            parts.Add(language.Fill("valid_until", ("date", language.Day(last))));
        }
        if (resource is { State: not ResourceState.Found, SearchFor: { } words })
        {
            parts.Add(language.Fill("search_for", ("words", words)));
        }
        if (resource.Checked is { } day)
        {
            parts.Add(language.Fill("checked", ("date", language.Day(day))));
        }
        return string.Join(" ", parts);
    }
}
