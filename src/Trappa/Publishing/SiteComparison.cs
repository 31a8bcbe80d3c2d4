using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;
using Trappa.Model;
using Trappa.Render;

namespace Trappa.Publishing;

/// <summary>
/// The texts that differ between a site as it is published and the one that would take its place. Made of finished pages,
/// since a published site has nothing else: no sources and no notes of its editors.
/// </summary>
internal static class SiteComparison
{
    /// <summary>Page by page in the order of the guide, then what is gone. A text that is on many pages is told on the first.</summary>
    /// <param name="guide">The guide.</param>
    /// <param name="files">The new site.</param>
    /// <param name="published">The published one, with those of its pages read that <see cref="ToRead"/> names.</param>
    public static ImmutableArray<ComparedRow> Rows(Guide guide, IReadOnlyList<OutputFile> files, PublishedSite published)
    {
        var next = files.ToDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal);
        var rows = new List<ComparedRow>();
        var compared = Pages(guide, published).ToList();
        foreach (var (entry, before) in compared)
        {
            var isKnown = before is null || published.Read.ContainsKey(before);
            if (isKnown && next.TryGetValue(entry.File, out var bytes))
            {
                rows.AddRange(Differing(entry.Title, before is null ? [] : PageWords.Read(published.Read[before]).Blocks, PageWords.Read(bytes.ToArray()).Blocks));
            }
        }
        foreach (var gone in Gone(files, compared.Select(p => p.Before), published).Where(published.Read.ContainsKey))
        {
            var (title, blocks) = PageWords.Read(published.Read[gone]);
            rows.AddRange(Differing(title, blocks, []));
        }
        return [.. rows.DistinctBy(r => (r.Old, r.New))];
    }

    /// <summary>Paths of the published pages whose words are compared: those that differ, and those that would be gone.</summary>
    public static IEnumerable<string> ToRead(Guide guide, IReadOnlyList<OutputFile> files, PublishedSite published)
    {
        var next = files.ToDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal);
        var compared = Pages(guide, published).ToList();
        return compared.Where(p => p.Before is not null && !(next.TryGetValue(p.Before, out var bytes) && published.Has(p.Before, bytes))).Select(p => p.Before!)
            .Concat(Gone(files, compared.Select(p => p.Before), published)).Distinct(StringComparer.Ordinal);
    }

    // Pages with texts of their own, and where each was published: there, at an address of before, or not yet.
    private static IEnumerable<(PageEntry Page, string? Before)> Pages(Guide guide, PublishedSite published)
    {
        var before = Moves.Of(guide).Where(m => m.Key != m.Value).ToLookup(m => m.Value, m => m.Key[1..] + "index.html", StringComparer.Ordinal);
        return from page in Render.Pages.All(guide)
               where page.Kind is not (PageKind.Cards or PageKind.Booklet or PageKind.Handbook or PageKind.Search or PageKind.FlowMap or PageKind.News)
               select (page, before[page.Address].Prepend(page.File).FirstOrDefault(published.Digests.ContainsKey));
    }

    // What leads on stands where a page was; an edition of before is frozen.
    private static IEnumerable<string> Gone(IReadOnlyList<OutputFile> files, IEnumerable<string?> compared, PublishedSite published) =>
        published.Digests.Keys.Where(p => p.EndsWith("index.html", StringComparison.Ordinal))
            .Except(files.Select(f => f.Path), StringComparer.Ordinal).Except(compared.OfType<string>(), StringComparer.Ordinal);

    private static IEnumerable<ComparedRow> Differing(string page, ImmutableArray<PageBlock> old, ImmutableArray<PageBlock> next)
    {
        var result = Differ.Instance.CreateDiffs(Lines(old), Lines(next), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance);
        foreach (var block in result.DiffBlocks)
        {
            var (gone, come) = (old.Slice(block.DeleteStartA, block.DeleteCountA), next.Slice(block.InsertStartB, block.InsertCountB));
            var heading = (come.IsEmpty ? gone : come)[0].Heading;
            yield return new(page, heading.Length == 0 ? page : heading, Lines(gone), Lines(come));
        }
    }

    private static string Lines(ImmutableArray<PageBlock> blocks) => string.Join('\n', blocks.Select(b => b.Text));
}
