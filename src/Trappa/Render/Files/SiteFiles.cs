using System.Collections.Immutable;
using Trappa.Model;
using Trappa.Render.Assets;
using Trappa.Render.Editing;

namespace Trappa.Render.Files;

/// <summary>What a site has besides its pages. What needs an absolute address is left out where there is none.</summary>
internal static class SiteFiles
{
    /// <summary>All of them, in no order that matters.</summary>
    /// <param name="guide">The guide.</param>
    /// <param name="assets">What its pages share.</param>
    /// <param name="made">Its files so far.</param>
    /// <param name="pages">The pages of its present edition.</param>
    /// <param name="allPages">Those and the ones of frozen editions.</param>
    /// <param name="options">How it is rendered.</param>
    public static ImmutableArray<OutputFile> All(
        Guide guide, SiteAssets assets, ImmutableArray<OutputFile> made, ImmutableArray<PageEntry> pages, ImmutableArray<PageEntry> allPages, RenderOptions options)
    {
        ImmutableArray<OutputFile> files =
        [
            WebManifest.Of(guide, assets),
            Sitemap.Robots(guide.Site.Address),
            .. guide.Site.Address is { } address ? [Sitemap.Of(address, pages)] : Array.Empty<OutputFile>(),
            .. Feed.Of(guide, pages),
            .. OpenGraph.All(guide, assets.Colours),
            .. Redirects.All(guide, assets, options.Portable),
        ];
        return files.Add(Headers.Of(assets, made.AddRange(files), allPages,
            guide.Site.Editing is { } editing && options.Editor is not null ? EditPage.Rule(guide, editing) : null));
    }
}
