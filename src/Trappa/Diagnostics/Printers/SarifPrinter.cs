using System.Collections.Immutable;
using System.Text.Json;
using Trappa.Languages;

namespace Trappa.Diagnostics.Printers;

/// <summary>Diagnostics as SARIF 2.1.0 (OASIS), for code scanning and editors.</summary>
public static class SarifPrinter
{
    /// <summary>One run with the rules that found something and all their results.</summary>
    public static string Print(IReadOnlyList<Diagnostic> diagnostics, Language language)
    {
        ImmutableArray<Code> rules = [.. diagnostics.Select(d => d.Code).Distinct().OrderBy(c => c.Id, StringComparer.Ordinal)];
        return JsonPrinter.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules);
            json.WriteString("language", language.Code);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var diagnostic in diagnostics)
            {
                WriteResult(json, diagnostic, rules.IndexOf(diagnostic.Code), language);
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<Code> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "trappa");
        json.WriteString("version", typeof(SarifPrinter).Assembly.GetName().Version?.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Name);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int rule, Language language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(diagnostic.Code));
        json.WriteStartObject("message");
        json.WriteString("text", $"{diagnostic.Message(language)} {diagnostic.Remedy(language)}".TrimEnd());
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(diagnostic.Place.File));
        json.WriteEndObject();
        if (diagnostic.Place is { Line: not 0 } place)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", place.Line);
            JsonPrinter.WriteKnown(json, "startColumn", place.Column);
            // §3.30.8: the column after the last character.
            JsonPrinter.WriteKnown(json, "endColumn", place is { Column: not 0, Length: not 0 } ? place.Column + place.Length : 0);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Level(Code code) => code.Severity == Severity.Error ? "error" : "warning";

    /// <summary>§3.4.3: a relative reference (RFC 3986 §4.1) for a file in the project, else an absolute URI.</summary>
    private static string Uri(string file) =>
        Path.IsPathRooted(file)
            ? new Uri(file).AbsoluteUri
            : string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString));
}
