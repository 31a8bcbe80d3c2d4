using Markdig.Extensions.Alerts;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Check;

/// <summary>TR228: a callout of a kind that is not known, which gets the heading of the first that is.</summary>
internal static class UnknownCallouts
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) =>
        from text in input.Texts
        from callout in text.Marked.OfType<AlertBlock>()
        let kind = callout.Kind.ToString()
        where !Callouts.Kinds.Contains(kind.ToUpperInvariant())
        // Its own place is that within its line.
        let at = text.Text.Text.IndexOf(kind, callout.Span.Start, StringComparison.Ordinal)
        select new Diagnostic(Codes.UnknownCallout, text.Text.At(Math.Max(at, callout.Span.Start), kind.Length), ("name", kind),
            ("heading", input.Guide.Language.Word("note_note")), ("suggestion", Nearest.Suggestion(input.Guide.Language, kind, Callouts.Kinds)));
}
