using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Words;

/// <summary>All that proof-reading of a guide asks for.</summary>
/// <param name="Words">All wording, and where it is used.</param>
/// <param name="Pages">How easy each page is to read.</param>
/// <param name="Found">What is worth a look, in the order of files and lines; first, why words were not looked up.</param>
/// <param name="Corrected">Files with typography that can safely be put right.</param>
/// <param name="Files">The guide's files as they were read, by path.</param>
public sealed record WordsReport(
    GuideWording Words, ImmutableArray<PageReadability> Pages, ImmutableArray<Diagnostic> Found,
    ImmutableArray<CorrectedFile> Corrected, ImmutableSortedDictionary<string, SourceFile> Files)
{
    /// <summary>Reads a guide's words.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="parsed">The files as syntax, not bound yet.</param>
    /// <param name="guide">What was made of them.</param>
    /// <param name="ask">Asks a dictionary about words.</param>
    public static WordsReport Of(Sources sources, Parsed parsed, Guide guide, Func<ImmutableArray<string>, SpellingAnswers> ask)
    {
        var words = GuideWording.Of(parsed, guide);
        var spelling = Spelling.Of(words, ask);
        var own = new OwnWords(guide);
        bool IsWord(string word) => own.Has(word) || spelling.IsWord(word);
        var pages = PageReadability.Of(words);
        var fields = GuideWording.Fields(parsed, guide);
        var files = sources.Content.Where(f => f.Text is not null).ToImmutableSortedDictionary(f => f.Path, f => f, StringComparer.Ordinal);
        var found = SpellingLeftOut(spelling, guide)
            .Concat(spelling.Find(words)).Concat(TypographyOf(words, IsWord)).Concat(HardTexts.Find(words, pages)).Concat(ChosenWords.Find(words))
            .Concat(TwoForms.Find(words)).Concat(HandwrittenFacts.Find(words));
        return new(words, pages, [.. found.Distinct().OrderBy(d => d.Code != Codes.SpellingLeftOut).ThenBy(d => d.Place).ThenBy(d => d.Code.Id, StringComparer.Ordinal)],
            [.. words.Texts.Select(t => t.Wording.File).Distinct(StringComparer.Ordinal).Select(f => CorrectedFile.Of(files[f], fields, IsWord)).Where(c => c.IsChanged)],
            files);
    }

    private static IEnumerable<Diagnostic> SpellingLeftOut(Spelling spelling, Guide guide) => spelling.Fault is not { } fault ? []
        : [new(Codes.SpellingLeftOut, new("content/" + guide.Language.File("words")), ("detail", fault), ("how", guide.Language.Word("spelling_get")))];

    private static IEnumerable<Diagnostic> TypographyOf(GuideWording words, Func<string, bool> isWord) =>
        from text in words.Texts
        from correction in Typography.Of(text.Wording, words.Guide.Language, isWord)
        select new Diagnostic(correction.Code, text.Wording.Text.At(correction.Start, correction.Length),
            ("found", Shown(text.Wording.Text.Text.Substring(correction.Start, correction.Length))), ("better", Shown(correction.Better)));

    /// <summary>A text with the signs that do not show by their numbers.</summary>
    public static string Shown(string text) => string.Concat(text.Select(c => Signs.IsInvisible(c) || Signs.IsOddSpace(c) || char.IsControl(c) || c is >= '\uE000' and <= '\uF8FF'
        ? "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString()));
}
