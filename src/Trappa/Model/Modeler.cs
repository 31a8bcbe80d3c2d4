using System.Collections.Frozen;
using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds syntax to the typed guide and resolves every reference, once.</summary>
public static class Modeler
{
    /// <summary>
    /// The guide, as far as it could be made; with an error among the diagnostics it is good for further checks only.
    /// </summary>
    public static (Guide Guide, ImmutableArray<Diagnostic> Diagnostics) Model(Parsed parsed, ModelOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var site = SiteFile.Read(parsed, options, diagnostics);
        var files = Sorting.Sort(parsed, options, diagnostics);
        var resourceFile = parsed.Data.GetValueOrDefault("content/" + parsed.Language.File("resources"));
        var resources = ResourceReader.Entries(resourceFile, parsed.Language, diagnostics);
        var references = References(parsed, site, files, resources, diagnostics);

        var quotes = OfOwnName(files.Quotes, q => q.Name, diagnostics).Select(q => QuoteReader.Read(q, references, diagnostics)).ToImmutableArray();
        var byName = quotes.ToFrozenDictionary(q => q.Name, StringComparer.Ordinal);
        var steps = StepReader.ReadAll(files.Steps, site.Sections, byName, references, diagnostics);
        var pages = ReadPages(files.Pages, references, diagnostics);
        var tree = FolderTree.Build(pages, files, site, parsed.Language);

        return (new()
        {
            Language = parsed.Language,
            Site = site.Settings,
            Sections = site.Sections,
            Steps = steps,
            Pages = [.. pages.OrderBy(p => p.Place.File, StringComparer.Ordinal).Where(p => !tree.Indexes.Contains(p))],
            Folders = tree.Folders,
            Front = files.Front is null ? null : PageReader.Read(files.Front, references, diagnostics),
            About = files.About is null ? null : PageReader.Read(files.About, references, diagnostics),
            Quotes = quotes,
            Terms = [.. OfOwnName(files.Terms, t => t.Slug, diagnostics).Select(t => TermReader.Read(t, references, diagnostics))
                .OrderBy(t => t.Name, Comparer<string>.Create(parsed.Language.Compare))],
            Resources = ResourceReader.Bind(resources, references, options.Date, diagnostics),
            Flow = FlowFile.Read(parsed.Data.GetValueOrDefault("content/" + parsed.Language.File("flow")), steps, references, diagnostics),
            Print = PrintFile.Read(parsed.Data.GetValueOrDefault("content/" + parsed.Language.File("cards")), site, references, diagnostics),
            Facts = site.Facts,
            Words = WordListReader.Read(parsed.Data.GetValueOrDefault("content/" + parsed.Language.File("words")), parsed.Language, diagnostics),
            Attachments = [.. files.Attachments.Select(a => new Attachment(a.Address, a.File.Bytes))],
        }, [.. diagnostics]);
    }

    // Pages are many and know nothing of each other.
    private static ImmutableArray<Page> ReadPages(ImmutableArray<Filed> files, References references, List<Diagnostic> diagnostics)
    {
        var pages = new Page[files.Length];
        var found = new List<Diagnostic>[files.Length];
        Parallel.For(0, files.Length, i => pages[i] = PageReader.Read(files[i], references, found[i] = []));
        diagnostics.AddRange(found.SelectMany(f => f));
        return [.. pages];
    }

    // Two files in different folders may bear one name; the second is told of and left out.
    private static ImmutableArray<Filed> OfOwnName(
        ImmutableArray<Filed> files, Func<Filed, string> name, List<Diagnostic> diagnostics)
    {
        var first = new Dictionary<string, Filed>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (first.TryAdd(name(file), file))
            {
                continue;
            }
            diagnostics.Add(new(Codes.SameName, new(file.Document.Path),
                ("name", name(file)), ("other", first[name(file)].Document.Path)));
        }
        return [.. first.Values];
    }

    private static References References(
        Parsed parsed, SiteFile site, Sorting files, ImmutableArray<ResourceEntry> resources, List<Diagnostic> diagnostics)
    {
        var language = parsed.Language;
        var quotes = language.Address("quotes");
        var addresses = files.Addresses(language);
        return new()
        {
            Language = language,
            Markdown = parsed.Markdown,
            Steps = Unique(files.Steps.Select(s => KeyValuePair.Create(s.Slug, s.Address))),
            Quotes = Unique(files.Quotes.Select(q => KeyValuePair.Create(q.Name, quotes + "#" + language.Slug(q.Name)))),
            Terms = files.Terms.Select(t => t.Slug).ToFrozenSet(StringComparer.Ordinal),
            Resources = resources.Select(r => r.Id).ToFrozenSet(StringComparer.Ordinal),
            Facts = Unique(site.Facts.Select(f => KeyValuePair.Create(f.Name, f.Value))),
            Files = addresses,
            Addresses = addresses.Values.ToFrozenSet(StringComparer.Ordinal),
        };
    }

    private static FrozenDictionary<string, string> Unique(IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.DistinctBy(p => p.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
}
