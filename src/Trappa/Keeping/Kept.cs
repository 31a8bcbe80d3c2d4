using System.Collections.Concurrent;

namespace Trappa.Keeping;

/// <summary>
/// What stages made before, each under a key of everything it was made of. A result is used again only where its key
/// is the same, so a build with this and one with <see cref="Nothing"/> give the same bytes: a full build is an
/// incremental one with nothing kept. Used by many threads, by one build at a time.
/// </summary>
public sealed class Kept
{
    private readonly ConcurrentDictionary<(string Kind, string Name), Entry>? _entries;
    private readonly ConcurrentDictionary<string, long> _changes = new(StringComparer.Ordinal);
    private long _build;
    private long _changed;
    private long _listed;
    private long _allChanged;

    /// <summary>Keeps what is made from now on.</summary>
    public Kept()
        : this(new())
    {
    }

    private Kept(ConcurrentDictionary<(string Kind, string Name), Entry>? entries) => _entries = entries;

    /// <summary>Keeps nothing: everything is made anew.</summary>
    public static Kept Nothing { get; } = new(null);

    /// <summary>What was made of the same before, else what is made now.</summary>
    /// <param name="kind">Which stage's result.</param>
    /// <param name="name">Of which thing, such as a file.</param>
    /// <param name="key">Everything that <paramref name="make"/> reads, by value or by being the same object.</param>
    /// <param name="make">Makes it; a pure function of the key.</param>
    public T Get<T>(string kind, string name, ReadOnlySpan<object?> key, Func<T> make)
        where T : class
    {
        if (_entries is null)
        {
            return make();
        }
        if (_entries.TryGetValue((kind, name), out var entry) && entry.IsOf(key))
        {
            entry.LastUsed = _build;
            return (T)entry.Value;
        }
        // Before the making, which may take what the key points at apart.
        var copy = key.ToArray();
        var made = make();
        _entries[(kind, name)] = new(copy, made) { LastUsed = _build };
        return made;
    }

    /// <summary>The earlier one of two equal values, so that what is kept under it is found again.</summary>
    public T Same<T>(string kind, T value, Func<T, T, bool> equal)
        where T : class => Same(kind, "", value, equal);

    /// <summary>The same for one of several things of a kind.</summary>
    public T Same<T>(string kind, string name, T value, Func<T, T, bool> equal)
        where T : class
    {
        if (_entries is null)
        {
            return value;
        }
        if (_entries.TryGetValue((kind, name), out var entry) && entry.Value is T earlier && equal(earlier, value))
        {
            entry.LastUsed = _build;
            return earlier;
        }
        _entries[(kind, name)] = new([], value) { LastUsed = _build };
        return value;
    }

    /// <summary>Whether anything is kept at all.</summary>
    public bool IsKeeping => _entries is not null;

    /// <summary>
    /// Whether somebody watches the folders and says of every change (<see cref="Touch"/>, <see cref="Relist"/>), so
    /// that the files themselves need not be asked.
    /// </summary>
    public bool IsWatched { get; init; }

    /// <summary>Says that files have come or gone.</summary>
    public void Relist() => Interlocked.Increment(ref _listed);

    /// <summary>How often files were said to have come or gone; part of the key under which lists of them are kept.</summary>
    public long Listings => Volatile.Read(ref _listed);

    /// <summary>Says that a file was written, whatever its date and size say.</summary>
    /// <param name="path">Path from the project's folder, with <c>/</c>.</param>
    public void Touch(string path) => _changes[path] = Interlocked.Increment(ref _changed);

    /// <summary>Says that any file may have been written.</summary>
    public void TouchAll()
    {
        Interlocked.Increment(ref _allChanged);
        Relist();
    }

    /// <summary>How often a file, and all of them, were said to be written; part of the key under which its bytes are kept.</summary>
    public (long One, long All) Changes(string path) => (_changes.GetValueOrDefault(path), Volatile.Read(ref _allChanged));

    /// <summary>Ends a build. Now and then what has not been used for long, such as files that are gone, is forgotten.</summary>
    public void EndBuild()
    {
        _build++;
        if (_entries is null || _build % Patience != 0)
        {
            return;
        }
        foreach (var (name, entry) in _entries)
        {
            // What a build with errors did not come to is still there for the one after.
            if (entry.LastUsed < _build - Patience)
            {
                _entries.TryRemove(name, out _);
            }
        }
    }

    // Builds for which a result is kept unused: so many saves may a mistake stand before all is made anew.
    private const int Patience = 50;

    private sealed class Entry(object?[] key, object value)
    {
        public object Value { get; } = value;

        public long LastUsed { get; set; }

        public bool IsOf(ReadOnlySpan<object?> other)
        {
            if (key.Length != other.Length)
            {
                return false;
            }
            for (var i = 0; i < key.Length; i++)
            {
                if (!ReferenceEquals(key[i], other[i]) && !Equals(key[i], other[i]))
                {
                    return false;
                }
            }
            return true;
        }
    }
}
