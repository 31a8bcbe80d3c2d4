using System.Collections.Immutable;
using Trappa.Diagnostics;

namespace Trappa.Load;

/// <summary>Finds the files below one folder, in ordinal order, and what is wrong with the folders on the way.</summary>
internal sealed class FolderWalk(string root, string start)
{
    // Deeper than any guide; keeps a path within what every system can open.
    private const int DeepestFolder = 32;

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Paths from the project's folder, with <c>/</c>.</summary>
    public List<string> Files { get; } = [];

    /// <summary>What was wrong.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    /// <summary>Walks; a folder that is not there is empty.</summary>
    public void Run()
    {
        if (Directory.Exists(start))
        {
            Walk(new DirectoryInfo(start), 0);
        }
        Files.Sort(StringComparer.Ordinal);
    }

    private void Walk(DirectoryInfo folder, int depth)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _diagnostics.Add(new(Codes.Unreadable, new(Relative(folder)), ("reason", Loader.Reason(e))));
            return;
        }
        Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var entry in entries)
        {
            Visit(entry, depth);
        }
    }

    private void Visit(FileSystemInfo entry, int depth)
    {
        // Dot files and editors' back-up files are nobody's pages.
        if (entry.Name.StartsWith('.') || entry.Name.EndsWith('~') || entry.Name.StartsWith('#'))
        {
            return;
        }
        // It has gone since the folder was listed: all attributes at once are none.
        if (entry.Attributes == (FileAttributes)(-1))
        {
            return;
        }
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null && !StaysInside(entry))
        {
            return;
        }
        if (entry.Attributes.HasFlag(FileAttributes.Directory))
        {
            if (entry.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            {
                _diagnostics.Add(new(Codes.FolderNamedAsPage, new(Relative(entry))));
            }
            else if (depth < DeepestFolder)
            {
                Walk(new DirectoryInfo(entry.FullName), depth + 1);
            }
            return;
        }
        Files.Add(Relative(entry));
    }

    // A link may point at a file inside the project. Links to folders could make circles and are not followed.
    private bool StaysInside(FileSystemInfo link)
    {
        string target;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? link.LinkTarget!;
        }
        catch (IOException)
        {
            target = link.LinkTarget!;
        }
        var inside = Path.GetFullPath(target).StartsWith(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
        if (inside && File.Exists(target))
        {
            return true;
        }
        _diagnostics.Add(new(Codes.LinkOutOfFolder, new(Relative(link)), ("target", link.LinkTarget!)));
        return false;
    }

    private string Relative(FileSystemInfo entry) =>
        Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
