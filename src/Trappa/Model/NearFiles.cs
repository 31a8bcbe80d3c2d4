using Trappa.Languages;

namespace Trappa.Model;

/// <summary>Offers the files nearest to a link that misses, each as the way to it is written in the file that links.</summary>
internal static class NearFiles
{
    /// <summary>A sentence for the message, as <see cref="Nearest"/> puts it.</summary>
    /// <param name="language">For the words.</param>
    /// <param name="path">What the link says, without fragment.</param>
    /// <param name="from">The file that links: path below <c>content/</c>.</param>
    /// <param name="files">What there is to link to: paths below <c>content/</c>.</param>
    /// <param name="now">The file that had the address before, or null.</param>
    public static string Suggestion(Language language, string path, string from, IEnumerable<string> files, string? now)
    {
        var folder = Names.FolderOf(from).Split('/', StringSplitOptions.RemoveEmptyEntries);
        // A link in angle brackets may have spaces, another one may not.
        var space = path.Contains(' ', StringComparison.Ordinal) ? " " : "%20";
        string Way(string file) => string.Join('/', Steps(folder, file.Split('/'))).Replace(" ", space, StringComparison.Ordinal);
        // The file itself and the folders that it is in are not what it links to.
        var others = files.Where(f => !from.StartsWith(f, StringComparison.Ordinal) || (f.Length < from.Length && from[f.Length] != '/'));
        // The right file by the wrong way, such as one from content/, is the one that was meant.
        var written = Uri.UnescapeDataString(path);
        var name = Names.FileOf(written);
        var same = now is not null ? [Way(now)] : others.Where(f => f == written || (f.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (f.Length == name.Length || f[^(name.Length + 1)] == '/')))
            .OrderBy(f => f != written).ThenBy(f => f, StringComparer.Ordinal).Select(Way).Take(3).ToList();
        if (same.Count > 0)
        {
            return language.Fill("did_you_mean", ("names", string.Join(", ", same)));
        }
        // Of very many files, those that begin alike: the way to each is long to tell.
        var begun = Names.Normalise(Names.FolderOf(from) + "/" + written) is { } full ? full[..(full.Length - (name.Length / 2))] : "";
        var all = others.ToList();
        return Nearest.Suggestion(language, path,
            (all.Count > Nearest.ManyNames ? all.Where(f => f.StartsWith(begun, StringComparison.OrdinalIgnoreCase)) : all).Select(Way));
    }

    private static IEnumerable<string> Steps(string[] folder, string[] file)
    {
        var shared = 0;
        while (shared < folder.Length && shared < file.Length - 1 && folder[shared] == file[shared])
        {
            shared++;
        }
        return Enumerable.Repeat("..", folder.Length - shared).Concat(file[shared..]);
    }
}
