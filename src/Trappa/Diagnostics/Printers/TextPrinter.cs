using System.Text;
using Trappa.Languages;

namespace Trappa.Diagnostics.Printers;

/// <summary>
/// Diagnostics for people: the place first, in the form that terminals and editors make clickable, then what is
/// wrong, then on a line of its own what to do about it.
/// </summary>
public static class TextPrinter
{
    /// <summary>One entry a diagnostic, in the order given; ends with a line break unless there are none.</summary>
    public static string Print(IReadOnlyList<Diagnostic> diagnostics, Language language) =>
        Print(diagnostics, language, Palette.Plain);

    /// <summary>The same in colour.</summary>
    public static string Print(IReadOnlyList<Diagnostic> diagnostics, Language language, Palette palette)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            var (colour, word) = diagnostic.Code.Severity == Severity.Error
                ? (palette.Error, language.Word("error"))
                : (palette.Warning, language.Word("warning"));
            text.Append(palette.Place).Append(Harmless(diagnostic.Place.ToString())).Append(':').Append(palette.Reset)
                .Append(' ').Append(colour).Append(word).Append(' ').Append(diagnostic.Code.Id).Append(palette.Reset)
                .Append(' ').Append(Harmless(diagnostic.Message(language))).Append('\n');
            if (Harmless(diagnostic.Remedy(language)) is { Length: > 0 } remedy)
            {
                text.Append("    ").Append(palette.Remedy).Append(remedy).Append(palette.Reset).Append('\n');
            }
        }
        return text.ToString();
    }

    /// <summary>
    /// The text on one line and without control characters: a message may quote a file, and a file must not move
    /// the cursor of whoever checks it.
    /// </summary>
    private static string Harmless(string text) =>
        string.Create(text.Length, text, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = source[i] is '\n' or '\r' or '\t' ? ' ' : char.IsControl(source[i]) ? '\uFFFD' : source[i];
            }
        });
}
