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
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Texts.SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(Prose prose)
    {
        var text = prose.Text.Text;
        if (!text.Contains("][", StringComparison.Ordinal) && !text.Contains("[^", StringComparison.Ordinal))
        {
            yield break;
        }
        // In the order of the text, so that each is passed once however many references there are.
        var literals = new Spans(prose.Literals.Select(l => l.Span));
        foreach (Match match in Reference().Matches(text))
        {
            // What is code, or was understood as a link or note, is no letters of the text.
            if (literals.Hold(match.Index + match.Length - 1))
            {
                yield return new(Codes.LostReference, prose.Text.At(match.Index, match.Length), ("text", match.Value), ("name", match.Groups["name"].Value));
            }
        }
        var notes = Note().Matches(text);
        var defined = Counts(notes);
        var written = defined.Count == 0 ? defined : Counts(NoteOrReference().Matches(text));
        var code = new Spans(defined.Count == 0 ? [] : prose.Tree.Descendants<CodeBlock>().Select(b => b.Span));
        foreach (Match match in notes)
        {
            var name = match.Groups["name"].Value;
            if (written[name] == defined[name] && !code.Hold(match.Index))
            {
                yield return new(Codes.UnusedNote, prose.Text.At(match.Index, match.Length - 1), ("name", name));
            }
        }
    }

    private static Dictionary<string, int> Counts(MatchCollection matches) =>
        matches.CountBy(m => m.Groups["name"].Value, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);

    // Stretches of a text, asked in its order whether they hold a place.
    private sealed class Spans(IEnumerable<SourceSpan> spans)
    {
        private readonly List<SourceSpan> _spans = [.. spans.OrderBy(s => s.Start)];
        private int _next;

        public bool Hold(int place)
        {
            while (_next < _spans.Count && _spans[_next].End < place)
            {
                _next++;
            }
            return _next < _spans.Count && _spans[_next].Start <= place;
        }
    }

    // [words][name] and [^name]; a note's own beginning has a colon after it.
    [GeneratedRegex(@"(?<![\\\]])(?:\[[^\[\]\n]+\]\[(?<name>[^\[\]\n^]+)\]|\[(?<name>\^[^\[\]\s]+)\](?!:))")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\[(?<name>\^[^\[\]\s]+)\]")]
    private static partial Regex NoteOrReference();

    [GeneratedRegex(@"^ {0,3}\[(?<name>\^[^\[\]\s]+)\]:", RegexOptions.Multiline)]
    private static partial Regex Note();
}
