using System.Globalization;
using System.Text;
using Trappa.Languages;

namespace Trappa.Diagnostics.Printers;

/// <summary>
/// Diagnostics as GitHub's workflow commands, which it shows as annotations beside the lines: docs.github.com,
/// "Workflow commands for GitHub Actions".
/// </summary>
public static class GitHubPrinter
{
    /// <summary>One command a line.</summary>
    public static string Print(IReadOnlyList<Diagnostic> diagnostics, Language language)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            var (code, place) = (diagnostic.Code, diagnostic.Place);
            text.Append(code.Severity == Severity.Error ? "::error" : "::warning")
                .Append(" file=").Append(Property(place.File));
            if (place.Line != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $",line={place.Line}");
            }
            if (place.Column != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $",col={place.Column}");
            }
            if (place.Column != 0 && place.Length != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $",endColumn={place.Column + place.Length}");
            }
            text.Append(",title=").Append(code.Id).Append("::")
                .Append(Data($"{diagnostic.Message(language)}\n{diagnostic.Remedy(language)}".TrimEnd())).Append('\n');
        }
        return text.ToString();
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
