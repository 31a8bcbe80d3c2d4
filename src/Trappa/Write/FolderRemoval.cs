namespace Trappa.Write;

/// <summary>Removes a folder and all in it.</summary>
internal static class FolderRemoval
{
    /// <summary>Removes the folder if it is there; links in it are removed and not followed.</summary>
    internal static void Remove(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }
        Directory.Delete(folder, recursive: true);
    }
}
