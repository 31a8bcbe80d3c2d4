using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR224: a link or note whose other half is not in the text, so that readers would see its brackets; TR225: a note that
/// nothing in the text refers to, so that nobody would see it.
/// </summary>
internal static partial class LostReferences
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Guide.Texts().SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(Prose prose)
    {
        var text = prose.Text.Text;
        if (!text.Contains("][", StringComparison.Ordinal) && !text.Contains("[^", StringComparison.Ordinal))
        {
            yield break;
        }
        foreach (Match match in Reference().Matches(text))
        {
            // What is code, or was understood as a link or note, is no letters of the text.
            var last = match.Index + match.Length - 1;
            if (prose.Marked.OfType<LiteralInline>().Any(l => l.Span.Start <= last && last <= l.Span.End))
            {
                yield return new(Codes.LostReference, prose.Text.At(match.Index, match.Length), ("text", match.Value), ("name", match.Groups["name"].Value));
            }
        }
        foreach (Match match in Note().Matches(text))
        {
            var name = match.Groups["name"].Value;
            if (text.AsSpan().Count(name) == NotesOf(text, name) && !IsCode(prose, match.Index))
            {
                yield return new(Codes.UnusedNote, prose.Text.At(match.Index, match.Length - 1), ("name", name));
            }
        }
    }

    private static int NotesOf(string text, string name) => Note().Matches(text).Count(m => m.Groups["name"].Value == name);

    private static bool IsCode(Prose prose, int at) => prose.Tree.Descendants<CodeBlock>().Any(b => b.Span.Start <= at && at <= b.Span.End);

    // [words][name] and [^name]; a note's own beginning has a colon after it.
    [GeneratedRegex(@"(?<![\\\]])(?:\[[^\[\]\n]+\]\[(?<name>[^\[\]\n^]+)\]|\[(?<name>\^[^\[\]\s]+)\](?!:))")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^ {0,3}\[(?<name>\^[^\[\]\s]+)\]:", RegexOptions.Multiline)]
    private static partial Regex Note();
}
