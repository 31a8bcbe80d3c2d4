using Markdig.Syntax;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Markup;

namespace Trappa.Render.Views;

/// <summary>A step and its sections: <c>step</c>, <c>previous</c>, <c>next</c>.</summary>
internal static class StepView
{
    public static ScriptObject Of(Guide guide, Step step, ProseHtml prose) => View.Of(
        ("number", step.Number),
        ("count", guide.Steps.Length),
        ("name", step.Name),
        ("lead", prose.Block(step.Lead)),
        ("sections", View.List(step.Parts.Select(p => Part(guide, p, prose)))),
        // A text that begins without a heading would be read as a part of the section before it.
        ("has_rule", step.Parts.Length > 0 && !step.Body.IsEmpty && step.Body.Tree[0] is not HeadingBlock));

    public static ScriptObject? Neighbour(Guide guide, int number) =>
        number < 1 || number > guide.Steps.Length ? null : View.Of(
            ("number", number),
            ("name", guide.Steps[number - 1].Name),
            ("url", guide.Steps[number - 1].Address));

    private static ScriptObject Part(Guide guide, StepPart part, ProseHtml prose) => View.Of(
        ("id", guide.Language.Slug(part.Section.Name)),
        ("name", part.Section.Name),
        ("role", part.Section.Role.ToString().ToLowerInvariant()),
        ("kind", part.Section.Kind.ToString().ToLowerInvariant()),
        ("heading", part.Heading),
        ("items", View.List(part.Items.Select(prose.Inline))),
        ("text", part.Section.Kind == SectionKind.Text ? prose.Block(part.Items[0]) : null),
        ("quotes", View.List(part.Quotes.Select(q => QuoteView.Of(q, prose, anchored: false)))));
}

/// <summary>A quote, wherever it stands.</summary>
internal static class QuoteView
{
    /// <summary>The quote; with an id where it has its own place, on the page of all quotes.</summary>
    public static ScriptObject Of(Quote quote, ProseHtml prose, bool anchored) => View.Of(
        ("id", anchored ? quote.Address[(quote.Address.IndexOf('#', StringComparison.Ordinal) + 1)..] : null),
        ("html", prose.Inline(quote.Text)),
        ("plain", quote.Text.Plain),
        ("url", quote.Address),
        ("kind", quote.Kind == QuoteKind.Say ? "say" : "voice"));
}
