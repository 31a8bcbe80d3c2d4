namespace Trappa.Write;

/// <summary>Where a path leads once its symbolic links are followed.</summary>
internal static class RealPath
{
    // As many as Linux follows (path_resolution(7)).
    private const int LinkLimit = 40;

    /// <summary>The absolute path without links; the part that is not there yet as it was written.</summary>
    internal static string Of(string path) =>
        Follow(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), LinkLimit);

    private static string Follow(string path, int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent || links == 0)
        {
            return path;
        }
        var joined = Path.Combine(Follow(parent, links), Path.GetFileName(path));
        string? link;
        try
        {
            link = new DirectoryInfo(joined).LinkTarget;
        }
        catch (Exception e) when (FileFault.Is(e))
        {
            return joined;
        }
        return link is null ? joined : Follow(Path.GetFullPath(link, Path.GetDirectoryName(joined)!), links - 1);
    }
}
