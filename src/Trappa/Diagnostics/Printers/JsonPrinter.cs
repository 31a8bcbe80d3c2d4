using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trappa.Languages;

namespace Trappa.Diagnostics.Printers;

/// <summary>Diagnostics for programs: one JSON object with a version of its format.</summary>
public static class JsonPrinter
{
    // å as å: what is printed is read as JSON, never put into HTML.
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// <c>{ "format": 1, "errors": n, "warnings": n, "diagnostics": [ … ] }</c>; lines and columns are 1-based and
    /// left out where they are not known.
    /// </summary>
    public static string Print(IReadOnlyList<Diagnostic> diagnostics, Language language) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        json.WriteNumber("errors", diagnostics.Count(d => d.Code.Severity == Severity.Error));
        json.WriteNumber("warnings", diagnostics.Count(d => d.Code.Severity == Severity.Warning));
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code.Id);
            json.WriteString("name", diagnostic.Code.Name);
            json.WriteString("severity", diagnostic.Code.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("file", diagnostic.Place.File);
            WriteKnown(json, "line", diagnostic.Place.Line);
            WriteKnown(json, "column", diagnostic.Place.Column);
            WriteKnown(json, "length", diagnostic.Place.Length);
            json.WriteString("message", diagnostic.Message(language));
            json.WriteString("remedy", diagnostic.Remedy(language));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The text that <paramref name="body"/> writes, with a line break at its end.</summary>
    internal static string Write(Action<Utf8JsonWriter> body)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            body(json);
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    /// <summary>A number, unless it is 0 and so not known.</summary>
    internal static void WriteKnown(Utf8JsonWriter json, string name, int number)
    {
        if (number != 0)
        {
            json.WriteNumber(name, number);
        }
    }
}
