using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Trappa.Diagnostics;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Check;

/// <summary>TR017: a file among a project's templates that stands in no built-in one's place and that nothing asks for.</summary>
internal static partial class UnusedTemplates
{
    private const string Layouts = "layouts/", Partials = "partials/", Strings = "strings/", Assets = "assets/";

    private const int FewLetters = 2;

    // Folders of files that are put together, whatever they are called; and those where a folder is a layout's.
    private static readonly ImmutableArray<string> OfLayouts = [Assets + "css/", Assets + "js/"];

    public static IEnumerable<Diagnostic> Check(Sources sources, Parsed parsed)
    {
        var builtIn = sources.Templates.Keys.Where(k => !sources.OwnTemplates.Contains(k));
        foreach (var path in sources.OwnTemplates.Where(p => !IsUsed(p, sources, parsed)).Order(StringComparer.Ordinal))
        {
            // Nearer than other names have to be: half of a path is its folder and ending, which most have.
            var near = builtIn.Where(b => Nearest.Distance(path, b) <= FewLetters).ToList();
            yield return new(Codes.UnusedTemplate, new("templates/" + path),
                ("suggestion", near.Count == 0 ? "" : Nearest.Suggestion(parsed.Language, path, near)));
        }
    }

    private static bool IsUsed(string path, Sources sources, Parsed parsed)
    {
        if (BuiltInTemplates.Find(path) is not null)
        {
            return true;
        }
        var isHtml = path.EndsWith(".html", StringComparison.Ordinal);
        if (isHtml && path.StartsWith(Layouts, StringComparison.Ordinal))
        {
            return IsAskedFor(path[Layouts.Length..^".html".Length], parsed);
        }
        if (isHtml && path.StartsWith(Partials, StringComparison.Ordinal))
        {
            return IsIncluded(path[Partials.Length..^".html".Length], sources);
        }
        // A folder of style sheets or scripts is for the layout of that name.
        if (OfLayouts.FirstOrDefault(f => path.StartsWith(f, StringComparison.Ordinal)) is { } folder)
        {
            var layout = Path.GetDirectoryName(path[folder.Length..])!;
            return layout.Length == 0 || sources.Templates.ContainsKey(Layouts + layout + ".html")
                || sources.Templates.Keys.Any(k => k.StartsWith($"{folder}{layout}/", StringComparison.Ordinal) && !sources.OwnTemplates.Contains(k));
        }
        // A template may link to any other of the assets.
        return path.StartsWith(Assets, StringComparison.Ordinal)
            || (path.StartsWith(Strings, StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal));
    }

    private static bool IsAskedFor(string layout, Parsed parsed) => parsed.Documents
        .Any(d => d.FrontMatter.Find(parsed.Language.Field("layout")) is YamlText text && text.Value == layout);

    // By its name between quotation marks. Where a template of the project's works out what to include, it may be any.
    private static bool IsIncluded(string partial, Sources sources) => sources.Templates
        .Any(t => t.Key.EndsWith(".html", StringComparison.Ordinal)
            && (t.Value.Contains($"'{partial}'", StringComparison.Ordinal) || t.Value.Contains($"\"{partial}\"", StringComparison.Ordinal)
                || (sources.OwnTemplates.Contains(t.Key) && WorkedOut().IsMatch(t.Value))));

    [GeneratedRegex(@"\binclude\s+[^'""\s]")]
    private static partial Regex WorkedOut();
}
