using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Markdig;
using Scriban.Runtime;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Render.Assets;
using Trappa.Render.Files;
using Trappa.Render.Html;
using Trappa.Render.Markup;
using Trappa.Render.Print;
using Trappa.Render.Search;
using Trappa.Render.Views;

namespace Trappa.Render;

/// <summary>A finished page.</summary>
internal sealed record MadePage(ImmutableArray<ReadOnlyMemory<byte>> Pieces, PageFindings Findings, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>What one thread uses again for each of its pages: to make it takes as long as to make a short page.</summary>
internal sealed record Workspace(ProseHtml Prose, TextBuffer Page) : IDisposable
{
    /// <summary>The page's own text as HTML.</summary>
    public TextBuffer Body { get; } = new(16 * 1024);

    /// <summary>The tail of the page before.</summary>
    public LastTail LastTail { get; } = new();

    /// <summary>What the layout of the page before was run in, or null where none was or it failed.</summary>
    public PageContext? Context { get; set; }

    public void Dispose()
    {
        Page.Dispose();
        Body.Dispose();
    }
}

/// <summary>Makes pages: values, layout, pass. Read by many threads.</summary>
internal sealed class PageMaker
{
    private readonly Guide _guide;
    private readonly SiteAssets _assets;
    private readonly TemplateRunner _templates;
    private readonly SiteView _site;
    private readonly FlowView? _flow;
    private readonly HandbookView _handbook;
    private readonly Lazy<ImmutableArray<Passage>> _passages;
    private readonly Lazy<ImmutableArray<OutputFile>> _index;
    private readonly PrintedGuide _printed;
    private readonly Func<ReadyPdf, bool> _isThere;
    private readonly ProseSettings _prose;
    private readonly ScriptArray _ladder;
    private readonly ScriptArray _blocks;
    private readonly FrozenDictionary<string, Quote> _quotes;
    private readonly ReadOnlyMemory<byte> _style;
    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _styles;

    private readonly string? _editRoot;
    private readonly Func<string, Place?> _placeOfWord;

    public PageMaker(
        Guide guide, Templates templates, SiteAssets assets, RenderOptions options, MarkdownPipeline pipeline,
        Lazy<ImmutableArray<Passage>> passages, Lazy<ImmutableArray<OutputFile>> index, PrintedGuide printed, bool isKept,
        ImmutableDictionary<string, string>? present = null)
    {
        _guide = guide;
        _editRoot = options.EditRoot;
        _placeOfWord = word => templates.PlaceOfWord(guide.Language, word);
        _assets = assets;
        _style = FileText.Bytes(assets.Style);
        _styles = assets.LayoutStyles.ToFrozenDictionary(s => s.Key, s => (ReadOnlyMemory<byte>)FileText.Bytes(s.Value), StringComparer.Ordinal);
        _templates = new TemplateRunner(templates, guide.Language);
        _printed = printed;
        _passages = passages;
        _index = index;
        _isThere = options.Has;
        _flow = guide.Flow is { } flow ? new(guide, flow) : null;
        _site = new SiteView(guide, _flow, new(new("<style></style>"), "/assets/icon.svg",
            assets.HasPictures ? "/assets/touch-icon.png" : null, Pages.HasAbout(guide), isKept, new($"<script>{assets.FirstScript}</script>"),
            new($"<script type=\"speculationrules\">{assets.PrefetchRules}</script>"))
        {
            IsServed = !options.Portable,
            Present = present ?? ImmutableDictionary<string, string>.Empty,
        });
        _handbook = new(guide, _templates, _site.Words, _flow, passages);
        _quotes = guide.Quotes.ToFrozenDictionary(q => q.Name, StringComparer.Ordinal);
        _prose = new(guide.Language, pipeline,
            guide.Terms.ToFrozenDictionary(t => t.Slug, StringComparer.Ordinal),
            guide.Resources.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal), QuoteBlock, guide.Site.AllowsHtml);
        _ladder = LadderView.Rows(guide, null, new ProseHtml(_prose));
        _blocks = LadderView.Blocks(guide, null);
    }

    /// <summary>What one thread needs for page after page.</summary>
    public Workspace Begin() => new(new(_prose), new(32 * 1024));

    public MadePage Make(PageEntry entry, PassSettings settings, Workspace workspace)
    {
        workspace.Prose.BeginPage();
        workspace.Page.Clear();
        workspace.Body.Clear();
        var values = Values(entry, workspace.Prose, workspace.Body);
        ImmutableArray<Diagnostic> faults = [];
        if (entry.Kind == PageKind.Handbook)
        {
            (values["handbook"], faults) = _handbook.Of(entry.IsLarge, workspace.Prose);
        }
        faults = faults.AddRange(_templates.Layout(entry.Layout, values, workspace));
        if (!faults.IsEmpty)
        {
            return new([], PageFindings.None, faults);
        }
        // A page for what is missing is shown at any depth, so its links cannot be relative to itself.
        var root = entry.Kind == PageKind.Missing && !settings.Portable
            ? _guide.Site.Address is { } address ? new Uri(address).AbsolutePath : "/"
            : null;
        var result = HtmlPass.Run(workspace.Page.Text, entry.Address, root, _styles.GetValueOrDefault(entry.Layout, _style),
            entry.Kind is PageKind.Handbook or PageKind.Booklet or PageKind.Cards ? settings with { IsOnPaper = true } : settings, workspace.LastTail);
        return new(result.Utf8, result.Findings, []);
    }

    // So that the table of a page's values is made once and does not grow.
    private const int MostValues = 24;

    private ScriptObject Values(PageEntry entry, ProseHtml prose, TextBuffer bodyHtml)
    {
        var values = new ScriptObject(MostValues, true)
        {
            ["t"] = _site.Words,
            ["site"] = _site.For(entry.Address, _assets.ScriptOf(entry.Layout)),
            ["ladder"] = entry.Step is null ? _ladder : LadderView.Rows(_guide, entry.Step, prose),
            ["blocks"] = entry.Step is null ? _blocks : LadderView.Blocks(_guide, entry.Step),
            ["step"] = entry.Step is null ? null : StepView.Of(_guide, entry.Step, prose),
            ["previous"] = entry.Step is null ? null : StepView.Neighbour(_guide, entry.Step.Number - 1),
            ["next"] = entry.Step is null ? null : StepView.Neighbour(_guide, entry.Step.Number + 1),
            ["pages"] = entry.Folder is null ? null : SectionPages(entry.Folder, prose),
            ["flow"] = entry.Kind == PageKind.Flow ? _flow?.Of(prose) : null,
            ["map"] = entry.Kind == PageKind.FlowMap ? FlowMapView.Of(_guide, _guide.Flow!) : null,
            ["register"] = entry.Kind == PageKind.Search ? RegisterView.Of(_guide, _passages.Value) : null,
            ["index"] = entry.Kind == PageKind.Search ? "/" + _index.Value[0].Path : null,
            ["index_in_parts"] = entry.Kind == PageKind.Privacy && _index.Value.Length > 1,
            ["print"] = entry.Cards is { } cards ? PrintView.Of(_guide, cards, _printed.Cards)
                : entry.Kind == PageKind.Booklet ? PrintView.Of(_guide, _printed.Booklet!)
                : entry.Kind == PageKind.Print ? PrintView.Choices(_guide, _printed.Booklet, _isThere) : null,
            ["handbook"] = null,
            ["news"] = entry.Kind == PageKind.News ? NewsView.Of(_guide) : null,
            ["quotes"] = entry.Kind == PageKind.Quotes ? QuotesView.Of(_guide, prose) : null,
            ["terms"] = entry.Kind == PageKind.Terms ? TermsView.Of(_guide, prose) : null,
            ["resources"] = entry.Kind == PageKind.Resources ? ResourcesView.Of(_guide, prose) : null,
        };
        values["page"] = PageValues(entry, prose, bodyHtml);
        return values;
    }

    // Last of all values, as it tells which terms the others met.
    private ScriptObject PageValues(PageEntry entry, ProseHtml prose, TextBuffer bodyHtml)
    {
        var address = _guide.Site.Address;
        var body = entry.Step?.Body ?? entry.Page?.Body;
        var lead = Lead(entry, prose);
        return View.Of(
            ("title", entry.Title),
            ("name", entry.Title),
            ("description", string.IsNullOrEmpty(entry.Description) ? null : entry.Description),
            ("url", entry.Address),
            ("kind", entry.Kind.ToString().ToLowerInvariant()),
            ("is_indexed", entry.Indexed),
            ("lead", lead),
            ("past", entry.Step?.Past ?? entry.Page?.Past),
            ("body", body is null || body.IsEmpty ? null : prose.Block(body, bodyHtml)),
            ("date", entry.Page?.Date is { } date ? _guide.Language.Day(date) : null),
            ("section", entry.Parent is { } parent ? View.Of(("title", parent.Title), ("url", parent.Address)) : null),
            ("canonical", address is null || !entry.Indexed ? null : address + entry.Address[1..]),
            ("image", address is null ? null : address + OpenGraph.File(_guide, entry.Step)),
            ("json_ld", address is null || !entry.Indexed ? null : new HtmlText(JsonLd.For(_guide, address, entry))),
            ("edit", EditAddress(entry)),
            ("words_file", _editRoot is not null && WrittenAt(entry) is null ? $"templates/strings/{_guide.Language.Code}.yaml" : null),
            ("terms", TermsView.OnPage(prose)));
    }

    // Where whoever sees a fault can mend it: in the editor of whoever previews, else where the guide says that it is kept.
    private string? EditAddress(PageEntry entry)
    {
        if (entry.Under.Length > 0 || (_editRoot ?? _guide.Site.EditAddress) is not { } root || WrittenAt(entry) is not { } place)
        {
            return null;
        }
        var path = string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString));
        return root + path + (_editRoot is null || place.Line == 0 ? "" : ":" + place.Line.ToString(CultureInfo.InvariantCulture));
    }

    // Where the first of a page's words stand; null where they come along with the program.
    private Place? WrittenAt(PageEntry entry) => entry switch
    {
        { Step: { } step } => step.Lead.Place,
        { Page: { } page } => page.Lead?.Place ?? (page.Body.IsEmpty ? page.Place : page.Body.Place),
        { Kind: PageKind.Section } => new("content/site.yaml"),
        { Kind: PageKind.Resources } => _guide.Resources[0].Place,
        { Word: { } word } => _placeOfWord(word),
        _ => entry.Place,
    };

    private HtmlText? Lead(PageEntry entry, ProseHtml prose) => entry switch
    {
        { Page.Lead: { } lead } => prose.Block(lead),
        { Kind: PageKind.Flow } when _guide.Flow?.Lead is { } lead => prose.Block(lead),
        { Kind: PageKind.FlowMap } => Paragraph(_guide.Language.Word("map_lead")),
        { Kind: PageKind.Section, Folder.Description: { Length: > 0 } text } => Paragraph(text),
        { Kind: PageKind.Quotes } => Paragraph(_guide.Language.Word("quotes_lead")),
        { Kind: PageKind.Terms } => Paragraph(_guide.Language.Word("terms_lead")),
        { Kind: PageKind.News, Description: { } text } => Paragraph(text),
        { Kind: PageKind.Resources } => Paragraph(_guide.Language.Word("resources_lead")),
        { Kind: PageKind.Search } => Paragraph(_guide.Language.Word("search_lead")),
        { Kind: PageKind.Privacy } => Paragraph(_guide.Language.Word("privacy_lead")),
        { Kind: PageKind.Offline } => Paragraph(_guide.Language.Word("offline_lead")),
        { Kind: PageKind.Missing } => Paragraph(_guide.Language.Word("not_found_lead")),
        { Kind: PageKind.Front } or { Kind: PageKind.About, Page: null } when _guide.Site.Description.Length > 0 => Paragraph(_guide.Site.Description),
        _ => null,
    };

    private static HtmlText Paragraph(string text) => new("<p>" + HtmlText.Escape(text) + "</p>");

    private static ScriptArray SectionPages(Folder folder, ProseHtml prose) => View.List(
        folder.Pages.Select(p => View.Of(("title", p.Title), ("url", p.Address), ("lead", p.Lead is null ? null : prose.InlineWithoutLinks(p.Lead))))
            .Concat(folder.Folders.Select(f => View.Of(("title", f.Title), ("url", f.Address),
                ("lead", f.Description.Length == 0 ? null : f.Description)))));

    private string QuoteBlock(string name)
    {
        var (html, _) = _templates.Partial("quote", new ScriptObject
        {
            ["t"] = _site.Words,
            ["quote"] = QuoteView.Of(_quotes[name], new ProseHtml(_prose), anchored: false),
        });
        return html;
    }
}
