using System.Collections.Immutable;
using Trappa.Check;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Render;

namespace Trappa.Commands;

/// <summary>What to build and how; the same for <c>build</c> and <c>check</c>.</summary>
/// <param name="Root">The project's folder.</param>
/// <param name="Model">Date, address, drafts.</param>
/// <param name="Portable">Whether links end in <c>index.html</c>, for reading without a server.</param>
public sealed record BuildRequest(string Root, ModelOptions Model, bool Portable);

/// <summary>A site in memory, or what was wrong.</summary>
/// <param name="Language">The guide's language, for the messages.</param>
/// <param name="Files">The finished site; empty when there is an error.</param>
/// <param name="Pages">How many of the files are pages.</param>
/// <param name="Diagnostics">All that was found, in the order of files and lines.</param>
public sealed record BuildResult(
    Language Language, ImmutableArray<OutputFile> Files, int Pages, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is an error among the diagnostics.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Code.Severity == Severity.Error);
}

/// <summary>The stages in their order, up to a site in memory. Writes nothing.</summary>
public static class Pipeline
{
    /// <summary>Loads, parses, models, checks and renders.</summary>
    public static BuildResult Run(BuildRequest request)
    {
        var sources = Loader.Load(request.Root);
        var (parsed, parseFaults) = Parser.Parse(sources);
        var found = sources.Diagnostics.AddRange(parseFaults);
        // Files that could not be read would be missed by name everywhere else: one fault is told once.
        if (HasError(found))
        {
            var (_, more) = Modeler.Model(parsed, request.Model);
            return Failed(parsed.Language, found.AddRange(more.Where(d => IsOfOneFile(d.Code))));
        }
        var (guide, modelFaults) = Modeler.Model(parsed, request.Model);
        found = found.AddRange(modelFaults).AddRange(Checker.Check(new(guide, Layouts(parsed))));
        if (HasError(found))
        {
            return Failed(parsed.Language, found);
        }
        var (files, renderFaults) = Renderer.Render(guide, Templates.From(parsed.Templates), new() { Portable = request.Portable });
        found = found.AddRange(renderFaults);
        return HasError(found)
            ? Failed(parsed.Language, found)
            : new(parsed.Language, files, files.Count(f => f.Path.EndsWith(".html", StringComparison.Ordinal)), Sorted(found));
    }

    private static BuildResult Failed(Language language, ImmutableArray<Diagnostic> found) =>
        new(language, [], 0, Sorted(found));

    private static ImmutableArray<Diagnostic> Sorted(ImmutableArray<Diagnostic> found) =>
        [.. found.Distinct().OrderBy(d => d.Place).ThenBy(d => d.Code.Id, StringComparer.Ordinal)];

    private static bool HasError(ImmutableArray<Diagnostic> found) => found.Any(d => d.Code.Severity == Severity.Error);

    // Faults that stand in one file whatever the other files say.
    private static bool IsOfOneFile(Code code) => code == Codes.UnknownField || code == Codes.WrongType
        || code == Codes.MissingField || code == Codes.NotADate || code == Codes.UnknownValue || code == Codes.BadAddress
        || code == Codes.UnsafeLink;

    private static ImmutableArray<string> Layouts(Parsed parsed) =>
    [
        .. parsed.Templates.Keys
            .Where(k => k.StartsWith("layouts/", StringComparison.Ordinal))
            .Select(k => Path.GetFileNameWithoutExtension(k)),
    ];
}
