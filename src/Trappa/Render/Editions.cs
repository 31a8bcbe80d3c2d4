using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Render.Assets;
using Trappa.Render.Html;
using Trappa.Render.Print;
using Trappa.Render.Search;

namespace Trappa.Render;

/// <summary>A frozen edition as pages.</summary>
/// <param name="Pages">Its pages; they are told of by the file that it is kept in.</param>
/// <param name="Made">The same, made.</param>
/// <param name="Attachments">Its pictures.</param>
/// <param name="Styles">The style sheets of its pages.</param>
/// <param name="Diagnostics">Pictures that cannot be decoded.</param>
internal sealed record MadeEdition(
    ImmutableArray<PageEntry> Pages, ImmutableArray<MadePage> Made, ImmutableArray<OutputFile> Attachments, ImmutableArray<string> Styles,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Makes the pages of frozen editions, each in a folder of its own, with the templates of today.</summary>
internal static class Editions
{
    /// <summary>All of them, the oldest first.</summary>
    public static ImmutableArray<MadeEdition> Of(
        Guide guide, SiteAssets assets, Templates templates, RenderOptions options, Typesetter typesetter, Kept kept)
    {
        if (guide.Frozen.IsEmpty)
        {
            return [];
        }
        var moves = kept.Same("moves", Moves.Of(guide), (one, other) => one.Count == other.Count && one.All(m => other.GetValueOrDefault(m.Key) == m.Value));
        return [.. guide.Frozen.Select(f => kept.Get("edition", f.Name, [f, assets.Files, templates, options, typesetter, moves],
            () => Make(f, assets, templates, options with { HasPdfs = false, Offline = false, EditRoot = null }, moves)))];
    }

    private static MadeEdition Make(
        FrozenEdition frozen, SiteAssets assets, Templates templates, RenderOptions options, ImmutableDictionary<string, string> moves)
    {
        var guide = frozen.Guide;
        var typesetter = new Typesetter(guide.Language, guide.Words);
        // What does not fit on paper was told of while the edition was the present one.
        var printed = PrintedGuide.Of(guide, typesetter, isPreview: false, Kept.Nothing);
        assets = assets with { LayoutStyles = PrintStyle.WithSizes(guide, assets, printed.Cards) };
        var pages = Pages.All(guide);
        var pageMaker = new PageMaker(guide, templates, assets, options, MarkdownParser.Build(guide.Language),
            new(() => Passage.All(guide)), new(() => []), printed, isKept: false, moves);
        var pictures = SitePictures.Of(guide, options.Threads);
        var settings = new PassSettings(options.Portable, assets.Names, typesetter, pictures.Shown) { Under = guide.Under };
        var made = new MadePage[pages.Length];
        Parallel.For(0, pages.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, pageMaker.Begin,
            (i, _, workspace) =>
            {
                made[i] = pageMaker.Make(pages[i], settings, workspace);
                return workspace;
            },
            workspace => workspace.Dispose());
        return new([.. pages.Select(p => p with { Place = frozen.PlaceOf(p.Place) })], [.. made],
            pictures.Files, [.. assets.StylesOf(pages)],
            // What is heavy was told of while the edition was the present one.
            [
                .. pictures.Diagnostics.Where(d => d.Code.Severity == Severity.Error)
                    .Select(d => new Diagnostic(Codes.EditionUnreadable, new(frozen.Path), ("reason", $"{d.Place}: {d.Message(guide.Language)}"))),
            ]);
    }
}
