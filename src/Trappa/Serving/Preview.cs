using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Render;
using Trappa.Render.Files;

namespace Trappa.Serving;

/// <summary>What one build gave a preview.</summary>
/// <param name="Language">The guide's language.</param>
/// <param name="Files">The site; empty where there was an error.</param>
/// <param name="Pages">How many of them are pages.</param>
/// <param name="Diagnostics">What was found.</param>
internal sealed record Built(Language Language, ImmutableArray<OutputFile> Files, int Pages, ImmutableArray<Diagnostic> Diagnostics)
{
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(d => d.Code.Severity == Severity.Error);

    public bool HasErrors => Errors.Any();
}

/// <summary>What is served at a moment: the last site that could be made, and what is wrong with the words of now.</summary>
/// <param name="Version">Of the files: counts up when they change, from a number that another preview does not begin with.</param>
/// <param name="Language">The guide's language.</param>
/// <param name="Files">The last good site by path; empty where there has been none yet.</param>
/// <param name="Headers">What <c>_headers</c> of it says of every page.</param>
/// <param name="Changed">Paths of the files that are new, changed or gone since the state before.</param>
/// <param name="Build">The latest build, good or not.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record PreviewState(
    long Version, Language Language, FrozenDictionary<string, OutputFile> Files, ImmutableArray<(string Name, string Value)> Headers,
    ImmutableArray<string> Changed, Built Build, long Milliseconds);

/// <summary>
/// Builds when something changes, and tells who looks. Events are gathered without waiting: the first starts a build,
/// and those that come meanwhile another one after it. A file caught half written is an error for as long as it takes
/// to write the other half; the last good site stays all the while.
/// </summary>
internal sealed class Preview : IDisposable
{
    private readonly Func<Built> _build;
    private readonly Action<PreviewState> _told;
    private readonly AutoResetEvent _wake = new(false);
    private readonly Thread _thread;
    private readonly List<Action<PreviewState>> _lookers = [];
    private volatile PreviewState _state;
    private volatile bool _isOver;

    /// <summary>Builds once, and from then on whenever <see cref="Wake"/> says so.</summary>
    /// <param name="build">Makes the site in memory.</param>
    /// <param name="told">Is told of each state but the first.</param>
    public Preview(Func<Built> build, Action<PreviewState> told)
    {
        _build = build;
        _told = told;
        _state = Next(null);
        _thread = new(Run) { IsBackground = true, Name = "preview" };
    }

    /// <summary>What is served now.</summary>
    public PreviewState State => _state;

    /// <summary>Begins to build on changes.</summary>
    public void Start() => _thread.Start();

    /// <summary>Says that something changed.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Is told of each new state until what is returned is disposed.</summary>
    public IDisposable Look(Action<PreviewState> looker)
    {
        lock (_lookers)
        {
            _lookers.Add(looker);
        }
        return new Looking(this, looker);
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _isOver = true;
        _wake.Set();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }
        _wake.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            _wake.WaitOne();
            if (_isOver)
            {
                return;
            }
            var before = _state;
            var state = Next(before);
            if (state.Changed.IsEmpty && state.Build.Diagnostics.AsSpan().SequenceEqual(before.Build.Diagnostics.AsSpan()))
            {
                continue;
            }
            _state = state;
            lock (_lookers)
            {
                _lookers.ForEach(looker => looker(state));
            }
            _told(state);
        }
    }

    private PreviewState Next(PreviewState? before)
    {
        var clock = Stopwatch.StartNew();
        var built = _build();
        var version = before?.Version ?? Environment.TickCount64;
        if (built.HasErrors)
        {
            return new(version, built.Language, before?.Files ?? FrozenDictionary<string, OutputFile>.Empty,
                before?.Headers ?? [], [], built, clock.ElapsedMilliseconds);
        }
        var files = built.Files.ToFrozenDictionary(f => f.Path, StringComparer.Ordinal);
        var changed = Differences(before, files);
        return new(changed.IsEmpty ? version : version + 1, built.Language, files, HeadersOf(files), changed, built, clock.ElapsedMilliseconds);
    }

    // A file that nobody has asked for is not made to be compared: it changes with the pages, and they are told of.
    private static bool IsSame(OutputFile one, OutputFile other) =>
        !one.IsMade || !other.IsMade || one.Pieces.SequenceEqual(other.Pieces) || one.Bytes.Span.SequenceEqual(other.Bytes.Span);

    private static ImmutableArray<string> Differences(PreviewState? before, FrozenDictionary<string, OutputFile> files) => before is null
        ? [.. files.Keys.Order(StringComparer.Ordinal)]
        : [.. files.Where(f => !before.Files.TryGetValue(f.Key, out var old) || !IsSame(old, f.Value))
            .Select(f => f.Key).Concat(before.Files.Keys.Where(f => !files.ContainsKey(f))).Order(StringComparer.Ordinal)];

    // The rule for every file, as the host that is published to would send it.
    private static ImmutableArray<(string Name, string Value)> HeadersOf(FrozenDictionary<string, OutputFile> files) =>
        files.TryGetValue(Headers.FileName, out var file) ? Headers.ForAll(Encoding.UTF8.GetString(file.Bytes.Span)) : [];

    private sealed class Looking(Preview preview, Action<PreviewState> looker) : IDisposable
    {
        public void Dispose()
        {
            lock (preview._lookers)
            {
                preview._lookers.Remove(looker);
            }
        }
    }
}
