using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Trappa.Diagnostics;
using Trappa.Keeping;

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
    /// <param name="kept">What earlier loads read; a file is the same while its size and date are, and nobody says otherwise.</param>
    public static Sources Load(string root, Kept? kept = null)
    {
        kept ??= Kept.Nothing;
        // Those that come along are read while the project is.
        var builtIn = Task.Run(() => kept.Get("built-in templates", "", [], BuiltInTemplates.Read));
        var contentFolder = Path.Combine(root, "content");
        var content = Walk(root, contentFolder, kept);
        var templates = Walk(root, Path.Combine(root, "templates"), kept);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (!Directory.Exists(contentFolder))
        {
            diagnostics.Add(new(Codes.NoContent, new("content"), ("folder", "content")));
        }
        diagnostics.AddRange(content.Diagnostics);
        diagnostics.AddRange(templates.Diagnostics);

        var (own, ownFaults) = ReadAll(root, templates.Files, kept);
        var merging = Task.Run(() => kept.Get("templates", "", [.. own], () => Merged(own, builtIn.GetAwaiter().GetResult())));
        var (files, faults) = ReadAll(root, content.Files, kept);
        diagnostics.AddRange(faults);
        if (Directory.Exists(contentFolder) && content.Files.Count == 0 && diagnostics.Count == 0)
        {
            diagnostics.Add(new(Codes.NoContent, new("content"), ("folder", "content")));
        }
        diagnostics.AddRange(ownFaults);
        return new([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], merging.GetAwaiter().GetResult(), [.. own.Select(BelowTemplates)], diagnostics.ToImmutable());
    }

    private static (ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Faults) ReadAll(string root, List<string> paths, Kept kept)
    {
        var files = new SourceFile?[paths.Count];
        var faults = new ImmutableArray<Diagnostic>[paths.Count];
        Parallel.For(0, files.Length, i => (files[i], faults[i]) = Read(root, paths[i], kept));
        return ([.. files.OfType<SourceFile>()], [.. faults.SelectMany(f => f)]);
    }

    // A project's own templates stand before the built-in ones, file by file.
    private static ImmutableSortedDictionary<string, string> Merged(ImmutableArray<SourceFile> own, ImmutableSortedDictionary<string, string> builtIn)
    {
        var merged = builtIn.ToBuilder();
        foreach (var file in own)
        {
            merged[BelowTemplates(file)] = file.Text!;
        }
        return merged.ToImmutable();
    }

    private static string BelowTemplates(SourceFile file) => file.Path["templates/".Length..];

    private static (SourceFile? File, ImmutableArray<Diagnostic> Faults) Read(string root, string path, Kept kept)
    {
        if (!kept.IsKeeping)
        {
            return Read(root, path);
        }
        ReadFile Get(params ReadOnlySpan<object?> key) => kept.Get("load", path, key, () => new ReadFile(Read(root, path)));
        if (kept.IsWatched)
        {
            return Same(path, Get(kept.Changes(path)).Value, kept);
        }
        var info = new FileInfo(Path.Combine(root, path));
        // A link has a date of its own, whatever happens to the file it leads to.
        return info.Exists && info.LinkTarget is null
            ? Same(path, Get(info.Length, info.LastWriteTimeUtc, kept.Changes(path)).Value, kept)
            : Read(root, path);
    }

    // Written anew with the same words, as by programs that save in two steps: the same file.
    private static (SourceFile? File, ImmutableArray<Diagnostic> Faults) Same(
        string path, (SourceFile? File, ImmutableArray<Diagnostic> Faults) read, Kept kept) => read.File is null ? read
        : (kept.Same("bytes", path, read.File, SourceFile.AreSame), read.Faults);

    private static FolderWalk Walk(string root, string folder, Kept kept)
    {
        FolderWalk Run()
        {
            var walk = new FolderWalk(root, folder);
            walk.Run();
            return walk;
        }
        return kept.IsWatched ? kept.Get("walk", folder, [kept.Listings], Run) : Run();
    }

    private sealed record ReadFile((SourceFile? File, ImmutableArray<Diagnostic> Faults) Value);

    private static (SourceFile? File, ImmutableArray<Diagnostic> Faults) Read(string root, string path)
    {
        var isTemplate = path.StartsWith("templates/", StringComparison.Ordinal);
        var isText = isTemplate || TextEndings.Contains(Path.GetExtension(path).ToLowerInvariant());
        var limit = isText ? LargestText : LargestFile;
        try
        {
            var full = Path.Combine(root, path);
            using var file = File.OpenHandle(full);
            var size = RandomAccess.GetLength(file);
            if (size > limit)
            {
                return (null, [new(Codes.FileTooLarge, new(path), ("size", Kilobytes(size)), ("limit", Kilobytes(limit)))]);
            }
            return isText ? ReadText(path, file, (int)size) : (new(path, null, File.ReadAllBytes(full)), []);
        }
        // No size can be told of what is no file, such as a pipe.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, [new(Codes.Unreadable, new(path), ("reason", Reason(e)))]);
        }
    }

    // A text's bytes are wanted no longer than it takes to make letters of them.
    private static (SourceFile? File, ImmutableArray<Diagnostic> Faults) ReadText(string path, SafeFileHandle file, int size)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Math.Max(size, 1));
        try
        {
            var length = 0;
            while (length < size && RandomAccess.Read(file, bytes.AsSpan(length, size - length), length) is > 0 and var read)
            {
                length += read;
            }
            var (text, faults) = TextReading.Read(path, bytes.AsSpan(0, length));
            return (text is null ? null : new(path, text), faults);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The system's own words for why a file could not be read, on one line.</summary>
    internal static string Reason(Exception e) => e.Message.ReplaceLineEndings(" ");

    private static string Kilobytes(long bytes) =>
        ((bytes + 1023) / 1024).ToString(CultureInfo.InvariantCulture);
}
