using System.Collections.Frozen;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Check;

/// <summary>
/// TR212, TR213: a link's words must say where it goes, read by themselves (WCAG 2.2 SC 2.4.4, SC 2.4.9). The texts
/// that say nothing are the language's (<c>vague_links</c>).
/// </summary>
internal static class LinkTexts
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) =>
        input.Texts.SelectMany(t => Check(t, input.Guide.Language.VagueLinks));

    private static IEnumerable<Diagnostic> Check(Prose prose, FrozenSet<string> vague)
    {
        foreach (var link in prose.Links)
        {
            // A picture alone gives the link its words by its alternative text, which has a rule of its own.
            if (link.IsImage || link.FirstChild is LinkInline { IsImage: true })
            {
                continue;
            }
            var words = PlainText.Of(link).Trim(' ', '.', ':', '!', '…', '>', '»', '→');
            if (words.Length == 0)
            {
                yield return new(Codes.EmptyLinkText, prose.Text.At(link.Span.Start, link.Span.Length), ("address", link.Url ?? ""));
            }
            else if (vague.Contains(words))
            {
                yield return new(Codes.VagueLinkText, prose.Text.At(link.Span.Start, link.Span.Length), ("text", words));
            }
        }
    }
}
