using System.Collections.Immutable;
using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Model;

namespace Trappa.Render.Html;

/// <summary>A page and what the pass met on it.</summary>
/// <param name="Address">Its root-absolute address.</param>
/// <param name="Place">Where its words come from.</param>
/// <param name="Texts">The texts of that file.</param>
/// <param name="Findings">What the pass met.</param>
/// <param name="Repeats">Whether all its words are those of other pages, set for paper.</param>
internal sealed record CheckedPage(string Address, Place Place, Lazy<ImmutableArray<Prose>> Texts, PageFindings Findings, bool Repeats = false)
{
    /// <summary>All texts that pages of other files may show, such as quotes; none where the page is of an edition of before.</summary>
    public Lazy<ILookup<string, Place>> Elsewhere { get; init; } = new(() => LinkCheck.Places([], ""));
}

/// <summary>
/// What can only be seen on finished pages, whoever made them: addresses that lead nowhere, ids that stand twice,
/// headings out of order, links and pictures without words, what would be fetched from elsewhere. The content's own texts are checked before, by line
/// and column; this is the net below, for what templates add.
/// </summary>
internal static class LinkCheck
{
    /// <param name="pages">All pages.</param>
    /// <param name="files">Root-absolute paths of all files of the site, in an order that does not change.</param>
    /// <param name="kept">What earlier builds found; a page that is the same is looked at again when what links can lead to is not.</param>
    public static ImmutableArray<Diagnostic> Check(ImmutableArray<CheckedPage> pages, ImmutableArray<string> files, Kept? kept = null)
    {
        kept ??= Kept.Nothing;
        var targets = kept.Same("link targets", new LinkTargets(files, [.. pages.Select(p => (p.Address, p.Findings.Ids))]), LinkTargets.AreSame);
        var found = new ImmutableArray<Diagnostic>[pages.Length];
        Parallel.For(0, pages.Length, i => found[i] = kept.Get("links", pages[i].Address, [targets, pages[i].Findings, pages[i].Place],
            () => new Found([.. Check(pages[i], targets)])).Items);
        // What pages on paper repeat is told where it stands.
        var told = pages.Zip(found).Where(p => !p.First.Repeats).SelectMany(p => p.Second).Select(d => d.Code).ToHashSet();
        return [.. pages.Zip(found).SelectMany(p => p.Second.Where(d => !p.First.Repeats || !told.Contains(d.Code))).Distinct()];
    }

    private sealed record Found(ImmutableArray<Diagnostic> Items);

    private static List<Diagnostic> Check(CheckedPage page, LinkTargets targets)
    {
        var found = new List<Diagnostic>();
        var own = new Lazy<ILookup<string, Place>>(() => Places(page.Texts.Value, page.Address));
        IEnumerable<Place> PlacesOf(string target) => Uri.UnescapeDataString(target) is var address && own.Value.Contains(address) ? own.Value[address]
            : page.Elsewhere.Value.Contains(address) ? page.Elsewhere.Value[address]
            : [HtmlPlace(page, target[Math.Max(0, target.IndexOf('#', StringComparison.Ordinal))..])];
        foreach (var target in page.Findings.Targets.Where(t => targets.Fault(t) is not null).Distinct(StringComparer.Ordinal))
        {
            found.AddRange(PlacesOf(target).Select(place => new Diagnostic(targets.Fault(target)!, place, ("address", target))));
        }
        // A request to somebody else tells them who reads what; the site's headers do not let it through either.
        found.AddRange(page.Findings.Outside.Distinct(StringComparer.Ordinal)
            .SelectMany(address => PlacesOf(address).Select(place => new Diagnostic(Codes.FetchedFromElsewhere, place, ("address", address)))));
        found.AddRange(OnPage(page));
        return found;
    }

    /// <summary>
    /// Where the links of texts are written, by their addresses. The page writes signs outside ASCII, spaces and controls by
    /// their bytes (RFC 3986 §2.1), the text may not.
    /// </summary>
    /// <param name="texts">The texts.</param>
    /// <param name="page">Address of the page that they stand on.</param>
    public static ILookup<string, Place> Places(IEnumerable<Prose> texts, string page) =>
        (from text in texts
         from link in text.Tree.Descendants<LinkInline>()
         select (Address: Address(text, link, page) ?? "", Place: text.PlaceOf(link)))
        .ToLookup(l => Uri.UnescapeDataString(l.Address), l => l.Place, StringComparer.Ordinal);

    // The headings of the page's own text by their ids, the last of each, which is the one too many.
    private static Dictionary<string, Place> HeadingPlaces(CheckedPage page)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var text in page.Texts.Value)
        {
            foreach (var heading in text.Tree.Descendants<HeadingBlock>())
            {
                if (heading.TryGetAttributes()?.Id is { } id)
                {
                    places[id] = text.Text.At(heading.Span.Start, heading.Span.Length);
                }
            }
        }
        return places;
    }

    // The first raw HTML of the page's own that has these words, or this address, in it; else the page.
    private static Place HtmlPlace(CheckedPage page, string words) =>
        (from text in page.Texts.Value
         from node in text.Marked
         where words.Length > 0 && (node is HtmlBlock or HtmlInline)
         where text.Text.Text.AsSpan(node.Span.Start, node.Span.Length).Contains(words, StringComparison.Ordinal)
         select text.Text.At(node.Span.Start, node.Span.Length)).DefaultIfEmpty(page.Place).First();

    private static string? Address(Prose text, LinkInline link, string page) =>
        text.Targets.TryGetValue(link, out var target) ? (target as AddressTarget)?.Address
            : link.Url is ['#', ..] fragment ? page + fragment : link.Url;

    private static IEnumerable<Diagnostic> OnPage(CheckedPage page)
    {
        var headings = new Lazy<Dictionary<string, Place>>(() => HeadingPlaces(page));
        var ids = new HashSet<string>(page.Findings.Ids.Length, StringComparer.Ordinal);
        var again = page.Findings.Ids.Where(i => !ids.Add(i)).ToHashSet(StringComparer.Ordinal);
        foreach (var id in page.Findings.Ids.Where(again.Contains).Distinct(StringComparer.Ordinal))
        {
            yield return new(Codes.DuplicateId, headings.Value.GetValueOrDefault(id, page.Place), ("id", id), ("address", page.Address));
        }
        var previous = 0;
        foreach (var (level, words) in page.Findings.Headings)
        {
            if (words.Length == 0 || level > previous + 1 || (level == 1 && previous > 0))
            {
                yield return new(Codes.PageHeadings, HtmlPlace(page, words), ("text", words.Length == 0 ? "h" + level.ToString(CultureInfo.InvariantCulture) : words), ("address", page.Address));
            }
            previous = level;
        }
        if (previous == 0)
        {
            yield return new(Codes.PageHeadings, page.Place, ("text", "h1"), ("address", page.Address));
        }
        foreach (var link in page.Findings.SilentLinks)
        {
            yield return new(Codes.PageLinkText, HtmlPlace(page, Names.FileOf(link.TrimEnd('/'))), ("address", link));
        }
        foreach (var image in page.Findings.SilentImages)
        {
            yield return new(Codes.PageImageText, HtmlPlace(page, Names.FileOf(image)), ("address", image));
        }
    }
}
