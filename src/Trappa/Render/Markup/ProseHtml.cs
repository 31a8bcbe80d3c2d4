using System.Text;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Parse.Facts;
using Trappa.Render.Html;

namespace Trappa.Render.Markup;

/// <summary>What all pages have in common when texts become HTML.</summary>
/// <param name="Language">For the few words that texts need.</param>
/// <param name="Pipeline">The extensions that parsed the texts.</param>
/// <param name="Terms">Terms by slug.</param>
/// <param name="Resources">Resources by id.</param>
/// <param name="Quote">A quote as a block, by name.</param>
/// <param name="AllowsHtml">Whether raw HTML is let through, sanitised.</param>
internal sealed record ProseSettings(
    Language Language, MarkdownPipeline Pipeline, IReadOnlyDictionary<string, Term> Terms,
    IReadOnlyDictionary<string, Resource> Resources, Func<string, string> Quote, bool AllowsHtml);

/// <summary>
/// Writes texts as HTML for one page, and remembers which terms the page explains in place. Not thread-safe: one a thread.
/// </summary>
internal sealed class ProseHtml
{
    private const string NoteOpen = "\n<p class=\"note\">", NoteClose = "</p>";

    private readonly ProseSettings _settings;
    private readonly List<Term> _terms = [];
    private readonly HtmlRenderer _renderer;
    private Prose? _current;
    private bool _links = true;

    public ProseHtml(ProseSettings settings)
    {
        _settings = settings;
        // A string writer holds nothing that would have to be given back.
        _renderer = new HtmlRenderer(new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" });
        settings.Pipeline.Setup(_renderer);
        Replace<LinkInline, LinkInlineRenderer>(new TargetLinkRenderer(this));
        Replace<AlertBlock, AlertBlockRenderer>(new NoteRenderer(settings.Language));
        Replace<Table, HtmlTableRenderer>(new ScrollTableRenderer(settings.Language));
        Replace<TaskList, HtmlTaskListRenderer>(new TaskRenderer(settings.Language));
        _renderer.ObjectRenderers.Insert(0, new FactRenderer(this));
        _renderer.ObjectRenderers.Insert(0, new QuoteRenderer(this));
        _renderer.ObjectRenderers.Insert(0, new PassageRenderer());
        if (_renderer.ObjectRenderers.FindExact<HtmlFootnoteLinkRenderer>() is { } back)
        {
            back.BackLinkString = "<span aria-hidden=\"true\">↩</span><span class=\"hush\">"
                + HtmlText.Escape(settings.Language.Word("back_to_text")) + "</span>";
        }
        if (!settings.AllowsHtml)
        {
            _renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new HtmlAsTextBlock());
            _renderer.ObjectRenderers.Replace<HtmlInlineRenderer>(new HtmlAsTextInline());
        }
    }

    /// <summary>Forgets the page before.</summary>
    public void BeginPage() => _terms.Clear();

    /// <summary>The terms met so far, in the order of the page.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>A text as blocks.</summary>
    public HtmlText Block(Prose prose) => Marked(Write(prose, inline: false, links: true), prose, NoteOpen, NoteClose);

    /// <summary>The same at the end of a buffer: the text of a page is long, and wanted once.</summary>
    public HtmlInBuffer Block(Prose prose, TextBuffer buffer)
    {
        if (IsSanitised(prose))
        {
            buffer.Append(Block(prose).Value);
            return new(buffer);
        }
        foreach (var chunk in Rendered(prose, inline: false, links: true).GetChunks())
        {
            buffer.Append(chunk.Span);
        }
        buffer.Append(Marks(prose, NoteOpen, NoteClose));
        return new(buffer);
    }

    /// <summary>A text of one paragraph without the paragraph's marks.</summary>
    public HtmlText Inline(Prose prose) => Marked(Write(prose, inline: true, links: true), prose, " (", ")");

    /// <summary>The same without a word of facts that are over.</summary>
    public HtmlText InlineUnmarked(Prose prose) => Write(prose, inline: true, links: true);

    /// <summary>The same without links, for use inside one.</summary>
    public HtmlText InlineWithoutLinks(Prose prose) => Write(prose, inline: true, links: false);

    // A fact whose last day is over stands inside a sentence, which a mark there would break: what is to be known of it follows the text.
    private static HtmlText Marked(HtmlText html, Prose prose, string open, string close) =>
        prose.PastFacts.IsEmpty ? html : new(html.Value + Marks(prose, open, close));

    private static string Marks(Prose prose, string open, string close) =>
        prose.PastFacts.IsEmpty ? "" : open + HtmlText.Escape(string.Join(' ', prose.PastFacts)) + close;

    private HtmlText Write(Prose prose, bool inline, bool links)
    {
        var html = Rendered(prose, inline, links).ToString();
        return new(IsSanitised(prose) ? Sanitised(html) : html);
    }

    // Holds it until the next.
    private StringBuilder Rendered(Prose prose, bool inline, bool links)
    {
        _current = prose;
        _links = links;
        // The renderer goes on from the text before, which may have ended in the middle of a line.
        _renderer.EnsureLine();
        var written = ((StringWriter)_renderer.Writer).GetStringBuilder().Clear();
        _renderer.ImplicitParagraph = inline;
        if (inline && prose.Tree.Count > 1)
        {
            // Without marks between them the last word of one and the first of the next would be one.
            foreach (var block in prose.Tree)
            {
                _renderer.Render(block);
                _renderer.Write(' ');
            }
        }
        else
        {
            _renderer.Render(prose.Tree);
        }
        while (written.Length > 0 && char.IsWhiteSpace(written[^1]))
        {
            written.Length--;
        }
        return written;
    }

    private bool IsSanitised(Prose prose) => _settings.AllowsHtml && prose.Marked.Any(n => n is HtmlBlock or HtmlInline);

    // What our own renderers write must survive, so their attributes are allowed to writers as well; none of them
    // can run script or load anything.
    private static string Sanitised(string html)
    {
        var sanitizer = new HtmlSanitizer { AllowDataAttributes = false };
        sanitizer.AllowedTags.ExceptWith(["form", "input", "select", "option", "optgroup", "textarea", "fieldset", "label",
            "datalist", "keygen", "output", "legend", "map", "area", "menuitem", "style", "link", "meta", "base"]);
        sanitizer.AllowedTags.UnionWith(["button", "figure", "figcaption", "abbr", "dl", "dt", "dd"]);
        sanitizer.AllowedAttributes.ExceptWith(["style", "name", "action", "background", "dynsrc", "lowsrc", "usemap"]);
        sanitizer.AllowedAttributes.UnionWith(["class", "id", "lang", "dir", "role", "aria-label", "aria-hidden", "tabindex",
            "popovertarget", "scope", "hidden", "data-quote", "data-words", "data-copy", "data-large", "data-share"]);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["http", "https", "mailto", "tel", "sms"]);
        sanitizer.AllowedCssProperties.Clear();
        return sanitizer.Sanitize(html);
    }

    private void Replace<TObject, TOld>(HtmlObjectRenderer<TObject> mine)
        where TObject : MarkdownObject
        where TOld : IMarkdownObjectRenderer
    {
        if (!_renderer.ObjectRenderers.Replace<TOld>(mine))
        {
            _renderer.ObjectRenderers.Insert(0, mine);
        }
    }

    private Target? TargetOf(MarkdownObject node) => _current!.Targets.GetValueOrDefault(node);

    private sealed class FactRenderer(ProseHtml owner) : HtmlObjectRenderer<FactInline>
    {
        protected override void Write(HtmlRenderer renderer, FactInline obj) =>
            renderer.WriteEscape(owner.TargetOf(obj) is FactTarget fact ? fact.Value : "");
    }

    private sealed class QuoteRenderer(ProseHtml owner) : HtmlObjectRenderer<Parse.QuoteBlocks.QuoteBlock>
    {
        protected override void Write(HtmlRenderer renderer, Parse.QuoteBlocks.QuoteBlock obj)
        {
            if (owner.TargetOf(obj) is QuoteTarget quote)
            {
                renderer.EnsureLine();
                renderer.Write(owner._settings.Quote(quote.Name));
                renderer.EnsureLine();
            }
        }
    }

    private sealed class TargetLinkRenderer(ProseHtml owner) : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (!owner._links && !link.IsImage)
            {
                renderer.WriteChildren(link);
                return;
            }
            switch (owner.TargetOf(link))
            {
                case AddressTarget target:
                    WriteAs(renderer, link, target.Address);
                    break;
                case TermTarget target:
                    WriteTerm(renderer, link, owner._settings.Terms[target.Slug]);
                    break;
                case ResourceTarget target:
                    var resource = owner._settings.Resources.GetValueOrDefault(target.Id);
                    WriteAs(renderer, link, resource?.Link ?? resource?.Address ?? owner._settings.Language.Address("resources"));
                    break;
                default:
                    base.Write(renderer, link);
                    break;
            }
        }

        private static void WriteAs(HtmlRenderer renderer, LinkInline link, string url)
        {
            if (!link.IsImage)
            {
                renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\"");
                WriteTitle(renderer, link);
                renderer.Write(">");
                renderer.WriteChildren(link);
                renderer.Write("</a>");
                return;
            }
            renderer.Write("<img src=\"").WriteEscapeUrl(url).Write("\" alt=\"");
            renderer.EnableHtmlForInline = false;
            renderer.WriteChildren(link);
            renderer.EnableHtmlForInline = true;
            renderer.Write("\"");
            WriteTitle(renderer, link);
            renderer.Write(">");
        }

        private static void WriteTitle(HtmlRenderer renderer, LinkInline link)
        {
            if (!string.IsNullOrEmpty(link.Title))
            {
                renderer.Write(" title=\"").WriteEscape(link.Title).Write("\"");
            }
        }

        // The words lead to the glossary; at the first mention on the page a button beside them explains in place.
        private void WriteTerm(HtmlRenderer renderer, LinkInline link, Term term)
        {
            WriteAs(renderer, link, term.Address);
            if (owner._terms.Contains(term) || IsInHeading(link))
            {
                return;
            }
            owner._terms.Add(term);
            renderer.Write("<button class=\"ask\" type=\"button\" popovertarget=\"term-").Write(term.Slug)
                .Write("\" aria-label=\"").WriteEscape(owner._settings.Language.Fill("what_is", ("term", term.Name)))
                .Write("\"><span aria-hidden=\"true\">?</span></button>");
        }

        private static bool IsInHeading(LinkInline link)
        {
            ContainerInline? top = link.Parent;
            while (top?.Parent is not null)
            {
                top = top.Parent;
            }
            return top?.ParentBlock is HeadingBlock;
        }
    }
}
