using System.Collections.Immutable;
using System.Text;
using Trappa.Check;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Printing;
using Trappa.Render;
using Trappa.Render.Print;
using Trappa.Words;

namespace Trappa.Commands;

/// <summary>What to build and how; the same for <c>build</c> and <c>check</c>.</summary>
/// <param name="Root">The project's folder.</param>
/// <param name="Model">Date, address, drafts.</param>
/// <param name="Portable">Whether links end in <c>index.html</c>, for reading without a server.</param>
public sealed record BuildRequest(string Root, ModelOptions Model, bool Portable)
{
    /// <summary>Whether PDFs of the print pages will be put beside them.</summary>
    public bool HasPdfs { get; init; }

    /// <summary>Paths of PDFs that will not be there although others are.</summary>
    public ImmutableArray<string> WithoutPdfs { get; init; } = [];

    /// <summary>Whether cards that are too full are built all the same.</summary>
    public bool Preview { get; init; }

    /// <summary>Whether texts are written in compressed form as well.</summary>
    public bool Compress { get; init; }

    /// <summary>A <c>node_modules</c> with what the editing page is made of; null where the page is left out.</summary>
    public string? EditorFolder { get; init; }

    /// <summary>What the environment says of its person's language, for where there is no guide to say it.</summary>
    public string Locale { get; init; } = "";

    /// <summary>Is told how many characters were read, before anything is made of them; null where nobody asks.</summary>
    public Action<long>? Expect { get; init; }

    /// <summary>What comes before a file's path in addresses that open it in an editor; null outside a preview.</summary>
    public string? EditRoot { get; init; }
}

/// <summary>A site in memory, or what was wrong.</summary>
/// <param name="Language">The guide's language, for the messages.</param>
/// <param name="Files">The finished site; empty when there is an error.</param>
/// <param name="Pages">How many of the files are pages.</param>
/// <param name="Diagnostics">All that was found, in the order of files and lines.</param>
/// <param name="Guide">The guide as far as it could be made, or null where its settings cannot be read.</param>
public sealed record BuildResult(
    Language Language, ImmutableArray<OutputFile> Files, int Pages, ImmutableArray<Diagnostic> Diagnostics, Guide? Guide = null)
{
    /// <summary>What of it can be printed to PDF.</summary>
    public ImmutableArray<PrintJob> Jobs { get; init; } = [];

    /// <summary>Whether there is an error among the diagnostics.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Code.Severity == Severity.Error);
}

/// <summary>A guide that was read and checked, and not rendered.</summary>
/// <param name="Language">The guide's language, for the messages.</param>
/// <param name="Guide">The guide; null where it could not be read at all. With an error it is good for nothing but further checks.</param>
/// <param name="Templates">The templates; null where the guide is.</param>
/// <param name="Diagnostics">All that was found, in the order of files and lines.</param>
public sealed record CheckedGuide(Language Language, Guide? Guide, Templates? Templates, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The files as syntax, for what asks where a word was written; null where the guide is.</summary>
    public Parsed? Parsed { get; init; }

    /// <summary>Whether there is an error among the diagnostics.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Code.Severity == Severity.Error);
}

/// <summary>The stages in their order, up to a site in memory. Writes nothing.</summary>
public static class Pipeline
{
    /// <summary>Loads, parses, models, checks and renders.</summary>
    /// <param name="request">What to build.</param>
    /// <param name="kept">What earlier builds made; nothing where it is left out.</param>
    public static BuildResult Run(BuildRequest request, Kept? kept = null)
    {
        kept ??= Kept.Nothing;
        var result = Render(request, Check(request, kept), kept);
        kept.EndBuild();
        return result;
    }

    private static BuildResult Render(BuildRequest request, CheckedGuide read, Kept kept)
    {
        if (read.HasErrors || read.Guide is null || read.Templates is null)
        {
            return Failed(read.Language, read.Diagnostics.AddRange(read.Templates?.Diagnostics(read.Language) ?? []), read.Guide);
        }
        var (editor, missing) = read.Guide.Site.Editing is not null && request.EditorFolder is { } folder
            ? EditorPackages.Read(folder, read.Language.Code) : (null, null);
        if (missing is not null)
        {
            return Failed(read.Language, read.Diagnostics.Add(new(Codes.EditPackageMissing, read.Guide.Site.Editing!.Place,
                ("package", missing), ("folder", request.EditorFolder!), ("packages", EditorPackages.Names))), read.Guide);
        }
        var (files, renderFaults) = Renderer.Render(read.Guide, read.Templates,
            new() { Editor = editor, Portable = request.Portable, HasPdfs = request.HasPdfs, WithoutPdfs = request.WithoutPdfs, Preview = request.Preview, EditRoot = request.EditRoot, Offline = !request.Portable && request.EditRoot is null }, kept);
        var found = read.Diagnostics.AddRange(renderFaults);
        var (jobs, signs) = OnPaper(read, read.Guide, files);
        found = found.AddRange(signs);
        return HasError(found)
            ? Failed(read.Language, found, read.Guide)
            : new(read.Language, files, files.Count(f => f.Path.EndsWith(".html", StringComparison.Ordinal)), Sorted(found), read.Guide)
            {
                Jobs = jobs,
            };
    }

    /// <summary>Loads, parses, models and checks.</summary>
    /// <param name="request">What to check.</param>
    /// <param name="kept">What earlier builds made; nothing where it is left out.</param>
    public static CheckedGuide Check(BuildRequest request, Kept? kept = null)
    {
        kept ??= Kept.Nothing;
        var sources = Loader.Load(request.Root, kept);
        request.Expect?.Invoke(sources.Content.Sum(f => (long?)f.Text?.Length ?? 0));
        var parsing = Task.Run(() => ParseTemplates(sources, kept));
        var (parsed, parseFaults) = Parser.Parse(sources, kept);
        var found = sources.Diagnostics.AddRange(parseFaults);
        var broken = found.Where(d => d.Code.Severity == Severity.Error).Select(d => d.Place.File).ToHashSet(StringComparer.Ordinal);
        if (broken.Contains("content"))
        {
            return new(Parser.LanguageFor(sources, request.Locale), null, null, Sorted(found));
        }
        // Names of fields, folders and addresses come of a project's own language, so all else would follow of it.
        found = found.AddRange(kept.Get("languages", "", [sources.Templates, parsed.Language], () => new Found(OwnLanguages.Check(sources, broken, parsed.Language))).Items);
        if (found.Any(d => d.Code.Severity == Severity.Error && d.Place.File.StartsWith("templates/strings/", StringComparison.Ordinal)))
        {
            return new(parsed.Language, null, null, Sorted(found));
        }
        // A settings file that cannot be read leaves the other files without sections and facts to be held against.
        if (broken.Contains(Parser.SitePath) && parsed.Site.Entries.IsEmpty)
        {
            return new(parsed.Language, null, null, Sorted(found));
        }
        var (guide, modelFaults) = Modeler.Model(parsed, request.Model, kept);
        // What is wrong with the steps may come of it.
        if (modelFaults.Any(d => d.Code == Codes.SectionNameTaken))
        {
            return new(parsed.Language, null, null, Sorted([.. found, .. modelFaults.Where(d => d.Place.File == Parser.SitePath)]));
        }
        var templates = parsing.GetAwaiter().GetResult();
        found = found.AddRange(UnusedTemplates.Check(sources, parsed));
        ImmutableArray<Diagnostic> faults = [.. modelFaults, .. Checker.Check(new(guide, [.. templates.Layouts], GuideWording.Wordings(parsed, guide)), kept)];
        // A quote that is not shown may be the one whose name is misspelt.
        var lacksQuote = faults.Any(d => d.Code == Codes.UnknownQuote || d.Code == Codes.AlmostQuote);
        found = found.AddRange(faults.Where(d => !Follows(d, broken, parsed.Language) && !(lacksQuote && d.Code == Codes.UnusedQuote)));
        return new(parsed.Language, guide, templates, Sorted(found)) { Parsed = parsed };
    }

    private sealed record Found(ImmutableArray<Diagnostic> Items);

    // Content and templates know nothing of each other: in a small guide they take as long, and two cores take them at once.
    private static Templates ParseTemplates(Sources sources, Kept kept)
    {
        var templates = kept.Get("parsed templates", "", [sources.Templates], () => Templates.From(sources.Templates, sources.OwnTemplates));
        _ = templates.Assets;
        return templates;
    }

    // What becomes PDFs, and the signs on them that their font lacks. In a language that the font is not for, they have what fonts
    // there are.
    private static (ImmutableArray<PrintJob> Jobs, IEnumerable<Diagnostic> Signs) OnPaper(CheckedGuide read, Guide guide, ImmutableArray<OutputFile> files)
    {
        var pdfs = PrintPages.Pdfs(guide).ToList();
        if (pdfs.Count == 0)
        {
            return ([], []);
        }
        var font = FontWidths.Read();
        var hasOtherFonts = !font.IsFor(guide.Language);
        var lacking = new List<Rune>();
        var jobs = ImmutableArray.CreateBuilder<PrintJob>();
        foreach (var pdf in pdfs)
        {
            var page = pdf.Address[1..] + "index.html";
            var signs = hasOtherFonts || files.FirstOrDefault(f => f.Path == page) is not { } file ? [] : PrintedSigns.Lacking(file, font);
            lacking.AddRange(signs);
            jobs.Add(new(page, pdf.File, pdf.Paper.Width, pdf.Paper.Height)
            {
                IsNumbered = pdf.IsNumbered,
                HasOtherFonts = hasOtherFonts,
                LacksSigns = !signs.IsEmpty,
            });
        }
        return (jobs.ToImmutable(), lacking.Count == 0 ? [] : SignsOnPaper.Find(GuideWording.Of(read.Parsed!, guide), [.. lacking.Distinct()]));
    }

    private static BuildResult Failed(Language language, ImmutableArray<Diagnostic> found, Guide? guide = null) =>
        new(language, [], 0, Sorted(found), guide);

    private static ImmutableArray<Diagnostic> Sorted(ImmutableArray<Diagnostic> found) =>
        [.. found.Distinct().OrderBy(d => d.Place).ThenBy(d => d.Code.Id, StringComparer.Ordinal)];

    private static bool HasError(ImmutableArray<Diagnostic> found) => found.Any(d => d.Code.Severity == Severity.Error);

    // Whether a fault may come of another file that cannot be read, or of one that could be read in part only: one
    // fault is told once. A name is looked for in those files alone that could have given it.
    private static bool Follows(Diagnostic fault, HashSet<string> broken, Language language)
    {
        bool InFolder(string name) => broken.Any(f => f.StartsWith("content/" + language.Folder(name) + "/", StringComparison.Ordinal));
        return broken.Count > 0 && fault.Code.Name switch
        {
            nameof(Codes.UnknownStep) or nameof(Codes.FlowUnknownTarget) or nameof(Codes.FlowOutcomeWithoutWords) => InFolder("steps"),
            nameof(Codes.UnknownQuote) => InFolder("quotes"),
            nameof(Codes.UnknownTerm) => InFolder("terms"),
            nameof(Codes.UnknownResource) => broken.Contains("content/" + language.File("resources")),
            nameof(Codes.UnknownFact) => broken.Contains(Parser.SitePath),
            nameof(Codes.LongWord) => broken.Contains("content/" + language.File("words")),
            nameof(Codes.UnknownLayout) => broken.Any(f => f.StartsWith("templates/", StringComparison.Ordinal)),
            nameof(Codes.UnknownPage) or nameof(Codes.UnknownPicture) or nameof(Codes.UnusedQuote) or nameof(Codes.SameAddress) or nameof(Codes.SameOrder) => true,
            _ => IsOfLack(fault.Code) && broken.Contains(fault.Place.File),
        };
    }

    // What is lacking in a file that could be read in part only.
    private static bool IsOfLack(Code code) => code == Codes.MissingField || code == Codes.QuoteWithoutText;
}
