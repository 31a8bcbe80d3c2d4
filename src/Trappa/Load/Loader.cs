using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;

namespace Trappa.Load;

/// <summary>
/// Finds the project's files and reads their bytes. Knows folders, encodings and limits; knows nothing of what the
/// files mean.
/// </summary>
public static class Loader
{
    /// <summary>Largest text file, in bytes: a hundred times the longest page that anyone would read.</summary>
    public const int LargestText = 4 * 1024 * 1024;

    /// <summary>Largest picture or other file that is passed on, in bytes.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    private static readonly ImmutableArray<string> TextEndings = [".md", ".markdown", ".yaml", ".yml", ".json"];

    /// <summary>Reads <c>content/</c> and <c>templates/</c> of a project.</summary>
    /// <param name="root">The project's folder.</param>
    public static Sources Load(string root)
    {
        var contentFolder = Path.Combine(root, "content");
        var content = new FolderWalk(root, contentFolder);
        var templates = new FolderWalk(root, Path.Combine(root, "templates"));
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (!Directory.Exists(contentFolder))
        {
            diagnostics.Add(new(Codes.NoContent, new("content"), ("folder", "content")));
        }
        content.Run();
        templates.Run();
        diagnostics.AddRange(content.Diagnostics);
        diagnostics.AddRange(templates.Diagnostics);

        var files = new SourceFile?[content.Files.Count];
        var faults = new ImmutableArray<Diagnostic>[content.Files.Count];
        Parallel.For(0, files.Length, i => (files[i], faults[i]) = Read(root, content.Files[i]));
        diagnostics.AddRange(faults.SelectMany(f => f));
        if (Directory.Exists(contentFolder) && content.Files.Count == 0 && diagnostics.Count == 0)
        {
            diagnostics.Add(new(Codes.NoContent, new("content"), ("folder", "content")));
        }

        // A project's own templates stand before the built-in ones, file by file.
        var merged = BuiltInTemplates.Read().ToBuilder();
        foreach (var path in templates.Files)
        {
            var (file, found) = Read(root, path);
            diagnostics.AddRange(found);
            if (file?.Text is { } text)
            {
                merged[path["templates/".Length..]] = text;
            }
        }
        return new(
            [.. files.Where(f => f is not null)!.OrderBy(f => f!.Path, StringComparer.Ordinal)!],
            merged.ToImmutable(), diagnostics.ToImmutable());
    }

    private static (SourceFile? File, ImmutableArray<Diagnostic> Faults) Read(string root, string path)
    {
        var isTemplate = path.StartsWith("templates/", StringComparison.Ordinal);
        var isText = isTemplate || TextEndings.Contains(Path.GetExtension(path).ToLowerInvariant());
        var limit = isText ? LargestText : LargestFile;
        byte[] bytes;
        try
        {
            var full = Path.Combine(root, path);
            var size = new FileInfo(full).Length;
            if (size > limit)
            {
                return (null, [new(Codes.FileTooLarge, new(path), ("size", Kilobytes(size)), ("limit", Kilobytes(limit)))]);
            }
            bytes = File.ReadAllBytes(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new(Codes.Unreadable, new(path), ("reason", Reason(e)))]);
        }
        if (!isText)
        {
            return (new(path, bytes, null), []);
        }
        var (text, faults) = TextReading.Read(path, bytes);
        return (text is null ? null : new(path, bytes, text), faults);
    }

    /// <summary>The system's own words for why a file could not be read, on one line.</summary>
    internal static string Reason(Exception e) => e.Message.ReplaceLineEndings(" ");

    private static string Kilobytes(long bytes) =>
        ((bytes + 1023) / 1024).ToString(CultureInfo.InvariantCulture);
}
