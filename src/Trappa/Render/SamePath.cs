using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;

namespace Trappa.Render;

/// <summary>
/// TR301 for what the site makes by itself: a folder's list, the page about the guide, icons and files for programs
/// may meet a page or file of the content. Names that differ by case only are one file on some systems.
/// </summary>
internal static class SamePath
{
    /// <param name="pages">The pages; their files come first among the files, in the same order.</param>
    /// <param name="files">All files.</param>
    /// <param name="language">The guide's language.</param>
    public static ImmutableArray<Diagnostic> Check(ImmutableArray<PageEntry> pages, IReadOnlyList<OutputFile> files, Language language)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var taken = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < files.Count; i++)
        {
            if (!taken.TryAdd(files[i].Path, i))
            {
                var (mine, other) = (i, taken[files[i].Path]);
                // Of a page that the site makes by itself there is no file that anybody could mend.
                if (mine < pages.Length && IsMade(pages[mine]) && !IsMade(pages[other]))
                {
                    (mine, other) = (other, mine);
                }
                found.Add(new(Codes.SameAddress, mine < pages.Length ? pages[mine].Place : new("content/" + files[mine].Path),
                    ("address", mine < pages.Length ? pages[mine].Address : "/" + files[mine].Path),
                    ("other", other >= pages.Length ? "trappa"
                        : IsMade(pages[other]) ? language.Fill("page_that_is_made", ("title", pages[other].Title)) : pages[other].Place.File)));
            }
        }
        return found.ToImmutable();
    }

    private static bool IsMade(PageEntry page) => page.Page is null && page.Step is null && page.Folder is null && page.Kind != PageKind.Front;
}
