using System.Collections.Frozen;
using System.Text;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;
using Trappa.Parse.Facts;

namespace Trappa.Model;

/// <summary>Facts in texts that are no Markdown: names, titles and headings.</summary>
/// <param name="Values">Facts by name.</param>
/// <param name="Language">For the messages.</param>
/// <param name="Markdown">Sets typographic signs.</param>
internal sealed record FactTexts(FrozenDictionary<string, string> Values, Language Language, MarkdownParser Markdown)
{
    /// <summary>Those that are left out some day, which a name or a title cannot be without.</summary>
    public FrozenDictionary<string, bool> Leaving { get; init; } = FrozenDictionary<string, bool>.Empty;

    /// <summary>A line that readers see: facts filled in, and typographic signs as in a heading of Markdown.</summary>
    public string Shown(YamlText text, List<Diagnostic> diagnostics) => Markdown.Typographic(Fill(text, diagnostics));

    /// <summary>A field's text with its facts filled in.</summary>
    public string Fill(YamlText text, List<Diagnostic> diagnostics) =>
        Fill(text.Value, new MarkdownText(text.Value, text.TextPlace, text.Source).At, diagnostics);

    /// <summary>A text with its facts filled in; one that nobody knows is told of.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="at">The place of an offset and a length in it.</param>
    /// <param name="diagnostics">What was wrong.</param>
    public string Fill(string text, Func<int, int, Place> at, List<Diagnostic> diagnostics)
    {
        var open = text.IndexOf("{{", StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }
        var filled = new StringBuilder();
        var done = 0;
        for (; open >= 0; open = text.IndexOf("{{", Math.Max(open + 1, done), StringComparison.Ordinal))
        {
            if (FactInlineParser.Read(text.AsSpan(open)) is not { } fact)
            {
                // A row of more braces than two is told of at its first.
                var isFirst = open == 0 || text[open - 1] != '{';
                var wrapped = isFirst ? FactInlineParser.Wrapped(text.AsSpan(open)) : 0;
                if (Math.Max(wrapped, FactInlineParser.Broken(text.AsSpan(open))) is > 0 and var length)
                {
                    diagnostics.Add(new(Codes.BrokenFact, at(open, length), ("text", text.Substring(open, length))));
                }
                continue;
            }
            if (Leaving.ContainsKey(fact.Name))
            {
                diagnostics.Add(new(Codes.FactCannotLeave, at(open, fact.Length), ("name", fact.Name)));
            }
            if (Values.TryGetValue(fact.Name, out var value))
            {
                filled.Append(text, done, open - done).Append(value);
                done = open + fact.Length;
                continue;
            }
            diagnostics.Add(new(Codes.UnknownFact, at(open, fact.Length), ("name", fact.Name),
                ("suggestion", Nearest.Suggestion(Language, fact.Name, Values.Keys))));
        }
        return filled.Append(text, done, text.Length - done).ToString();
    }
}
