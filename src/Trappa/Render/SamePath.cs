using System.Collections.Immutable;
using Trappa.Diagnostics;

namespace Trappa.Render;

/// <summary>
/// TR301 for what the site makes by itself: a folder's list, the page about the guide, icons and files for programs
/// may meet a page or file of the content. Names that differ by case only are one file on some systems.
/// </summary>
internal static class SamePath
{
    /// <param name="pages">The pages; their files come first among the files, in the same order.</param>
    /// <param name="files">All files.</param>
    public static ImmutableArray<Diagnostic> Check(ImmutableArray<PageEntry> pages, IReadOnlyList<OutputFile> files)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var taken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < files.Count; i++)
        {
            if (!taken.TryAdd(files[i].Path, i))
            {
                var other = taken[files[i].Path];
                found.Add(new(Codes.SameAddress, i < pages.Length ? pages[i].Place : new("content/" + files[i].Path),
                    ("address", i < pages.Length ? pages[i].Address : "/" + files[i].Path),
                    ("other", other < pages.Length ? pages[other].Place.File : "trappa")));
            }
        }
        return found.ToImmutable();
    }
}
