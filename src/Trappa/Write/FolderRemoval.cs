namespace Trappa.Write;

/// <summary>Removes a folder and all in it, on all cores: with thousands of pages it costs more than writing them.</summary>
internal static class FolderRemoval
{
    // Two levels down there are enough branches to share out: sections, and the pages in them.
    private const int Levels = 2;

    /// <summary>Removes the folder if it is there; links in it are removed and not followed.</summary>
    internal static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }
        try
        {
            Parallel.ForEach(Branches(new DirectoryInfo(folder), Levels), branch => branch.Delete(recursive: true));
        }
        catch (AggregateException)
        {
            // What one branch refuses, the whole refuses below, with one exception to tell of.
        }
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<DirectoryInfo> Branches(DirectoryInfo folder, int levels) =>
        folder.EnumerateDirectories()
            .Where(child => child.LinkTarget is null)
            .SelectMany(child => levels == 1 ? [child] : Branches(child, levels - 1));
}
