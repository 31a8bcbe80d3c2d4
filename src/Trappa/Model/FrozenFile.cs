using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trappa.Load;

namespace Trappa.Model;

/// <summary>
/// A frozen edition as it is kept: all files that the guide was made of, so that today's program makes the same guide of
/// them, and nothing of it is lost.
/// </summary>
/// <param name="Format">Version of this form: <see cref="Newest"/>.</param>
/// <param name="Edition">Its month, <c>2024-04</c>.</param>
/// <param name="Date">The day on which it was frozen; what is dated is judged by it for ever.</param>
/// <param name="Files">The files, in ordinal order of their paths.</param>
public sealed record FrozenFile(int Format, string Edition, DateOnly Date, IReadOnlyList<FrozenSource> Files)
{
    /// <summary>The version that this program writes, and the last that it reads.</summary>
    public const int Newest = 1;

    // å as å, and one line of a file on one line of ours: it is read by people and compared by git.
    private static readonly FrozenJson Json = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>Freezes the files of a guide.</summary>
    /// <param name="edition">Its month, <c>2024-04</c>.</param>
    /// <param name="date">Today.</param>
    /// <param name="content">All that stands under <c>content/</c>.</param>
    /// <param name="editions">The folder of frozen editions, from the project's folder; nothing in it is frozen again.</param>
    public static FrozenFile Of(string edition, DateOnly date, IEnumerable<SourceFile> content, string editions) => new(Newest, edition, date,
    [
        .. content.Where(f => !f.Path.StartsWith(editions + "/", StringComparison.Ordinal)
                && !f.Path.Equals("content/README.md", StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => f.Text is null ? new FrozenSource(f.Path, null, Convert.ToBase64String(f.Bytes.Span)) : new(f.Path, f.Text.Split('\n'), null)),
    ]);

    /// <summary>The edition in the form in which it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json.FrozenFile) + "\n";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static FrozenFile Read(string text)
    {
        var read = JsonSerializer.Deserialize(text, Json.FrozenFile);
        return read is { Edition: not null, Files: not null, Format: >= 1 and <= Newest } && read.Files.All(f => f.Path?.StartsWith("content/", StringComparison.Ordinal) == true)
            ? read
            : throw new JsonException("format " + (read?.Format ?? 0).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The files as they were when they were frozen.</summary>
    /// <exception cref="FormatException">A picture that is not whole.</exception>
    public ImmutableArray<SourceFile> Sources() =>
    [
        .. Files.Select(f => f.Base64 is { } base64 ? new SourceFile(f.Path, null, Convert.FromBase64String(base64)) : new(f.Path, string.Join('\n', f.Text ?? [])))
            .OrderBy(f => f.Path, StringComparer.Ordinal),
    ];
}

/// <summary>A file of a frozen edition.</summary>
/// <param name="Path">Path from the project's folder, with <c>/</c>.</param>
/// <param name="Text">Its lines, without the line feeds between them, or null for what is no text.</param>
/// <param name="Base64">Its bytes (RFC 4648 §4), for what is no text.</param>
public sealed record FrozenSource(string Path, IReadOnlyList<string>? Text, string? Base64);

[JsonSerializable(typeof(FrozenFile))]
internal sealed partial class FrozenJson : JsonSerializerContext;
