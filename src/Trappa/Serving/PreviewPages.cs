using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Trappa.Diagnostics;
using Trappa.Render;

namespace Trappa.Serving;

/// <summary>What a preview adds to pages and says of errors.</summary>
/// <param name="Root">The project's folder, for links that open an editor and for the lines around an error.</param>
internal sealed record PreviewPages(string Root)
{
    /// <summary>Path of the stream of changes, below the site's root.</summary>
    public const string EventsPath = "__trappa/events";

    /// <summary>Path of the script that takes them in.</summary>
    public const string ScriptPath = "__trappa/preview.js";

    // Lines shown before and after the one with the error.
    private const int Around = 2;

    // As many as one looks at before the first is mended.
    private const int MostErrors = 20;

    private const string ResourceName = "serving/preview.js";

    /// <summary>The script.</summary>
    public static ReadOnlyMemory<byte> Script { get; } = ReadScript();

    /// <summary>
    /// The policy of a page, but that our script may parse the page's next version (Trusted Types, "createPolicy").
    /// </summary>
    public static string PolicyOf(string policy) => policy.Replace("trusted-types offline", "trusted-types offline trappa-preview", StringComparison.Ordinal);

    /// <summary>A page with the script at its end.</summary>
    public static ReadOnlyMemory<byte> WithScript(ReadOnlyMemory<byte> page, long version, string root)
    {
        var end = page.Span.LastIndexOf("</body>"u8);
        end = end < 0 ? page.Length : end;
        var script = Encoding.UTF8.GetBytes(
            $"<script src=\"{root}{ScriptPath}\" data-version=\"{version.ToString(CultureInfo.InvariantCulture)}\" defer></script>");
        return (byte[])[.. page.Span[..end], .. script, .. page.Span[end..]];
    }

    /// <summary>The page that stands until there has been a good one.</summary>
    public static ReadOnlyMemory<byte> OnlyErrors(PreviewState state, string root)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="{state.Language.Code}" dir="{state.Language.Direction}">
            <head><meta charset="utf-8"><title>{HtmlText.Escape(state.Language.Word("preview_errors"))}</title>
            <meta name="viewport" content="width=device-width"></head>
            <body><main><h1>{HtmlText.Escape(state.Language.Word("preview_errors"))}</h1>

            """);
        foreach (var error in state.Build.Errors)
        {
            html.Append("<p><code>").Append(HtmlText.Escape(error.Place.ToString())).Append("</code><br>")
                .Append(HtmlText.Escape(error.Message(state.Language))).Append(' ').Append(HtmlText.Escape(error.Remedy(state.Language))).Append("</p>\n");
        }
        html.Append("</main></body>\n</html>\n");
        return WithScript(Encoding.UTF8.GetBytes(html.ToString()), state.Version, root);
    }

    /// <summary>A state as JSON on one line, for the script.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isFirst">Whether it is what the script finds, and not a change that it sees.</param>
    public string Event(PreviewState state, bool isFirst)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", state.Version);
            json.WriteBoolean("first", isFirst);
            json.WriteStartArray("changed");
            foreach (var path in isFirst ? [] : state.Changed)
            {
                json.WriteStringValue(path);
            }
            json.WriteEndArray();
            json.WriteString("heading", state.Language.Word("preview_errors"));
            json.WriteString("close", state.Language.Word("preview_close"));
            json.WriteStartArray("errors");
            foreach (var error in state.Build.Errors.Take(MostErrors))
            {
                Write(json, error, state);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>An address that opens a place in Visual Studio Code, and in what else knows its scheme.</summary>
    public string EditAddress(Place place) => EditRoot + Escaped(place.File)
        + (place.Line == 0 ? "" : ":" + place.Line.ToString(CultureInfo.InvariantCulture) + ":" + Math.Max(1, place.Column).ToString(CultureInfo.InvariantCulture));

    /// <summary>What comes before the path of a file in such an address.</summary>
    public string EditRoot => "vscode://file/" + Escaped(Root.Replace('\\', '/').TrimStart('/')) + "/";

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString)).Replace("%3A", ":", StringComparison.Ordinal);

    private void Write(Utf8JsonWriter json, Diagnostic error, PreviewState state)
    {
        json.WriteStartObject();
        json.WriteString("code", error.Code.Id);
        json.WriteString("place", error.Place.ToString());
        json.WriteString("edit", EditAddress(error.Place));
        json.WriteString("message", error.Message(state.Language));
        json.WriteString("remedy", error.Remedy(state.Language));
        json.WriteNumber("line", error.Place.Line);
        json.WriteNumber("column", error.Place.Column);
        json.WriteNumber("length", error.Place.Length);
        var lines = LinesOf(error.Place.File);
        var first = Math.Max(1, error.Place.Line - Around);
        json.WriteNumber("first", first);
        json.WriteStartArray("lines");
        foreach (var line in error.Place.Line == 0 ? [] : lines.Skip(first - 1).Take(error.Place.Line + Around - first + 1))
        {
            json.WriteStringValue(line);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // As the file is now, which may be a moment later than it was read: then the lines are those that the editor sees.
    private ImmutableArray<string> LinesOf(string file)
    {
        try
        {
            return File.Exists(Path.Combine(Root, file)) ? [.. File.ReadLines(Path.Combine(Root, file))] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static byte[] ReadScript()
    {
        using var stream = typeof(PreviewPages).Assembly.GetManifestResourceStream(ResourceName)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
