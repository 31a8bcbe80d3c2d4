using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Render.Assets;
using Trappa.Render.Editing;
using Trappa.Render.Files;
using Trappa.Render.Html;
using Trappa.Render.Print;
using Trappa.Render.Search;

namespace Trappa.Render;

/// <summary>How to render.</summary>
public sealed record RenderOptions
{
    /// <summary>Links end in <c>index.html</c>, so that the site can be read without a server.</summary>
    public bool Portable { get; init; }

    /// <summary>Whether PDFs of the print pages will be made and put beside them.</summary>
    public bool HasPdfs { get; init; }

    /// <summary>Paths of PDFs that will not be there although others are: links lead to their pages.</summary>
    public ImmutableArray<string> WithoutPdfs { get; init; } = [];

    /// <summary>Whether a PDF will be there.</summary>
    internal bool Has(ReadyPdf pdf) => HasPdfs && !WithoutPdfs.Contains(pdf.File);

    /// <summary>Whether cards that are too full are shown all the same, what is too much marked: to look at, not to publish.</summary>
    public bool Preview { get; init; }

    /// <summary>Whether readers' phones may keep the guide: not a preview, and not a folder of files.</summary>
    public bool Offline { get; init; }

    /// <summary>What the editing page is made of, or null where the site has none.</summary>
    public EditorPackages? Editor { get; init; }

    /// <summary>
    /// What comes before a file's path, and its line, in addresses that open it in an editor; null for the address that
    /// the guide itself gives, if any.
    /// </summary>
    public string? EditRoot { get; init; }

    /// <summary>Most pages rendered at a time. Shows nowhere in the output.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>Turns the guide into files in memory. Pure: the same guide and templates give the same bytes.</summary>
public static class Renderer
{
    /// <summary>All files of the site, in the order of their paths, or what is wrong with the templates or pages.</summary>
    public static (ImmutableArray<OutputFile> Files, ImmutableArray<Diagnostic> Diagnostics) Render(
        Guide guide, Templates templates, RenderOptions options, Kept? kept = null)
    {
        kept ??= Kept.Nothing;
        if (templates.Diagnostics(guide.Language) is { IsEmpty: false } faults)
        {
            return ([], faults);
        }
        var (unsized, diagnostics) = templates.Assets;
        var pages = Pages.All(guide);
        var typesetter = kept.Get("typesetter", "", [guide.Language, guide.Words], () => new Typesetter(guide.Language, guide.Words));
        // No page's text stands on paper but those that the booklet quotes, under the title of their folder.
        var bare = kept.Same("printed guide", guide with { Pages = [], Folders = [] }, (one, other) => one == other);
        var printed = kept.Get("printed", "",
            [bare, typesetter, options.Preview, .. BookletMaker.Quoted(guide), .. guide.Folders.SelectMany(Pages.WithFolders).Select(f => f.Title)],
            () => PrintedGuide.Of(guide, typesetter, options.Preview, kept));
        diagnostics = diagnostics.AddRange(printed.Diagnostics);
        var assets = unsized with { LayoutStyles = kept.Same("styles", PrintStyle.WithSizes(guide, unsized, printed.Cards), (one, other) => one.SequenceEqual(other)) };
        var common = Common.Of(guide, assets, templates, options, kept);
        var passages = new Lazy<ImmutableArray<Passage>>(() => Passage.All(guide));
        var keepable = pages.Count(p => p.IsKept);
        var isKept = OfflineWorker.IsKept(guide, options, keepable);
        if (options.Offline && guide.Site.Offline is null && !isKept)
        {
            diagnostics = diagnostics.Add(new(Codes.NotKept, new("content/site.yaml"),
                ("count", keepable.ToString(CultureInfo.InvariantCulture)), ("limit", OfflineWorker.MostPages.ToString(CultureInfo.InvariantCulture))));
        }
        // Page and index are of one edition by name. A preview makes the index when somebody searches, and in one file.
        var index = new Lazy<ImmutableArray<OutputFile>>(() => !options.Offline
            ? [new("assets/search.json", () => SearchIndex.Of(guide, passages.Value))]
            : passages.Value.Sum(p => (long)p.Text.Length) < SplitIndex.LeastText
                ? [SiteAssets.Hashed("search.json", SearchIndex.Of(guide, passages.Value))]
                : SplitIndex.Of(guide, passages.Value));
        var maker = new PageMaker(guide, templates, assets, options,
            kept.Get("markup", "", [guide.Language], () => MarkdownParser.Build(guide.Language)), passages, index, printed, isKept);
        var pictures = SitePictures.Of(guide, options.Threads);
        diagnostics = diagnostics.AddRange(pictures.Diagnostics);
        var settings = new PassSettings(options.Portable, assets.Names, typesetter, pictures.Shown);

        // The register is made of the headings of all pages, and the handbook of all their words; nothing else is.
        var register = kept.IsKeeping ? kept.Same("register",
            guide.Pages.Select(p => kept.Get("register", p.Place.File, [p], () => Passage.NamesOf(p))).ToArray(), (one, other) => one.AsSpan().SequenceEqual(other)) : [];

        object?[] KeyOf(PageEntry page) => !kept.IsKeeping ? [] : page.Kind switch
        {
            PageKind.Search => [.. common.KeyOf(page), register, index.Value[0].Path],
            PageKind.Privacy => [.. common.KeyOf(page), index.Value.Length > 1],
            PageKind.Booklet => [.. common.KeyOf(page), printed.Booklet],
            PageKind.Handbook => [.. common.KeyOf(page), .. guide.AllPages()],
            _ => common.KeyOf(page),
        };
        var made = new MadePage[pages.Length];
        // The page of search makes the index, which takes longest, so it is begun first; what asks how the index came out
        // is last. Of the others the last are the largest.
        var order = Enumerable.Range(0, pages.Length).Reverse()
            .OrderBy(i => pages[i].Kind switch { PageKind.Search => 0, PageKind.Privacy => 2, _ => 1 });
        Parallel.ForEach(Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering),
            new() { MaxDegreeOfParallelism = options.Threads }, maker.Begin, (page, _, workspace) =>
            {
                made[page] = kept.Get("page", pages[page].File, KeyOf(pages[page]), () => maker.Make(pages[page], settings, workspace));
                return workspace;
            }, workspace => workspace.Dispose());
        var editions = Editions.Of(guide, unsized, templates, options, typesetter, kept);
        assets = assets with { OtherStyles = [.. editions.SelectMany(e => e.Styles)] };
        var allPages = pages.AddRange(editions.SelectMany(e => e.Pages));
        made = [.. made, .. editions.SelectMany(e => e.Made)];
        // One fault in a partial stands on every page; it is told once.
        diagnostics = diagnostics.AddRange(made.SelectMany(m => m.Diagnostics).Concat(editions.SelectMany(e => e.Diagnostics)).Distinct());
        if (diagnostics.Any(d => d.Code.Severity == Severity.Error))
        {
            return ([], diagnostics);
        }

        var files = ImmutableArray.CreateBuilder<OutputFile>();
        files.AddRange(made.Select((m, i) => new OutputFile(allPages[i].File, m.Pieces)));
        files.AddRange(editions.SelectMany(e => e.Attachments));
        files.AddRange(assets.Files);
        files.AddRange(pictures.Files);
        if (Pages.HasSearch(guide))
        {
            files.AddRange(index.Value);
        }
        files.AddRange(SiteFiles.All(guide, assets, [.. files], pages, allPages, options));
        files.AddRange(EditPage.All(guide, options.Editor));
        files.Add(OfflineWorker.Of(assets, guide.Language.Address("offline"), isKept ? [.. ToKeep(pages, made, files, pictures)] : null));
        if (SamePath.Check(allPages, files, guide.Language) is { IsEmpty: false } same)
        {
            return ([], diagnostics.AddRange(same));
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        var texts = new Lazy<ILookup<string, Prose>>(() => guide.Texts().ToLookup(t => t.Place.File, StringComparer.Ordinal));
        var elsewhere = new Lazy<ILookup<string, Place>>(() => LinkCheck.Places(guide.Texts(), ""));
        // They are printed from the finished pages, so they are not among the files yet.
        var pdfs = PrintPages.Pdfs(guide).Where(options.Has).Select(p => "/" + p.File);
        diagnostics = diagnostics.AddRange(LinkCheck.Check(
            [.. made.Select((m, i) => new CheckedPage(allPages[i].Under + allPages[i].Address, allPages[i].Place,
                new(() => [.. texts.Value[allPages[i].Place.File]]), m.Findings, allPages[i].Kind is PageKind.Handbook or PageKind.Booklet or PageKind.Cards)
            {
                Elsewhere = allPages[i].Under.Length > 0 ? new(() => LinkCheck.Places([], "")) : elsewhere,
            })],
            [.. files.Select(f => "/" + f.Path), .. pdfs], kept));
        return (files.ToImmutable(), diagnostics);
    }

    // What a phone keeps: sheets are for who has a printer, and icons for who installs or shares the site. Of the pictures
    // on its pages it keeps one size. The files begin with the pages.
    private static IEnumerable<(string Address, ReadOnlyMemory<byte> Bytes)> ToKeep(
        ImmutableArray<PageEntry> pages, MadePage[] made, IReadOnlyList<OutputFile> files, SitePictures pictures) =>
    [
        .. pages.Zip(files).Where(p => p.First.IsKept).Select(p => (p.First.Address[1..], p.Second.Bytes)),
        .. files.Where(f => f.Path.StartsWith("assets/", StringComparison.Ordinal) && Path.GetExtension(f.Path) is ".js" or ".json" or ".svg")
            .Select(f => (f.Path, f.Bytes)),
        .. pictures.On(pages.Select((p, i) => (Page: p, made[i].Findings)).Where(p => p.Page.IsKept).SelectMany(p => p.Findings.Targets))
            .Select(f => (f.Path, f.Bytes)),
    ];
}
