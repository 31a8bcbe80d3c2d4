using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Render.Print;

namespace Trappa.Render;

/// <summary>What a page is, by which its layout and values are chosen.</summary>
public enum PageKind
{
    /// <summary>The front page.</summary>
    Front,
    /// <summary>A step of the ladder.</summary>
    Step,
    /// <summary>An ordinary page.</summary>
    Page,
    /// <summary>A folder's list of pages.</summary>
    Section,
    /// <summary>The decision flow.</summary>
    Flow,
    /// <summary>All ways of the flow at once.</summary>
    FlowMap,
    /// <summary>What is another than in the edition before.</summary>
    News,
    /// <summary>All quotes.</summary>
    Quotes,
    /// <summary>The glossary.</summary>
    Terms,
    /// <summary>Outside resources.</summary>
    Resources,
    /// <summary>Search, and all that the guide has from A to Ö.</summary>
    Search,
    /// <summary>What can be printed.</summary>
    Print,
    /// <summary>Sheets of cards.</summary>
    Cards,
    /// <summary>The sheet that is folded to a booklet.</summary>
    Booklet,
    /// <summary>The whole guide as one long page.</summary>
    Handbook,
    /// <summary>About the guide and its edition.</summary>
    About,
    /// <summary>What the site knows of its readers, and what stays on their phones.</summary>
    Privacy,
    /// <summary>What a phone without network shows for what it has not kept.</summary>
    Offline,
    /// <summary>What a server shows for an address that is not there.</summary>
    Missing,
}

/// <summary>A page to be made.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Address">Root-absolute address.</param>
/// <param name="Title">Its title in plain text.</param>
/// <param name="Place">Where its words come from, for what is wrong with it.</param>
public sealed record PageEntry(PageKind Kind, string Address, string Title, Place Place)
{
    /// <summary>Name of its title among the words of the interface, on a page that has no others; else null.</summary>
    public string? Word { get; init; }
    /// <summary>The step, on a step's page.</summary>
    public Step? Step { get; init; }
    /// <summary>The page of the guide whose words it shows, or null.</summary>
    public Page? Page { get; init; }
    /// <summary>The folder, on a folder's page.</summary>
    public Folder? Folder { get; init; }
    /// <summary>The sheets, on a page to be printed.</summary>
    public CardsPage? Cards { get; init; }
    /// <summary>Whether it is set in large print.</summary>
    public bool IsLarge { get; init; }
    /// <summary>Folder the page stands in, or null.</summary>
    public Folder? Parent { get; init; }
    /// <summary>One plain sentence for search engines, or null.</summary>
    public string? Description { get; init; }
    /// <summary>Whether search engines and the sitemap should have it.</summary>
    public bool Indexed => Under.Length == 0 && Kind is not (PageKind.Missing or PageKind.Offline);
    /// <summary>The folder that its edition has on the site, as <c>/2024-04</c>; empty for the present one.</summary>
    public string Under { get; init; } = "";
    /// <summary>Whether a phone that keeps the guide keeps this page.</summary>
    public bool IsKept => Under.Length == 0 && Kind is not (PageKind.Missing or PageKind.Cards or PageKind.Booklet or PageKind.Handbook);
    /// <summary>Path of its file.</summary>
    public string File => Kind == PageKind.Missing ? "404.html" : (Under + Address)[1..] + "index.html";
    /// <summary>Name of its layout.</summary>
    public string Layout => Page?.Layout?.Value ?? Kind.ToString().ToLowerInvariant();
}

/// <summary>Lists the pages of a guide.</summary>
public static class Pages
{
    /// <summary>All pages, in a fixed order.</summary>
    public static ImmutableArray<PageEntry> All(Guide guide)
    {
        var language = guide.Language;
        var pages = ImmutableArray.CreateBuilder<PageEntry>();
        pages.Add(new(PageKind.Front, "/", guide.Front?.Title ?? guide.Site.Title, guide.Front?.Place ?? new("content/site.yaml"))
        {
            Page = guide.Front,
            Description = guide.Site.Description.Length > 0 ? guide.Site.Description : guide.Front?.Lead?.Plain,
        });
        pages.AddRange(guide.Steps.Select(s => new PageEntry(PageKind.Step, s.Address, s.Name, s.Place) { Step = s, Description = s.Lead.Plain }));
        var parents = guide.Folders.SelectMany(WithFolders).ToList();
        var parentOf = parents.SelectMany(f => f.Pages.Select(p => (p.Address, Folder: f)))
            .DistinctBy(p => p.Address, StringComparer.Ordinal)
            .ToDictionary(p => p.Address, p => p.Folder, StringComparer.Ordinal);
        pages.AddRange(guide.Pages.Select(p => new PageEntry(PageKind.Page, p.Address, p.Title, p.Place)
        {
            Page = p,
            Parent = parentOf.GetValueOrDefault(p.Address),
            Description = p.Lead?.Plain,
        }));
        pages.AddRange(parents.Select(f => new PageEntry(PageKind.Section, f.Address, f.Title, f.Index?.Place ?? f.Place)
        {
            Folder = f,
            Page = f.Index,
            Description = f.Description.Length > 0 ? f.Description : f.Index?.Lead?.Plain,
        }));
        if (guide.Flow is { } flow)
        {
            pages.Add(new(PageKind.Flow, language.Address("flow"), flow.Title, flow.Place) { Description = flow.Lead?.Plain });
            pages.Add(new(PageKind.FlowMap, language.Address("flow_map"), language.Fill("map_title", ("title", flow.Title)), flow.Place)
            {
                Description = language.Word("map_lead"),
            });
        }
        if (!guide.Quotes.IsEmpty)
        {
            pages.Add(new(PageKind.Quotes, language.Address("quotes"), language.Word("quotes_title"), guide.Quotes[0].Place) { Description = language.Word("quotes_lead") });
        }
        if (!guide.Terms.IsEmpty)
        {
            pages.Add(new(PageKind.Terms, language.Address("terms"), language.Word("terms_title"), guide.Terms[0].Place) { Description = language.Word("terms_lead") });
        }
        if (!guide.Resources.IsEmpty)
        {
            pages.Add(new(PageKind.Resources, language.Address("resources"), language.Word("resources_title"), guide.Resources[0].Place with { Line = 0, Column = 0, Length = 0 })
            {
                Description = language.Word("resources_lead"),
            });
        }
        if (HasSearch(guide))
        {
            pages.Add(new(PageKind.Search, language.Address("search"), language.Word("search_title"), new("templates/layouts/search.html")) { Word = "search_title", Description = language.Word("search_lead") });
        }
        if (PrintPages.All(guide) is { IsEmpty: false } sheets)
        {
            pages.Add(new(PageKind.Print, language.Address("print"), language.Word("print_title"), guide.Print.Place) { Description = language.Word("print_lead") });
            pages.AddRange(sheets.Select(s => new PageEntry(PageKind.Cards, s.Address, language.Word("print_cards") + ": " + s.Title, guide.Print.Place) { Cards = s, Description = language.Word("print_cards_lead") }));
            if (Booklet.IsFor(guide))
            {
                pages.Add(new(PageKind.Booklet, language.Address("booklet"), language.Word("print_booklet"), guide.Print.Place) { Description = language.Word("print_booklet_lead") });
            }
            pages.Add(new(PageKind.Handbook, PrintPages.Handbook(guide, isLarge: false), language.Word("print_handbook"), guide.Print.Place) { Description = language.Word("print_handbook_lead") });
            pages.Add(new(PageKind.Handbook, PrintPages.Handbook(guide, isLarge: true), language.Word("print_handbook_large"), guide.Print.Place) { Description = language.Word("print_handbook_lead"), IsLarge = true });
        }
        if (HasAbout(guide))
        {
            pages.Add(new(PageKind.About, language.Address("about"), guide.About?.Title ?? language.Word("about_the_guide"), guide.About?.Place ?? new("content/site.yaml"))
            {
                Page = guide.About,
                Description = guide.About is null ? guide.Site.Description : guide.About.Lead?.Plain,
            });
        }
        if (guide.Under.Length > 0)
        {
            return [.. pages.Select(p => p with { Under = guide.Under })];
        }
        if (HasNews(guide) && guide.Pages.All(p => p.Address != language.Address("news")))
        {
            pages.Add(new(PageKind.News, language.Address("news"), language.Word("news_title"), new("templates/layouts/news.html"))
            {
                Word = "news_title",
                Description = language.Fill("news_lead", ("edition", guide.Frozen[^1].Guide.Site.Edition?.Name ?? guide.Frozen[^1].Name)),
            });
        }
        pages.Add(new(PageKind.Privacy, language.Address("privacy"), language.Word("privacy_title"), new("templates/layouts/privacy.html")) { Word = "privacy_title", Description = language.Word("privacy_lead") });
        pages.Add(new(PageKind.Offline, language.Address("offline"), language.Word("offline_title"), new("templates/layouts/offline.html")) { Word = "offline_title" });
        pages.Add(new(PageKind.Missing, "/404.html", language.Word("not_found"), new("templates/layouts/missing.html")) { Word = "not_found" });
        return pages.ToImmutable();
    }

    /// <summary>Whether the guide has a page about itself: words of its own, or an edition to tell of.</summary>
    public static bool HasAbout(Guide guide) => guide.About is not null || guide.Site.Edition is not null;

    /// <summary>Whether there is an edition before this one to tell of.</summary>
    public static bool HasNews(Guide guide) => !guide.Frozen.IsEmpty;

    /// <summary>Whether there is enough to search in: a front page alone is read faster.</summary>
    public static bool HasSearch(Guide guide) => guide.Under.Length == 0 && guide.Steps.Length + guide.Pages.Length + guide.Terms.Length > 1;

    /// <summary>A folder and all folders in it.</summary>
    internal static IEnumerable<Folder> WithFolders(Folder folder) => folder.Folders.SelectMany(WithFolders).Prepend(folder);
}
