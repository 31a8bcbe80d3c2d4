using System.Collections.Frozen;
using System.Collections.Immutable;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>Pages in their folders.</summary>
/// <param name="Folders">Folders at the top level.</param>
/// <param name="Indexes">The pages that are a folder's own (<c>index.md</c>).</param>
internal sealed record FolderTree(ImmutableArray<Folder> Folders, FrozenSet<Page> Indexes)
{
    public static FolderTree Build(ImmutableArray<Page> pages, Sorting files, SiteFile site, Language language)
    {
        var places = files.Pages
            .Select((f, i) => (Page: pages[i], Below: Names.BelowContent(f.Document.Path), Order: OrderOf(f, language)))
            .OrderBy(p => p.Order).ThenBy(p => p.Below, StringComparer.Ordinal)
            .ToList();
        var byFolder = places.ToLookup(p => Names.FolderOf(p.Below), StringComparer.Ordinal);
        var folders = byFolder.Select(g => g.Key).SelectMany(WithParents).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToList();
        var children = folders.Where(f => f.Length > 0).ToLookup(Names.FolderOf, StringComparer.Ordinal);
        var indexes = new HashSet<Page>(ReferenceEqualityComparer.Instance);

        Folder Make(string path)
        {
            var own = byFolder[path].ToList();
            var index = own.FirstOrDefault(p => Names.FileOf(p.Below) == "index.md").Page;
            if (index is not null)
            {
                indexes.Add(index);
            }
            var said = site.Folders.GetValueOrDefault(path);
            return new(said.Title ?? index?.Title ?? Names.Title(Names.FileOf(path) + ".x"), said.Description ?? "",
                Names.FolderAddress(language, path), new("content/" + path), index,
                [.. own.Select(p => p.Page).Where(p => p != index)], [.. children[path].Select(Make)]);
        }

        var top = children[""].Select(Make).ToImmutableArray();
        return new(top, indexes.ToFrozenSet<Page>(ReferenceEqualityComparer.Instance));
    }

    private static IEnumerable<string> WithParents(string folder)
    {
        for (var path = folder; path.Length > 0; path = Names.FolderOf(path))
        {
            yield return path;
        }
    }

    private static int OrderOf(Filed file, Language language) =>
        (file.Document.FrontMatter.Find(language.Field("order")) is null ? null
            : new FieldReader(file.Document.FrontMatter, FieldTable.Page, language, []).Number("order"))
            ?? Names.Order(Names.FileOf(file.Document.Path)) ?? int.MaxValue;
}
