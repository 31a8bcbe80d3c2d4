using Trappa.Keeping;

namespace Trappa.Serving;

/// <summary>
/// Watches a project's files and says which were written. Asked for one change too many rather than one too few: what is
/// not understood (a folder renamed, more events than the system keeps) means that anything may have changed.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly string _root;
    private readonly Kept _kept;
    private readonly Action _changed;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly FileSystemWatcher _top;
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <summary>Begins to watch.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="kept">Is told what was written.</param>
    /// <param name="changed">Called after each event, on a thread of the watcher's.</param>
    public FolderWatch(string root, Kept kept, Action changed)
    {
        _root = root;
        _kept = kept;
        _changed = changed;
        // The folders themselves come and go as well, as when a branch is switched.
        _top = new(root) { NotifyFilter = NotifyFilters.DirectoryName };
        _top.Created += (_, e) => Folder(e.FullPath);
        _top.Deleted += (_, e) => Folder(e.FullPath);
        _top.Renamed += (_, e) =>
        {
            Folder(e.OldFullPath);
            Folder(e.FullPath);
        };
        _top.EnableRaisingEvents = true;
        WatchAll();
        List();
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _top.Dispose();
        lock (_lock)
        {
            _watchers.ForEach(w => w.Dispose());
            _watchers.Clear();
        }
    }

    private void Folder(string full)
    {
        if (Watched.Contains(Relative(full)))
        {
            WatchAll();
            Anything();
        }
    }

    private void WatchAll()
    {
        lock (_lock)
        {
            _watchers.ForEach(w => w.Dispose());
            _watchers.Clear();
            foreach (var folder in Watched.Select(f => System.IO.Path.Combine(_root, f)).Where(Directory.Exists))
            {
                _watchers.Add(Watch(folder));
            }
        }
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
        };
        watcher.Changed += (_, e) => Written(e.FullPath);
        watcher.Created += (_, e) => CameOrWent(e.FullPath);
        watcher.Deleted += (_, e) => CameOrWent(e.FullPath);
        watcher.Renamed += (_, e) =>
        {
            CameOrWent(e.OldFullPath);
            CameOrWent(e.FullPath);
        };
        watcher.Error += (_, _) => Anything();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Written(string full)
    {
        if (Path(full) is not { } path || Directory.Exists(full))
        {
            return;
        }
        lock (_lock)
        {
            if (_files.Add(path))
            {
                _kept.Relist();
            }
        }
        _kept.Touch(path);
        _changed();
    }

    private void CameOrWent(string full)
    {
        if (Path(full) is not { } path)
        {
            return;
        }
        bool known;
        lock (_lock)
        {
            known = _files.Contains(path);
        }
        if (File.Exists(full))
        {
            // Saved by renaming another file to this name: a file like before.
            Written(full);
        }
        else if (known)
        {
            lock (_lock)
            {
                _files.Remove(path);
            }
            _kept.Touch(path);
            _kept.Relist();
            _changed();
        }
        else
        {
            // A folder that came, went or changed its name. A name of an editor's own that is gone again is one of none.
            Anything();
        }
    }

    private void Anything()
    {
        List();
        _kept.TouchAll();
        _changed();
    }

    private void List()
    {
        lock (_lock)
        {
            _files.Clear();
            foreach (var folder in Watched)
            {
                var full = System.IO.Path.Combine(_root, folder);
                try
                {
                    foreach (var file in Directory.Exists(full) ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories) : [])
                    {
                        _files.Add(Relative(file));
                    }
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // Gone while it was read: there is an event for that.
                }
            }
        }
    }

    // What the build reads: none of what editors keep beside it, nor the site itself.
    private string? Path(string full)
    {
        var path = Relative(full);
        var parts = path.Split('/');
        return Watched.Contains(parts[0]) && !parts.Any(p => p.StartsWith('.') || p.StartsWith('#') || p.EndsWith('~')) ? path : null;
    }

    private string Relative(string full) =>
        System.IO.Path.GetRelativePath(_root, full).Replace(System.IO.Path.DirectorySeparatorChar, '/');

    private static string[] Watched => ["content", "templates"];
}
