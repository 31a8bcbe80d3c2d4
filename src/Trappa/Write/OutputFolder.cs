using System.Collections.Immutable;
using System.Text;
using Trappa.Diagnostics;

namespace Trappa.Write;

/// <summary>Whether a folder may be replaced by a site.</summary>
internal static class OutputFolder
{
    // Written into any folder by the programs that show it: nobody misses them.
    private static readonly ImmutableArray<string> Crumbs = [".DS_Store", "Thumbs.db", "desktop.ini"];

    private static StringComparison PathComparison =>
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The target as the place of a diagnostic.</summary>
    internal static Place PlaceOf(string target) =>
        new(OperatingSystem.IsWindows() ? target.Replace('\\', '/') : target);

    internal static ImmutableArray<Diagnostic> Check(string project, IEnumerable<string> sources, string target)
    {
        var place = PlaceOf(target);
        var real = RealPath.Of(target);
        foreach (var source in sources.Prepend(project))
        {
            var realSource = RealPath.Of(source);
            if (IsAtOrUnder(realSource, real))
            {
                return [new(Codes.OutputOverSources, place, ("output", place.File), ("folder", Shown(project, source)))];
            }
            // The project's own folder is where a site usually stands.
            if (!ReferenceEquals(source, project) && IsAtOrUnder(real, realSource))
            {
                return [new(Codes.OutputInsideSources, place, ("output", place.File), ("folder", Shown(project, source)))];
            }
        }
        return CheckStanding(target) is { } standing ? [standing] : [];
    }

    /// <summary>What keeps that which stands at the target from being replaced, or null.</summary>
    internal static Diagnostic? CheckStanding(string target)
    {
        var place = PlaceOf(target);
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        try
        {
            var info = new DirectoryInfo(path);
            if (info.LinkTarget is { } link)
            {
                return new(Codes.OutputIsLink, place, ("output", place.File), ("link", link));
            }
            if (File.Exists(path))
            {
                return new(Codes.OutputIsFile, place, ("output", place.File));
            }
            return info.Exists && Stranger(info) is { } stranger
                ? new(Codes.OutputNotOurs, place, ("output", place.File), ("entry", stranger))
                : null;
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return FileFault.Diagnostic(e, place);
        }
    }

    /// <summary>
    /// Something in the folder that no build of ours put there, or null. The topmost level is looked at: enough to
    /// save a folder with a repository or somebody's own files, and cheap with thousands of pages.
    /// </summary>
    private static string? Stranger(DirectoryInfo folder)
    {
        var names = folder.EnumerateFileSystemInfos().Select(e => e.Name).Except(Crumbs, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
        {
            return null;
        }
        var path = Path.Combine(folder.FullName, SiteManifest.FileName);
        var manifest = File.Exists(path) ? SiteManifest.Parse(File.ReadAllText(path, Encoding.UTF8)) : null;
        if (manifest is null)
        {
            return names[0];
        }
        if (manifest.Files.IsEmpty)
        {
            return null;
        }
        var known = manifest.Files.Select(f => f.Path.Split('/', 2)[0]).Append(SiteManifest.FileName);
        return names.Except(known, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool IsAtOrUnder(string path, string folder) =>
        path.StartsWith(folder, PathComparison)
        && (path.Length == folder.Length
            || Path.EndsInDirectorySeparator(folder)
            || path[folder.Length] == Path.DirectorySeparatorChar);

    private static string Shown(string project, string folder)
    {
        var shown = Path.GetRelativePath(project, folder).Replace('\\', '/');
        return shown == "." ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(project))) : shown;
    }
}
