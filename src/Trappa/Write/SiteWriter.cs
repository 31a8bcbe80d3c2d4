using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Render;

namespace Trappa.Write;

/// <summary>
/// The last stage: puts a whole site where it belongs, or leaves alone what stands there. The files are written to
/// a folder beside the target and the two change places at once, so that a process killed at any moment leaves the
/// old site or the new one. A fall of power is another matter: nothing is forced to the disk.
/// </summary>
public static class SiteWriter
{
    /// <summary>
    /// Tells, before anything is built, why the target may not be replaced. Reads only.
    /// </summary>
    /// <param name="project">The project's folder.</param>
    /// <param name="sources">Folders the build reads, such as <c>content</c> and <c>templates</c>; they need not exist.</param>
    /// <param name="target">The folder to write, as its user named it.</param>
    /// <returns>What is wrong with it; empty when it may be written.</returns>
    public static ImmutableArray<Diagnostic> Precheck(string project, IEnumerable<string> sources, string target) =>
        OutputFolder.Check(project, sources, target);

    /// <summary>
    /// Clears away what a killed build left beside the target, and puts back the old site if it was killed between
    /// two renames. <see cref="Write"/> does this itself; a command calls it at its start, so that it happens even
    /// when the content turns out to have errors.
    /// </summary>
    /// <param name="target">The folder to write, as its user named it.</param>
    public static void Recover(string target)
    {
        var neighbours = new Neighbours(target);
        if (!neighbours.AnyLeft)
        {
            return;
        }
        try
        {
            using var hold = BuildLock.TryTake(neighbours.Lock);
            if (hold is not null)
            {
                FolderSwitch.Recover(neighbours);
            }
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            // Whoever may not clear away is told so by the writing, if it comes to that.
        }
    }

    /// <summary>Replaces the target by these files, or says why not and leaves it as it was.</summary>
    /// <param name="files">The whole site, in any order; no two on one path.</param>
    /// <param name="target">The folder to write, as its user named it; made if it is not there.</param>
    /// <param name="options">How; the defaults serve everyone but tests.</param>
    /// <returns>What went wrong; empty when the new site stands.</returns>
    /// <exception cref="ArgumentException">A path leads out of the site: a fault of the stage before.</exception>
    public static ImmutableArray<Diagnostic> Write(
        IReadOnlyList<OutputFile> files, string target, WriteOptions? options = null)
    {
        options ??= WriteOptions.Default;
        var place = OutputFolder.PlaceOf(target);
        var neighbours = new Neighbours(target);
        try
        {
            Directory.CreateDirectory(neighbours.Parent);
            using var hold = BuildLock.Take(neighbours.Lock, options.Patience);
            if (hold is null)
            {
                return [new(Codes.OutputBusy, place, ("output", place.File))];
            }
            FolderSwitch.Recover(neighbours);
            return OutputFolder.CheckStanding(target) is { } standing
                ? [standing]
                : Replace(files, neighbours, options);
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return [FileFault.Diagnostic(e, place)];
        }
    }

    private static ImmutableArray<Diagnostic> Replace(
        IReadOnlyList<OutputFile> files, Neighbours neighbours, WriteOptions options)
    {
        try
        {
            Staging.Fill(neighbours.New, files);
            FolderSwitch.Switch(neighbours, options.Exchange);
            return [];
        }
        finally
        {
            // After the switch this is the old site, before it the unfinished new one.
            FolderSwitch.Clear(neighbours);
        }
    }
}

/// <summary>How a site is written.</summary>
/// <param name="Exchange">
/// Lets two folders change places at once: true when they did, false where the system has no such call, and then
/// two renames take its place.
/// </param>
/// <param name="Patience">How long to wait for another build that writes the same folder.</param>
public sealed record WriteOptions(Func<string, string, bool> Exchange, TimeSpan Patience)
{
    /// <summary>What the system has, and half a minute.</summary>
    public static WriteOptions Default { get; } = new(FolderSwitch.TryExchange, TimeSpan.FromSeconds(30));
}
