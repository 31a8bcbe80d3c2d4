using System.Collections.Frozen;
using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>A document and what its path says of it.</summary>
/// <param name="Document">The file.</param>
/// <param name="Name">Its name without number and ending.</param>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Address">Root-absolute address.</param>
/// <param name="AddressPlace">Where the address is said.</param>
/// <param name="IsIndex">Whether it is its folder's own page.</param>
/// <param name="Aliases">Addresses that it had before, as they are written.</param>
internal sealed record Filed(
    Document Document, string Name, string Slug, string Address, Place AddressPlace, bool IsIndex, ImmutableArray<string> Aliases);

/// <summary>Which file is what, and at which address: told by folders and names alone.</summary>
internal sealed record Sorting
{
    private static readonly FrozenSet<string> Passed = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".pdf", ".txt", ".csv", ".mp3", ".mp4", ".ics", ".vcf");

    public required ImmutableArray<Filed> Steps { get; init; }
    public required ImmutableArray<Filed> Quotes { get; init; }
    public required ImmutableArray<Filed> Terms { get; init; }
    public required ImmutableArray<Filed> Pages { get; init; }
    public required Filed? Front { get; init; }
    public required Filed? About { get; init; }
    /// <summary>The README.md beside <c>site.yaml</c> or <c>index.md</c>, for those who edit: path below <c>content/</c>, or null.</summary>
    public required string? ForEditors { get; init; }
    public required ImmutableArray<(string Address, SourceFile File)> Attachments { get; init; }

    public static Sorting Sort(Parsed parsed, ModelOptions options, Binding binding)
    {
        var diagnostics = binding.Diagnostics;
        var language = parsed.Language;
        // Without site.yaml a folder called "steps" or "quotes" is a folder of pages like any other.
        var isGuide = parsed.Site.Entries.Length > 0;
        var steps = isGuide ? language.Folder("steps") : "\0";
        var quotes = isGuide ? language.Folder("quotes") : "\0";
        var terms = isGuide ? language.Folder("terms") : "\0";
        var indexes = Indexes(parsed);
        var forEditors = parsed.Documents.Where(d => IsForEditors(d, indexes)).ToList();
        var documents = parsed.Documents.Where(d => !forEditors.Contains(d))
            .Where(d => options.Drafts || !IsDraft(d, language))
            .Select(d => (Document: d, Below: Names.BelowContent(d.Path)))
            .ToList();
        Filed File((Document Document, string Below) d, string? at) =>
            binding.Of("name", d.Below, [d.Document, at, language, indexes.Contains(d.Document)], found => Named(d.Document, d.Below, at, indexes.Contains(d.Document), language, found));
        var front = FrontOf(parsed);
        var about = isGuide ? language.File("about") : "about.md";
        return new()
        {
            Steps = [.. documents.Where(d => Names.IsIn(d.Below, steps)).Select(d => File(d, language.Address("steps")))],
            Quotes = [.. documents.Where(d => Names.IsIn(d.Below, quotes)).Select(d => File(d, null))],
            Terms = [.. documents.Where(d => Names.IsIn(d.Below, terms)).Select(d => File(d, null))],
            Pages = [.. documents.Where(d => !Names.IsIn(d.Below, steps, quotes, terms) && d.Document != front && d.Below != about)
                .Select(d => File(d, null))],
            Front = documents.Where(d => d.Document == front).Select(d => File(d, "/")).FirstOrDefault(),
            About = documents.Where(d => d.Below == about).Select(d => File(d, language.Address("about"))).FirstOrDefault(),
            ForEditors = forEditors.Select(d => Names.BelowContent(d.Path)).FirstOrDefault(),
            Attachments = [.. Attached(parsed, language, diagnostics)],
        };
    }

    /// <summary>The file whose words are the front page's, or null.</summary>
    public static Document? FrontOf(Parsed parsed) => Indexes(parsed).FirstOrDefault(d => Names.FolderOf(d.Path) == "content");

    // A folder's own page is its index.md, or its README.md where it has none, as hosts of code show it. Beside site.yaml,
    // README.md is for those who edit the guide.
    private static HashSet<Document> Indexes(Parsed parsed) => parsed.Documents
        .GroupBy(d => Names.FolderOf(d.Path), StringComparer.Ordinal)
        .Select(g => g.FirstOrDefault(d => Names.FileOf(d.Path) == "index.md")
            ?? (g.Key == "content" && parsed.Site.Entries.Length > 0 ? null : g.FirstOrDefault(d => Names.IsReadme(d.Path))))
        .OfType<Document>()
        // One document is known from another by being another: all their words would have to be looked at to tell them apart.
        .ToHashSet<Document>(ReferenceEqualityComparer.Instance);

    private static bool IsForEditors(Document document, HashSet<Document> indexes) =>
        Names.IsReadme(document.Path) && Names.FolderOf(document.Path) == "content" && !indexes.Contains(document);

    /// <summary>What files are called, where they are and where they were, but nothing else of what is in them.</summary>
    public IEnumerable<object> NamesOfAll() => Addressed.Concat(Quotes).Concat(Terms)
        .Select(f => (object)(f.Document.Path, f.Name, f.Slug, f.Address, string.Join('\n', f.Aliases)))
        .Concat(Attachments.Select(a => (object)(a.File.Path, a.Address))).Append(ForEditors ?? "");

    /// <summary>Path below <c>content/</c> → address, for all that a link can lead to.</summary>
    public FrozenDictionary<string, string> Addresses(Language language)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var filed in Pages)
        {
            // A folder has a page of its own, with or without a file for it.
            for (var folder = Names.FolderOf(Names.BelowContent(filed.Document.Path)); folder.Length > 0; folder = Names.FolderOf(folder))
            {
                addresses[folder] = Names.FolderAddress(language, folder);
            }
        }
        foreach (var filed in Addressed)
        {
            addresses[Names.BelowContent(filed.Document.Path)] = filed.Address;
        }
        foreach (var (address, file) in Attachments)
        {
            addresses[Names.BelowContent(file.Path)] = address;
        }
        return addresses.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Each address that a step or page had before, as it is written, steps first.</summary>
    public IEnumerable<(string Alias, Filed Filed)> Aliased => Addressed.SelectMany(f => f.Aliases.Select(a => (a, f)));

    // What has a page of its own.
    private IEnumerable<Filed> Addressed => Steps.Concat(Pages).Concat(new[] { Front, About }.OfType<Filed>());

    private static Filed Named(Document document, string below, string? fixedAddress, bool isIndex, Language language, List<Diagnostic> diagnostics)
    {
        var file = Names.FileOf(below);
        var name = Names.Stem(file);
        var own = document.FrontMatter.Find(language.Field("slug")) as YamlText;
        var slug = language.Slug(own?.Value ?? name);
        if (slug.Length == 0 || (own is not null && slug != own.Value))
        {
            diagnostics.Add(new(Codes.BadSlug, own?.Place ?? new(document.Path), ("value", own?.Value ?? name),
                ("slug", slug.Length == 0 ? language.Reference("page") : slug), ("field", language.Field("slug"))));
        }
        var folder = Names.FolderAddress(language, Names.FolderOf(below));
        var isStep = fixedAddress == language.Address("steps");
        var address = isStep ? fixedAddress + slug + "/"
            : fixedAddress ?? (isIndex ? folder : folder + slug + "/");
        return new(document, name, slug, address, own?.Place ?? new(document.Path, 1, 1), isIndex, Aliases(document, language));
    }

    // What is wrong with them is told where the page is read.
    private static ImmutableArray<string> Aliases(Document document, Language language) =>
        document.FrontMatter.Find(language.Field("alias")) is null ? []
            : [.. new FieldReader(document.FrontMatter, FieldTable.Page, language, []).Texts("alias").Select(a => a.Value)];

    private static bool IsDraft(Document document, Language language) =>
        document.FrontMatter.Find(language.Field("draft")) is not null
        && new FieldReader(document.FrontMatter, FieldTable.Page, language, []).YesNo("draft", false);

    private static IEnumerable<(string, SourceFile)> Attached(Parsed parsed, Language language, List<Diagnostic> diagnostics)
    {
        foreach (var file in parsed.Others)
        {
            var below = Names.BelowContent(file.Path);
            if (Names.IsIn(below, language.Folder("editions")))
            {
                continue;
            }
            var ending = Path.GetExtension(below).ToLowerInvariant();
            if (!Passed.Contains(ending))
            {
                diagnostics.Add(new(Codes.UnknownFile, new(file.Path)));
                continue;
            }
            var name = language.Slug(Path.GetFileNameWithoutExtension(below));
            yield return (Names.FolderAddress(language, Names.FolderOf(below)) + name + ending, file);
        }
        var known = Parser.DataFiles.Select(language.File).ToHashSet(StringComparer.Ordinal);
        foreach (var path in parsed.Data.Keys.Where(p => !known.Contains(Names.BelowContent(p))))
        {
            diagnostics.Add(new(Codes.UnknownFile, new(path)));
        }
    }
}
