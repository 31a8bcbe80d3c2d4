using System.Collections.Frozen;
using System.Collections.Immutable;
using Scriban.Runtime;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Render.Markup;
using Trappa.Render.Print;
using Trappa.Render.Search;

namespace Trappa.Render.Views;

/// <summary>The whole guide as one long page to print: <c>handbook</c>.</summary>
internal sealed class HandbookView(Guide guide, TemplateRunner templates, ScriptObject words, FlowView? flow, Lazy<ImmutableArray<Passage>> passages)
{
    private readonly ImmutableArray<Chapter> _chapters = Chapter.All(guide);

    /// <summary>The handbook, and what is wrong with the template of its chapters.</summary>
    /// <param name="isLarge">Whether it is set in large print.</param>
    /// <param name="prose">Makes prose into HTML.</param>
    public (ScriptObject Handbook, ImmutableArray<Diagnostic> Diagnostics) Of(bool isLarge, ProseHtml prose)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var anchors = _chapters.Select(c => c.Address).Concat(_chapters.SelectMany(c => c.Pages).Select(p => p.Address))
            .Distinct(StringComparer.Ordinal).ToFrozenDictionary(a => a, Chapter.IdOf, StringComparer.Ordinal);
        var text = new HandbookText(anchors);
        var handbook = View.Of(
            ("large", isLarge),
            ("choices", guide.Language.Address("print")),
            ("chapters", View.List(_chapters.Select((chapter, i) => View.Of(
                ("id", chapter.Id),
                ("number", i),
                ("title", chapter.Title),
                ("spread", chapter.Step is not null),
                ("pages", View.List(chapter.Folder is null ? [] : chapter.Pages.Select(p => View.Of(("id", Chapter.IdOf(p.Address)), ("title", p.Title))))),
                ("html", new HtmlText(Html(chapter, text, prose, found))))))));
        return (handbook, found.ToImmutable());
    }

    private string Html(Chapter chapter, HandbookText text, ProseHtml prose, ImmutableArray<Diagnostic>.Builder found)
    {
        var only = chapter is { Kind: ChapterKind.Pages, Folder: null } ? chapter.Pages[0] : chapter.Folder?.Index;
        var values = Values(chapter.Id, chapter.Title, chapter.Step?.Lead ?? only?.Lead, chapter.Step?.Past ?? only?.Past, chapter.Step?.Body ?? only?.Body, prose);
        values["step"] = chapter.Step is { } step ? StepView.Of(guide, step, prose) : null;
        values["flow"] = chapter.Kind == ChapterKind.Flow ? flow?.Of(prose) : null;
        _ = chapter.Kind switch
        {
            ChapterKind.Quotes => values["quotes"] = QuotesView.Of(guide, prose),
            ChapterKind.Terms => values["terms"] = TermsView.Of(guide, prose),
            ChapterKind.Resources => values["resources"] = ResourcesView.Of(guide, prose),
            ChapterKind.Register => values["register"] = RegisterView.Of(guide, passages.Value, text.Target),
            _ => null,
        };
        var pages = chapter.Folder is null ? [] : chapter.Pages;
        return text.Part(Partial(values, found), chapter.Id, 1) + string.Concat(pages.Select(p => Html(p, text, prose, found)));
    }

    // A page of a folder, a level below its chapter.
    private string Html(Page page, HandbookText text, ProseHtml prose, ImmutableArray<Diagnostic>.Builder found)
    {
        var id = Chapter.IdOf(page.Address);
        return "<section>" + text.Part(Partial(Values(id, page.Title, page.Lead, page.Past, page.Body, prose), found), id, 2) + "</section>";
    }

    private string Partial(ScriptObject values, ImmutableArray<Diagnostic>.Builder found)
    {
        var (html, faults) = templates.Partial("chapter", values);
        found.AddRange(faults);
        return html;
    }

    private ScriptObject Values(string id, string title, Prose? lead, string? past, Prose? body, ProseHtml prose) => new()
    {
        ["t"] = words,
        ["step"] = null,
        ["flow"] = null,
        ["quotes"] = new ScriptArray(),
        ["terms"] = new ScriptArray(),
        ["resources"] = new ScriptArray(),
        ["register"] = new ScriptArray(),
        ["chapter"] = View.Of(
            ("id", id),
            ("title", title),
            ("lead", lead is null ? null : prose.Block(lead)),
            ("past", past),
            ("body", body is null || body.IsEmpty ? null : prose.Block(body))),
    };
}
