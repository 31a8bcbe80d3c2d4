using System.Collections.Immutable;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Assets;
using Trappa.Render.Files;

namespace Trappa.Render.Views;

/// <summary>What every page reads of the site: <c>site</c> and <c>t</c>.</summary>
internal sealed class SiteView
{
    // What a thumb's bar holds at 360 px without breaking words; the rest stands on the front page and in the foot.
    private const int MostInBar = 4;

    private readonly Guide _guide;
    private readonly SiteParts _parts;
    private readonly ScriptArray _sections;
    private readonly ImmutableArray<(string Label, string Address)> _menu;
    private readonly string? _feed;
    private readonly ScriptObject? _flow;

    public SiteView(Guide guide, FlowView? flow, SiteParts parts)
    {
        _guide = guide;
        _parts = parts;
        _menu = Menu(guide);
        _flow = flow?.Links();
        _feed = Feed.IsMade(guide) && guide.Under.Length == 0 ? "/feed.xml" : null;
        _sections = View.List(Sections(guide));
        Words = new ScriptObject();
        foreach (var (key, word) in guide.Language.Words())
        {
            Words[key] = word;
        }
        Words["quote_open"] = guide.Language.QuotationMarks[..1];
        Words["quote_close"] = guide.Language.QuotationMarks[1..2];
    }

    /// <summary>Words of the interface.</summary>
    public ScriptObject Words { get; }

    /// <summary>The site as a page sees it.</summary>
    /// <param name="address">The page's address.</param>
    /// <param name="script">The script that it loads.</param>
    public ScriptObject For(string address, SharedScript script)
    {
        var site = _guide.Site;
        return View.Of(
            ("title", site.Title),
            ("name", site.Title),
            ("description", site.Description.Length == 0 ? null : site.Description),
            ("lang", _guide.Language.Code),
            ("dir", _guide.Language.Direction),
            ("edition", site.Edition is not { } e ? null : View.Of(("name", _guide.Language.Month(e.Year, e.Month)), ("title", e.Name))),
            ("is_old", site.IsOld),
            ("owner", site.Owner.Length == 0 ? null : site.Owner),
            ("about", _parts.HasAbout ? View.Of(("url", _guide.Language.Address("about")), ("title", _guide.About?.Title ?? _guide.Language.Word("about_the_guide"))) : null),
            ("nav", Entries(_menu.Take(MostInBar), address)),
            ("more", Entries(_menu.Skip(MostInBar), address)),
            ("flow", _flow),
            ("sections", _sections),
            ("style", _parts.Style),
            ("script", script.Name),
            ("script_hash", _parts.IsServed ? script.Hash : null),
            ("icon", _parts.Icon),
            ("touch_icon", _parts.TouchIcon),
            ("manifest", _parts.IsServed ? "/manifest.webmanifest" : null),
            ("offline", _parts.IsKept),
            ("first", _parts.First),
            ("prefetch", _parts.Prefetch),
            ("frozen", _guide.Under.Length == 0 ? null : View.Of(("url", "/.." + _parts.Present.GetValueOrDefault(address, "/")))),
            ("news", Pages.HasNews(_guide) ? View.Of(("url", _guide.Language.Address("news")), ("title", _guide.Language.Word("news_title"))) : null),
            ("privacy", View.Of(("url", (_guide.Under.Length == 0 ? "" : "/..") + _guide.Language.Address("privacy")), ("title", _guide.Language.Word("privacy_title")))),
            ("feed", _feed));
    }

    private static ScriptArray Entries(IEnumerable<(string Label, string Address)> entries, string address) =>
        View.List(entries.Select(e => View.Of(("label", e.Label), ("url", e.Address), ("current", e.Address == address))));

    private static ImmutableArray<(string, string)> Menu(Guide guide)
    {
        var menu = ImmutableArray.CreateBuilder<(string, string)>();
        menu.Add((guide.Language.Word(guide.Steps.IsEmpty ? "nav_front" : "nav_ladder"), "/"));
        if (guide.Flow is { } flow)
        {
            menu.Add((flow.Title, guide.Language.Address("flow")));
        }
        if (guide.Quotes.Any(q => q.Kind == QuoteKind.Say))
        {
            menu.Add((guide.Language.Word("nav_quotes"), guide.Language.Address("quotes")));
        }
        if (Pages.HasSearch(guide))
        {
            menu.Add((guide.Language.Word("search_title"), guide.Language.Address("search")));
        }
        if (!guide.Terms.IsEmpty)
        {
            menu.Add((guide.Language.Word("nav_terms"), guide.Language.Address("terms")));
        }
        if (!guide.Resources.IsEmpty)
        {
            menu.Add((guide.Language.Word("nav_resources"), guide.Language.Address("resources")));
        }
        if (!guide.Steps.IsEmpty)
        {
            menu.Add((guide.Language.Word("print_title"), guide.Language.Address("print")));
        }
        return menu.ToImmutable();
    }

    private static IEnumerable<ScriptObject> Sections(Guide guide)
    {
        var loose = guide.Pages.Where(p => p.Address.Count(c => c == '/') == 2).ToList();
        if (loose.Count > 0)
        {
            yield return Section(guide.Language.Word("pages"), null, loose.Select(Row));
        }
        foreach (var folder in guide.Folders)
        {
            yield return Section(folder.Title, folder.Address,
                folder.Pages.Select(Row).Concat(folder.Folders.Select(f => View.Of(("title", f.Title), ("url", f.Address)))));
        }
    }

    private static ScriptObject Section(string title, string? address, IEnumerable<ScriptObject> rows) => View.Of(
        ("title", title),
        ("url", address),
        ("pages", View.List(rows)));

    private static ScriptObject Row(Page page) => View.Of(("title", page.Title), ("url", page.Address));
}

/// <summary>What the site is made of besides the guide.</summary>
/// <param name="Style">The style element.</param>
/// <param name="Icon">Address of the icon.</param>
/// <param name="TouchIcon">Address of the picture for home screens, or null.</param>
/// <param name="HasAbout">Whether there is a page about the guide.</param>
/// <param name="IsKept">Whether phones keep the guide.</param>
/// <param name="First">The script that runs before the first paint.</param>
/// <param name="Prefetch">Which pages may be fetched before they are asked for.</param>
internal sealed record SiteParts(HtmlText Style, string Icon, string? TouchIcon, bool HasAbout, bool IsKept, HtmlText First, HtmlText Prefetch)
{
    /// <summary>Whether pages come from a server: in a folder of files a browser could neither compare a script nor read a manifest.</summary>
    public bool IsServed { get; init; }

    /// <summary>Address in an edition of before → the address that it has now.</summary>
    public ImmutableDictionary<string, string> Present { get; init; } = ImmutableDictionary<string, string>.Empty;
}
