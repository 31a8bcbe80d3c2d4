using DiffPlex.Renderer;

namespace Trappa.Words;

/// <summary>A file before and after its corrections, as a unified difference in which signs that do not show have their numbers.</summary>
public static class FileDifference
{
    // Enough lines to find the place by.
    private const int Around = 1;

    /// <summary>The difference, with a line break at its end.</summary>
    public static string Of(CorrectedFile file) => UnidiffRenderer.GenerateUnidiff(
        Visible(file.Before), Visible(file.After), file.Path, file.Path, ignoreWhitespace: false, ignoreCase: false, contextLines: Around)
        .ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string Visible(string text) =>
        string.Join('\n', text.Split('\n').Select(line => string.Concat(line.TrimEnd('\r').Select(c => c == ' ' ? " " : WordsReport.Shown(c.ToString())))));
}
