using System.Text.Json;
using Trappa.Diagnostics;
using Trappa.Diagnostics.Printers;

namespace Trappa.Words;

/// <summary>The report for programs: one JSON object with a version of its format.</summary>
internal static class WordsJson
{
    /// <summary><c>{ "format": 1, "wording": [ … ], "pages": [ … ], "diagnostics": [ … ], "corrected": [ … ] }</c>.</summary>
    public static string Of(WordsReport report) => JsonPrinter.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        Array(json, "wording", report.Words.Texts, used =>
        {
            Placed(json, used.Wording.Text.Start);
            json.WriteString("field", used.Wording.Field);
            json.WriteString("text", used.Wording.Words);
            json.WriteStartArray("pages");
            foreach (var page in used.Pages)
            {
                json.WriteStringValue(page);
            }
            json.WriteEndArray();
        });
        Array(json, "pages", report.Pages, page =>
        {
            json.WriteString("address", page.Address);
            json.WriteNumber("lix", Math.Round(page.Readability.Lix, 1));
            json.WriteNumber("words", page.Readability.Words);
            json.WriteNumber("sentences", page.Readability.Sentences);
            json.WriteNumber("longestSentence", page.Readability.LongestSentence);
        });
        Array(json, "diagnostics", report.Found, diagnostic =>
        {
            json.WriteString("code", diagnostic.Code.Id);
            json.WriteString("name", diagnostic.Code.Name);
            json.WriteString("severity", diagnostic.Code.Severity == Severity.Error ? "error" : "warning");
            Placed(json, diagnostic.Place);
            json.WriteString("message", diagnostic.Message(report.Words.Guide.Language));
            json.WriteString("remedy", diagnostic.Remedy(report.Words.Guide.Language));
        });
        Array(json, "corrected", report.Corrected, file =>
        {
            json.WriteString("file", file.Path);
            json.WriteString("difference", FileDifference.Of(file));
        });
        json.WriteEndObject();
    });

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Placed(Utf8JsonWriter json, Place place)
    {
        json.WriteString("file", place.File);
        JsonPrinter.WriteKnown(json, "line", place.Line);
        JsonPrinter.WriteKnown(json, "column", place.Column);
        JsonPrinter.WriteKnown(json, "length", place.Length);
    }
}
