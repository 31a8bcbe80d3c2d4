using System.Collections.Frozen;
using System.Collections.Immutable;
using Markdig.Extensions.Alerts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;
using Trappa.Parse.Facts;
using Trappa.Pictures;
using QuoteBlock = Trappa.Parse.QuoteBlocks.QuoteBlock;

namespace Trappa.Model;

/// <summary>All names that a text may refer to, and the one place where references become targets.</summary>
internal sealed record References
{
    public required Language Language { get; init; }
    public required MarkdownParser Markdown { get; init; }
    public required FrozenDictionary<string, string> Steps { get; init; }
    public required FrozenDictionary<string, string> Quotes { get; init; }
    public required FrozenSet<string> Terms { get; init; }
    public required FrozenSet<string> Resources { get; init; }
    public required FrozenDictionary<string, string> Facts { get; init; }
    /// <summary>The same for texts that are no Markdown.</summary>
    public FactTexts Plain => new(Facts, Language, Markdown) { Leaving = Leaving };
    /// <summary>Facts that are left out some day, and whether that has come.</summary>
    public required FrozenDictionary<string, bool> Leaving { get; init; }
    /// <summary>What readers are told of facts whose last day is over, by name.</summary>
    public required FrozenDictionary<string, string> PastFacts { get; init; }
    /// <summary>Path below <c>content/</c> → address, for pages, steps and other files.</summary>
    public required FrozenDictionary<string, string> Files { get; init; }

    /// <summary>The README.md that is for those who edit and no page: path below <c>content/</c>, or null.</summary>
    public required string? ForEditors { get; init; }

    /// <summary>The day for which dated passages are judged.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether raw HTML is HTML; else it is read as it stands.</summary>
    public required bool AllowsHtml { get; init; }

    /// <summary>The addresses alone.</summary>
    public required FrozenSet<string> Addresses { get; init; }

    /// <summary>Address that a step or page had before → the one it has: who links to the old one is told of the new.</summary>
    public required FrozenDictionary<string, string> Moved { get; init; }

    /// <summary>Slug that a step had before → the one it has.</summary>
    public required FrozenDictionary<string, string> StepsOnceNamed { get; init; }

    /// <summary>Whether every name means the same in both.</summary>
    public static bool AreSame(References one, References other) =>
        one.Language == other.Language && one.ForEditors == other.ForEditors && one.AllowsHtml == other.AllowsHtml && one.Today == other.Today && one.Markdown == other.Markdown
        && AreSame(one.Steps, other.Steps) && AreSame(one.Quotes, other.Quotes) && AreSame(one.Facts, other.Facts)
        && AreSame(one.Files, other.Files) && AreSame(one.PastFacts, other.PastFacts) && AreSame(one.Leaving, other.Leaving) && AreSame(one.Moved, other.Moved) && AreSame(one.StepsOnceNamed, other.StepsOnceNamed)
        && one.Terms.SetEquals(other.Terms) && one.Resources.SetEquals(other.Resources);

    private static bool AreSame<T>(FrozenDictionary<string, T> one, FrozenDictionary<string, T> other) =>
        one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var value) && EqualityComparer<T>.Default.Equals(value, p.Value));

    /// <summary>A text of front matter or YAML.</summary>
    public Prose Read(YamlText text, List<Diagnostic> diagnostics)
    {
        var (tree, markdown) = Parse(text, diagnostics);
        LeavingFacts.Refuse(tree, markdown, this, diagnostics);
        return Resolve(tree, markdown, diagnostics);
    }

    /// <summary>The texts of a list, without those that say nothing any more: an item may go with the fact that it names.</summary>
    public ImmutableArray<Prose> ReadItems(ImmutableArray<YamlText> texts, List<Diagnostic> diagnostics)
    {
        var items = ImmutableArray.CreateBuilder<Prose>(texts.Length);
        foreach (var text in texts)
        {
            var (tree, markdown) = Parse(text, diagnostics);
            var isEmpty = tree.Count == 0;
            var item = Resolve(tree, markdown, diagnostics);
            if (isEmpty || !item.IsEmpty)
            {
                items.Add(item);
            }
        }
        return items.ToImmutable();
    }

    private (MarkdownDocument Tree, MarkdownText Text) Parse(YamlText text, List<Diagnostic> diagnostics)
    {
        var markdown = new MarkdownText(text.Value, text.TextPlace, text.Source);
        var (tree, faults) = Markdown.Parse(markdown);
        diagnostics.AddRange(faults);
        return (tree, markdown);
    }

    /// <summary>The prose of a text that is parsed already.</summary>
    public Prose Resolve(MarkdownDocument tree, MarkdownText text, List<Diagnostic> diagnostics)
    {
        var dated = DatedPassages.Settle(tree, text, this, diagnostics);
        LeavingFacts.Remove(tree, text, this, diagnostics);
        var targets = new Dictionary<MarkdownObject, Target>();
        var marked = ImmutableArray.CreateBuilder<MarkdownObject>();
        TreeWalk.Each(tree, node =>
        {
            if (node is HeadingBlock or AlertBlock or LinkInline or HtmlBlock or HtmlInline or LiteralInline)
            {
                marked.Add(node);
            }
            if (AllowsHtml && (node is HtmlBlock or HtmlInline))
            {
                RawHtml.Settle(node, text, Language, (url, place, isPicture) => Find(url, place, isPicture, diagnostics));
            }
            var target = node switch
            {
                LinkInline link => Link(link, text, diagnostics),
                AutolinkInline { IsEmail: false } link => Automatic(link, text, diagnostics),
                FactInline fact => Fact(fact, text, diagnostics),
                QuoteBlock quote => Quote(quote, text, diagnostics),
                _ => null,
            };
            if (target is not null)
            {
                targets[node] = target;
            }
        });
        return new(tree, targets.Count == 0 ? FrozenDictionary<MarkdownObject, Target>.Empty : targets.ToFrozenDictionary(), text, marked.ToImmutable())
        {
            Dated = dated,
            PastFacts = PastFacts.Count == 0 ? [] : [.. tree.Descendants<FactInline>().Select(f => PastFacts.GetValueOrDefault(f.Name)).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    private FactTarget? Fact(FactInline fact, MarkdownText text, List<Diagnostic> diagnostics)
    {
        if (Facts.TryGetValue(fact.Name, out var value))
        {
            // An address is what it is, two hyphens and all.
            return new(value.AsSpan().ContainsAny('/', '@') ? value : Markdown.Typographic(value));
        }
        diagnostics.Add(Unknown(Codes.UnknownFact, fact.Name, Facts.Keys, text.At(fact.Span.Start, fact.Span.Length)));
        return null;
    }

    private QuoteTarget? Quote(QuoteBlock block, MarkdownText text, List<Diagnostic> diagnostics)
    {
        var word = Language.Reference("quote");
        if (block.Word != word)
        {
            diagnostics.Add(Unknown(Codes.UnknownBlock, block.Word, [word, Language.Reference("valid")], text.At(block.WordStart, block.Word.Length)));
            return null;
        }
        if (Quotes.ContainsKey(block.Name))
        {
            return new(block.Name);
        }
        diagnostics.Add(Unknown(Codes.UnknownQuote, block.Name, Quotes.Keys, text.At(block.NameStart, block.Name.Length)));
        return null;
    }

    private static Target? Automatic(AutolinkInline link, MarkdownText text, List<Diagnostic> diagnostics)
    {
        if (LinkParts.Scheme(link.Url) is not { } scheme || !LinkParts.SafeSchemes.Contains(scheme))
        {
            diagnostics.Add(new(Codes.UnsafeLink, text.At(link.Span.Start, link.Span.Length), ("address", link.Url)));
        }
        return null;
    }

    private Target? Link(LinkInline link, MarkdownText text, List<Diagnostic> diagnostics)
    {
        var url = (link.Url ?? "").Trim();
        var place = Model.Prose.PlaceOf(link, text);
        if (link.Title is { Length: > 0 } title)
        {
            link.Title = Plain.Fill(title, (_, _) => place, diagnostics);
        }
        return Find(url, place, link.IsImage, diagnostics);
    }

    private Target? Find(string url, Place place, bool isPicture, List<Diagnostic> diagnostics)
    {
        var scheme = LinkParts.Scheme(url);
        if (scheme is null)
        {
            return Local(url, place, isPicture, diagnostics);
        }
        var name = url[(url.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (scheme == Language.Reference("step"))
        {
            var (key, fragment) = LinkParts.Split(name);
            return Steps.TryGetValue(Language.Slug(key), out var address)
                ? new AddressTarget(address + fragment)
                : Miss(Codes.UnknownStep, name, Steps.Keys, place, diagnostics, StepsOnceNamed.GetValueOrDefault(Language.Slug(key)));
        }
        if (scheme == Language.Reference("term"))
        {
            return Terms.Contains(Language.Slug(name))
                ? new TermTarget(Language.Slug(name))
                : Miss(Codes.UnknownTerm, name, Terms, place, diagnostics);
        }
        if (scheme == Language.Reference("resource"))
        {
            return Resources.Contains(name)
                ? new ResourceTarget(name)
                : Miss(Codes.UnknownResource, name, Resources, place, diagnostics);
        }
        if (scheme == Language.Reference("quote"))
        {
            return Quotes.TryGetValue(name, out var address)
                ? new AddressTarget(address)
                : Miss(Codes.UnknownQuote, name, Quotes.Keys, place, diagnostics);
        }
        if (scheme == Language.Reference("page"))
        {
            return Page(name, place, diagnostics);
        }
        if (!LinkParts.SafeSchemes.Contains(scheme))
        {
            diagnostics.Add(new(Codes.UnsafeLink, place, ("address", url)));
        }
        return null;
    }

    /// <summary>Whether there is a resource with an id; it is told of where there is none.</summary>
    public bool IsResource(YamlText id, List<Diagnostic> diagnostics) =>
        Resources.Contains(id.Value) || Miss(Codes.UnknownResource, id.Value, Resources, id.Place, diagnostics) is not null;

    // page:basics/thanks – the path below content/, with or without number and ending.
    private Target? Page(string name, Place place, List<Diagnostic> diagnostics)
    {
        var (path, fragment) = LinkParts.Split(name);
        var slugs = Slugs(path);
        return Addresses.Contains(slugs)
            ? new AddressTarget(slugs + fragment)
            : Miss(Codes.UnknownPage, name, Files.Values.Select(a => a.Trim('/')), place, diagnostics, Moved.GetValueOrDefault(slugs)?.Trim('/'));
    }

    /// <summary>The addresses of all pages that are no steps.</summary>
    public IEnumerable<string> Pages => Files.Where(f => f.Key.EndsWith(".md", StringComparison.Ordinal))
        .Select(f => f.Value).Except(Steps.Values, StringComparer.Ordinal);

    /// <summary>The address that a page has by its path below <c>content/</c>, without the number before its name.</summary>
    public string Slugs(string path) => "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => Language.Slug(Path.GetFileNameWithoutExtension(p)))) + "/";

    // A path from the file that the link stands in, as other programs for Markdown understand it.
    private AddressTarget? Local(string url, Place place, bool isPicture, List<Diagnostic> diagnostics)
    {
        if (url.StartsWith("//", StringComparison.Ordinal) || url.Contains('\\', StringComparison.Ordinal))
        {
            diagnostics.Add(new(Codes.UnsafeLink, place, ("address", url)));
            return null;
        }
        if (url.StartsWith('#') || url.StartsWith('/'))
        {
            return null;
        }
        var (path, fragment) = LinkParts.Split(url);
        var from = Names.BelowContent(place.File);
        var full = Names.Normalise(Names.FolderOf(from) + "/" + Uri.UnescapeDataString(path));
        if (full is not null && path.Length > 0
            && (Files.TryGetValue(full, out var address) || Files.TryGetValue(full.TrimEnd('/') + ".md", out address)
                || Files.TryGetValue(full.TrimEnd('/') + "/index.md", out address)))
        {
            return new AddressTarget(address + fragment);
        }
        if (full is not null && full == ForEditors)
        {
            diagnostics.Add(new(Codes.UnpublishedPage, place, ("name", path)));
            return null;
        }
        // The address that a file of that name would have.
        var now = full is null ? null : Moved.GetValueOrDefault(
            Names.FolderAddress(Language, Names.FolderOf(full)) + Language.Slug(Names.Stem(Names.FileOf(full))) + "/");
        diagnostics.Add(new(isPicture ? Codes.UnknownPicture : Codes.UnknownPage, place, ("name", path), ("suggestion",
            NearFiles.Suggestion(Language, path, from, isPicture ? Files.Keys.Where(f => PictureKind.IsNamed(Path.GetExtension(f))) : Files.Keys,
                now is null ? null : Files.First(f => f.Value == now).Key))));
        return null;
    }

    private Target? Miss(Code code, string name, IEnumerable<string> known, Place place, List<Diagnostic> diagnostics, string? now = null)
    {
        diagnostics.Add(Unknown(code, name, known, place, now));
        return null;
    }

    private Diagnostic Unknown(Code code, string name, IEnumerable<string> known, Place place, string? now = null) =>
        new(code, place, ("name", name), ("suggestion", Nearest.Suggestion(Language, name, known, now)));
}
