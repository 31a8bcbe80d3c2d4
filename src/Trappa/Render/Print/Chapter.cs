using System.Collections.Immutable;
using System.Globalization;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>What a chapter of the handbook is made of.</summary>
internal enum ChapterKind
{
    /// <summary>A folder's pages, or one page.</summary>
    Pages,
    /// <summary>A step.</summary>
    Step,
    /// <summary>The decision flow.</summary>
    Flow,
    /// <summary>All quotes.</summary>
    Quotes,
    /// <summary>The glossary.</summary>
    Terms,
    /// <summary>Outside resources.</summary>
    Resources,
    /// <summary>All that the guide has, from A to Ö.</summary>
    Register,
}

/// <summary>A chapter of the handbook: what is one page or several on the web is one part of it on paper.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Address">Where it is on the web, root-absolute.</param>
internal sealed record Chapter(ChapterKind Kind, string Title, string Address)
{
    /// <summary>The step, in a step's chapter.</summary>
    public Step? Step { get; init; }

    /// <summary>What a folder says of itself, and its pages; or the one page.</summary>
    public Folder? Folder { get; init; }

    /// <summary>Pages in their order.</summary>
    public ImmutableArray<Page> Pages { get; init; } = [];

    /// <summary>Its id on the page, and that of any other page in the handbook.</summary>
    public string Id => IdOf(Address);

    /// <summary>The id that stands for a page of the site.</summary>
    public static string IdOf(string address) => address.Trim('/').Replace('/', '-');

    /// <summary>The chapters in the order of the handbook.</summary>
    public static ImmutableArray<Chapter> All(Guide guide)
    {
        var language = guide.Language;
        var chapters = ImmutableArray.CreateBuilder<Chapter>();
        if (guide.About is { } about)
        {
            chapters.Add(new(ChapterKind.Pages, about.Title, language.Address("about")) { Pages = [about] });
        }
        // A folder knows its pages by what lists of them show; their words are the guide's.
        var pages = guide.Pages.ToDictionary(p => p.Address, StringComparer.Ordinal);
        var folders = guide.Folders.SelectMany(Render.Pages.WithFolders).ToList();
        chapters.AddRange(folders.Select(f => new Chapter(ChapterKind.Pages, f.Title, f.Address)
        {
            Folder = f,
            Pages = [.. f.Pages.Select(p => pages[p.Address])],
        }));
        var inFolders = folders.SelectMany(f => f.Pages).Select(p => p.Address).ToHashSet(StringComparer.Ordinal);
        chapters.AddRange(guide.Pages.Where(p => !inFolders.Contains(p.Address)).Select(p => new Chapter(ChapterKind.Pages, p.Title, p.Address) { Pages = [p] }));
        chapters.AddRange(guide.Steps.Select(s => new Chapter(ChapterKind.Step,
            string.Create(CultureInfo.InvariantCulture, $"{s.Number} {s.Name}"), s.Address)
        { Step = s }));
        if (guide.Flow is { } flow)
        {
            chapters.Add(new(ChapterKind.Flow, flow.Title, language.Address("flow")));
        }
        if (!guide.Quotes.IsEmpty)
        {
            chapters.Add(new(ChapterKind.Quotes, language.Word("quotes_title"), language.Address("quotes")));
        }
        if (!guide.Terms.IsEmpty)
        {
            chapters.Add(new(ChapterKind.Terms, language.Word("terms_title"), language.Address("terms")));
        }
        if (!guide.Resources.IsEmpty)
        {
            chapters.Add(new(ChapterKind.Resources, language.Word("resources_title"), language.Address("resources")));
        }
        chapters.Add(new(ChapterKind.Register, language.Word("search_register"), language.Address("search")));
        return chapters.ToImmutable();
    }
}
