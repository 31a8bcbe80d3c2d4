using System.Collections.Immutable;
using System.Text.Json;
using Trappa.Diagnostics;
using Trappa.Load;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>An edition of before, kept as it was.</summary>
/// <param name="Name">Its file's name and its folder on the site: <c>2024-04</c>.</param>
/// <param name="Guide">The guide as it was.</param>
/// <param name="Path">The file it is kept in, from the project's folder.</param>
/// <param name="Lines">Line of that file on which each of the edition's own files begins, by path; 1-based.</param>
public sealed record FrozenEdition(string Name, Guide Guide, string Path, ImmutableDictionary<string, int> Lines)
{
    /// <summary>Where a file of the edition stands now.</summary>
    public Place PlaceOf(Place place) => new(Path, Lines.GetValueOrDefault(place.File));

    /// <summary>All frozen editions of a project, the oldest first.</summary>
    internal static ImmutableArray<FrozenEdition> All(Parsed parsed, Binding binding)
    {
        var folder = "content/" + parsed.Language.Folder("editions") + "/";
        return binding.Of("editions", "", [.. Files(parsed, folder), parsed.Templates],
            found => Listed.Of(Files(parsed, folder).Select(f => Read(f, parsed, found)).OfType<FrozenEdition>()
                .OrderBy(e => e.Guide.Site.Edition?.Year).ThenBy(e => e.Guide.Site.Edition?.Month).ThenBy(e => e.Name, StringComparer.Ordinal))).Items;
    }

    private static IEnumerable<SourceFile> Files(Parsed parsed, string folder) => parsed.Others
        .Where(f => f.Text is not null && f.Path.StartsWith(folder, StringComparison.Ordinal) && f.Path.EndsWith(".json", StringComparison.Ordinal));

    private static FrozenEdition? Read(SourceFile file, Parsed parsed, List<Diagnostic> found)
    {
        try
        {
            var frozen = FrozenFile.Read(file.Text!);
            var (syntax, parseFaults) = Parser.Parse(new(frozen.Sources(), parsed.Templates, [], []));
            var (guide, modelFaults) = Modeler.Model(syntax, new(frozen.Date));
            if (parseFaults.Concat(modelFaults).FirstOrDefault(d => d.Code.Severity == Severity.Error) is { } fault)
            {
                found.Add(new(Codes.EditionUnreadable, new(file.Path), ("reason", $"{fault.Place}: {fault.Message(parsed.Language)}")));
                return null;
            }
            var name = parsed.Language.Slug(System.IO.Path.GetFileNameWithoutExtension(file.Path));
            return new(name, guide with { Under = "/" + name }, file.Path, LinesOf(file.Text!));
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            var at = e as JsonException;
            found.Add(new(Codes.EditionUnreadable, at?.LineNumber is { } line
                ? new(file.Path, (int)line + 1, (int)(at.BytePositionInLine ?? 0) + 1) : new(file.Path), ("reason", e.Message.Split(" Path:")[0].ReplaceLineEndings(" "))));
            return null;
        }
    }

    private static ImmutableDictionary<string, int> LinesOf(string text)
    {
        const string Mark = "\"path\": \"";
        var lines = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = line.Trim();
            if (words.StartsWith(Mark, StringComparison.Ordinal))
            {
                lines[words[Mark.Length..].TrimEnd(',').TrimEnd('"')] = number;
            }
        }
        return lines.ToImmutable();
    }
}
