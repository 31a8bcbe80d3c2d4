using System.Collections.Immutable;
using System.Text;
using Trappa.Diagnostics;

namespace Trappa.Load;

/// <summary>A file of the project, read whole.</summary>
/// <param name="Path">Path from the project's folder, with <c>/</c> between folders.</param>
/// <param name="Text">Its text where it is a text file of UTF-8, else null. Line ends are as they were.</param>
/// <param name="Raw">All of it where it is no text.</param>
public sealed record SourceFile(string Path, string? Text, ReadOnlyMemory<byte> Raw = default)
{
    /// <summary>All of it; of a text made anew each time, as few of them are asked for more than their words.</summary>
    public ReadOnlyMemory<byte> Bytes => Text is null ? Raw : Encoding.UTF8.GetBytes(Text);

    /// <summary>Whether the files say the same.</summary>
    public static bool AreSame(SourceFile one, SourceFile other) => one.Text == other.Text && one.Raw.Span.SequenceEqual(other.Raw.Span);
}

/// <summary>All that was read. Nothing after this opens a file of the project.</summary>
/// <param name="Content">Files under <c>content/</c>, by path in ordinal order.</param>
/// <param name="Templates">All templates by path below <c>templates/</c>: the built-in ones, overridden by the project's own file by file.</param>
/// <param name="OwnTemplates">Which of them are the project's own.</param>
/// <param name="Diagnostics">What could not be read.</param>
public sealed record Sources(
    ImmutableArray<SourceFile> Content,
    ImmutableSortedDictionary<string, string> Templates,
    ImmutableHashSet<string> OwnTemplates,
    ImmutableArray<Diagnostic> Diagnostics);
