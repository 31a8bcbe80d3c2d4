using System.Collections.Immutable;
using Trappa.Keeping;
using Trappa.Model;
using Trappa.Render.Assets;

namespace Trappa.Render;

/// <summary>
/// Everything that any page may show besides its own words: the guide without the texts of ordinary pages, but with
/// their titles, leads and places in the folders. While this is the same, a page is a function of its entry.
/// </summary>
/// <param name="Guide">The guide without pages and folders. Compared property by property, so that what is added to
/// the guide one day is part of the comparison by itself.</param>
/// <param name="Outline">Title, address and lead of every folder and page.</param>
/// <param name="Assets">What pages share.</param>
/// <param name="Templates">The templates.</param>
/// <param name="Options">How pages are rendered.</param>
internal sealed record Common(Guide Guide, ImmutableArray<Outlined> Outline, SiteAssets Assets, Templates Templates, RenderOptions Options)
{
    public static Common Of(Guide guide, SiteAssets assets, Templates templates, RenderOptions options, Kept kept) =>
        !kept.IsKeeping ? new(guide, [], assets, templates, options)
        : kept.Same("common", new Common(guide with { Pages = [], Folders = [] },
            [.. guide.Folders.SelectMany(OutlineOf), .. guide.Pages.Select(OutlineOf)], assets, templates, options), AreSame);

    /// <summary>All that a page is made of.</summary>
    public object?[] KeyOf(PageEntry page) =>
        // A folder is in the outline, but for the leads of its pages, which carry references of their own.
        [this, page with { Folder = null, Parent = null }, page.Parent?.Address, .. page.Folder?.Pages.Select(p => p.Lead) ?? []];

    private static bool AreSame(Common one, Common other) =>
        one.Guide == other.Guide && one.Assets == other.Assets && one.Templates == other.Templates && one.Options == other.Options
        && one.Outline.AsSpan().SequenceEqual(other.Outline.AsSpan());

    private static IEnumerable<Outlined> OutlineOf(Folder folder) =>
    [
        new(folder.Title, folder.Address, folder.Description),
        .. folder.Pages.Select(OutlineOf),
        .. folder.Folders.SelectMany(OutlineOf),
        // Where a folder ends.
        new("", "", ""),
    ];

    private static Outlined OutlineOf(Page page) => new(page.Title, page.Address, page.Lead?.Text.Text ?? "");

    /// <inheritdoc/>
    public bool Equals(Common? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}

/// <summary>A folder or page as lists show it.</summary>
internal sealed record Outlined(string Title, string Address, string Lead);
