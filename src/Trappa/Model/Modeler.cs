using System.Collections.Frozen;
using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Parse;
using Trappa.Pictures;

namespace Trappa.Model;

/// <summary>Binds syntax to the typed guide and resolves every reference, once.</summary>
public static class Modeler
{
    /// <summary>
    /// The guide, as far as it could be made; with an error among the diagnostics it is good for further checks only.
    /// </summary>
    /// <param name="parsed">The project as syntax.</param>
    /// <param name="options">What the build is made for.</param>
    /// <param name="kept">What earlier builds bound; what is made of the same is the same object again.</param>
    public static (Guide Guide, ImmutableArray<Diagnostic> Diagnostics) Model(Parsed parsed, ModelOptions options, Kept? kept = null)
    {
        var diagnostics = new List<Diagnostic>();
        var binding = new Binding(kept ?? Kept.Nothing, diagnostics);
        var language = parsed.Language;
        // Without settings the front page's heading may be the site's name.
        var site = binding.Of("site", "", [parsed.Site, language, options, parsed.Site.Entries.IsEmpty ? Sorting.FrontOf(parsed) : null],
            found => SiteFile.Read(parsed, options, found));
        var files = Sorting.Sort(parsed, options, binding);
        var resourceFile = parsed.Data.GetValueOrDefault("content/" + language.File("resources"));
        var resources = binding.Of("resource entries", "", [resourceFile, language],
            found => Listed.Of(ResourceReader.Entries(resourceFile, language, found)));
        var references = binding.Kept.Same("references",
            binding.Kept.Get("names", "", [parsed.Markdown, site, resources, .. binding.Kept.IsKeeping ? files.NamesOfAll() : []],
                () => References(parsed, site, files, resources.Items)),
            Trappa.Model.References.AreSame);

        var quotes = binding.Of("quotes", "", [.. files.Quotes, references],
            found => Listed.Of(OfOwnName(files.Quotes, q => q.Name, found).Select(q => QuoteReader.Read(q, references, found)))).Items;
        var steps = binding.Of("steps", "", [.. files.Steps, site, quotes, references],
            found => Listed.Of(StepReader.ReadAll(files.Steps, site.Sections, quotes.ToFrozenDictionary(q => q.Name, StringComparer.Ordinal), references, found))).Items;
        var pages = ReadPages(files.Pages, references, binding);
        var tree = FolderTree.Build(pages, files, site, language);

        return (new()
        {
            Language = language,
            Site = site.Settings,
            Sections = site.Sections,
            Steps = steps,
            Pages = tree.Pages,
            Folders = tree.Folders,
            Front = Page(files.Front, references, binding),
            About = Page(files.About, references, binding),
            Quotes = quotes,
            Terms = binding.Of("terms", "", [.. files.Terms, references],
                found => Listed.Of(OfOwnName(files.Terms, t => t.Slug, found).Select(t => TermReader.Read(t, references, found))
                    .OrderBy(t => t.Name, Comparer<string>.Create(language.Compare)))).Items,
            Resources = binding.Of("resources", "", [resources, references, options.Date],
                found => Listed.Of(ResourceReader.Bind(resources.Items, references, options.Date, found))).Items,
            Flow = binding.Of("flow", "", [Data(parsed, "flow"), steps, references],
                found => Optional.Of(FlowFile.Read(Data(parsed, "flow"), steps, references, found))).Value,
            Print = binding.Of("print", "", [Data(parsed, "cards"), site, references],
                found => PrintFile.Read(Data(parsed, "cards"), site, references, found)),
            Facts = site.Facts,
            Words = binding.Of("words", "", [Data(parsed, "words"), language],
                found => WordListReader.Read(Data(parsed, "words"), language, found)),
            Frozen = FrozenEdition.All(parsed, binding),
            Attachments = binding.Of("attachments", "", [.. files.Attachments],
                found => Listed.Of(files.Attachments.Select(a => Attached(a.Address, a.File, binding)))).Items,
        }, [.. diagnostics]);
    }

    // Each by itself: what is made of a picture takes long, and is kept with it while its bytes are the same.
    private static Attachment Attached(string address, SourceFile file, Binding binding) => binding.Of("attachment", file.Path, [address, file], _ =>
        Path.GetExtension(address) is var ending && PictureKind.IsNamed(ending)
            ? new Attachment(address, file.Path, file.Bytes, new(file.Bytes, ending)) : new(address, file.Path, file.Bytes, null));

    private static YamlNode? Data(Parsed parsed, string file) => parsed.Data.GetValueOrDefault("content/" + parsed.Language.File(file));

    private static Page? Page(Filed? file, References references, Binding binding) => file is null ? null
        : binding.Of("page", file.Document.Path, [file, references], found => PageReader.Read(file, references, found));

    // Pages are many and know nothing of each other.
    private static ImmutableArray<Page> ReadPages(ImmutableArray<Filed> files, References references, Binding binding)
    {
        var pages = new Page[files.Length];
        var found = new List<Diagnostic>[files.Length];
        Parallel.For(0, files.Length, i => pages[i] = Page(files[i], references, binding with { Diagnostics = found[i] = [] })!);
        binding.Diagnostics.AddRange(found.SelectMany(f => f));
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

    private static References References(Parsed parsed, SiteFile site, Sorting files, ImmutableArray<ResourceEntry> resources)
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
            Leaving = LeavingFacts.Of(site.Facts, site.Settings.Date),
            PastFacts = Unique(site.Facts.Where(f => f.Validity.After == "mark" && f.Validity.Last?.Date < site.Settings.Date)
                .Select(f => KeyValuePair.Create(f.Name, PastFact(f, language)))),
            Today = site.Settings.Date,
            Files = addresses,
            ForEditors = files.ForEditors,
            AllowsHtml = site.Settings.AllowsHtml,
            Addresses = addresses.Values.ToFrozenSet(StringComparer.Ordinal),
            Moved = Unique(files.Aliased.Select(a => KeyValuePair.Create(Moves.Tidy(a.Alias), a.Filed.Address))),
            StepsOnceNamed = Unique(files.Steps.SelectMany(s => s.Aliases.Select(a => KeyValuePair.Create(Moves.NameIn(a, language), s.Slug)))),
        };
    }

    // A value that is the day itself, or its month, needs no day beside it.
    private static string PastFact(Fact fact, Language language)
    {
        var day = language.Day(fact.Validity.Last!.Date);
        return day.Contains(fact.Value, StringComparison.Ordinal) || fact.Value.Contains(day, StringComparison.Ordinal)
            ? language.Fill("fact_is_over", ("value", fact.Value))
            : language.Fill("fact_was_valid", ("value", fact.Value), ("date", day));
    }

    private static FrozenDictionary<string, string> Unique(IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.DistinctBy(p => p.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
}
