using System.Collections.Immutable;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>Pages in their folders.</summary>
/// <param name="Folders">Folders at the top level, in order.</param>
/// <param name="Pages">Pages that are no folder's own: those in no folder, then folder by folder, each in order.</param>
internal sealed record FolderTree(ImmutableArray<Folder> Folders, ImmutableArray<Page> Pages)
{
    public static FolderTree Build(ImmutableArray<Page> pages, Sorting files, SiteFile site, Language language)
    {
        var byName = Comparer<string>.Create(language.Compare);
        var places = files.Pages
            .Select((f, i) => (Page: pages[i], Below: Names.BelowContent(f.Document.Path), f.IsIndex, Order: OrderOf(f, language)))
            .OrderBy(p => p.Order).ThenBy(p => Names.Stem(Names.FileOf(p.Below)), byName).ThenBy(p => p.Below, StringComparer.Ordinal)
            .ToList();
        var byFolder = places.ToLookup(p => Names.FolderOf(p.Below), StringComparer.Ordinal);
        var children = byFolder.Select(g => g.Key).SelectMany(WithParents).Distinct(StringComparer.Ordinal)
            .OrderBy(f => Names.Order(Names.FileOf(f)) ?? int.MaxValue).ThenBy(f => Names.Stem(Names.FileOf(f) + ".x"), byName)
            .ThenBy(f => f, StringComparer.Ordinal)
            .ToLookup(Names.FolderOf, StringComparer.Ordinal);
        var ordered = ImmutableArray.CreateBuilder<Page>(places.Count);

        Folder Make(string path)
        {
            var index = byFolder[path].FirstOrDefault(p => p.IsIndex).Page;
            var own = byFolder[path].Select(p => p.Page).Where(p => p != index).ToImmutableArray();
            ordered.AddRange(own);
            var said = site.Folders.GetValueOrDefault(path);
            return new(said.Title ?? index?.Title ?? Names.Title(Names.FileOf(path) + ".x"), said.Description ?? "",
                Names.FolderAddress(language, path), new("content/" + path), index, own, [.. children[path].Select(Make)]);
        }

        ordered.AddRange(byFolder[""].Select(p => p.Page));
        ImmutableArray<Folder> top = [.. children[""].Select(Make)];
        return new(top, ordered.ToImmutable());
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
