using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Languages;
using Trappa.Load;
using YamlDotNet.Core;

namespace Trappa.Parse;

/// <summary>Turns bytes into syntax with places kept.</summary>
public static class Parser
{
    /// <summary>The file of settings.</summary>
    public const string SitePath = "content/site.yaml";

    /// <summary>Parses all of a project. Files with faults are left out of the result, the rest is there.</summary>
    public static (Parsed Parsed, ImmutableArray<Diagnostic> Diagnostics) Parse(Sources sources, Kept? kept = null)
    {
        kept ??= Kept.Nothing;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var siteFile = Named(sources.Content, SitePath);
        var settings = kept.Get("settings", "", [siteFile, sources.Templates], () => ReadSettings(siteFile, sources.Templates));
        diagnostics.AddRange(settings.Diagnostics);
        var (site, language, markdown) = (settings.Site, settings.Language, settings.Markdown);

        var files = sources.Content;
        var documents = new Document?[files.Length];
        var data = new YamlNode?[files.Length];
        var faults = new ImmutableArray<Diagnostic>[files.Length];
        Parallel.For(0, files.Length, i =>
        {
            var file = files[i];
            var read = file == siteFile ? new(null, null, []) : kept.Get("parse", file.Path, [file, markdown], () => ParseFile(file, markdown));
            (documents[i], data[i], faults[i]) = (read.Document, read.Data, read.Diagnostics);
        });
        diagnostics.AddRange(faults.SelectMany(f => f));

        var byPath = ImmutableSortedDictionary.CreateBuilder<string, YamlNode>(StringComparer.Ordinal);
        for (var i = 0; i < files.Length; i++)
        {
            if (data[i] is { } node)
            {
                byPath[files[i].Path] = node;
            }
        }
        // Read all the same, so that nothing is told of what would have stood in it.
        foreach (var path in DataFiles.Select(name => "content/" + language.File(name)).Prepend(SitePath))
        {
            if (Named(files, path) is { } file && file.Path != path)
            {
                diagnostics.Add(new(Codes.AlmostFileName, new(file.Path), ("name", Path.GetFileName(file.Path)), ("right", Path.GetFileName(path))));
                if (byPath.Remove(file.Path, out var node))
                {
                    byPath[path] = node;
                }
            }
        }
        return (new()
        {
            Language = language,
            Markdown = markdown,
            Site = site,
            Documents = [.. documents.Where(d => d is not null)!],
            Data = byPath.ToImmutable(),
            Others = [.. files.Where(f => !IsMarkdown(f) && !IsYaml(f))],
            Templates = sources.Templates,
        }, diagnostics.ToImmutable());
    }

    /// <summary>Files that have a name of their own in each language, besides that of settings.</summary>
    internal static ImmutableArray<string> DataFiles { get; } = ["resources", "flow", "cards", "words"];

    // The file of a path, or where there is none the one that differs from it in the ending or in letters' case alone.
    private static SourceFile? Named(ImmutableArray<SourceFile> files, string path) => files.FirstOrDefault(f => f.Path == path)
        ?? files.FirstOrDefault(f => IsYaml(f) && Path.ChangeExtension(f.Path, ".yaml").Equals(path, StringComparison.OrdinalIgnoreCase));

    private sealed record Settings(YamlMap Site, Language Language, MarkdownParser Markdown, ImmutableArray<Diagnostic> Diagnostics);

    private sealed record Syntax(Document? Document, YamlNode? Data, ImmutableArray<Diagnostic> Diagnostics);

    private static Settings ReadSettings(SourceFile? file, ImmutableSortedDictionary<string, string> templates)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var site = ReadSite(file, diagnostics);
        var language = site is null && file is not null ? LanguageOfWords(Unix(file.Text!), templates) : ChooseLanguage(site, templates, diagnostics);
        // Half of the fields would be told of as unknown, whichever language was meant.
        site = diagnostics.Any(d => d.Code == Codes.LanguageByOtherWord) ? null : site;
        return new(site ?? new YamlMap(new(SitePath), []), language, new(language), diagnostics.ToImmutable());
    }

    private static Syntax ParseFile(SourceFile file, MarkdownParser markdown)
    {
        if (IsMarkdown(file))
        {
            var (frontMatter, text, faults) = FrontMatter.Split(file);
            var (tree, found) = markdown.Parse(text);
            return new(new(file.Path, frontMatter, text, tree), null, faults.AddRange(found));
        }
        if (IsYaml(file))
        {
            var (data, faults) = ReadYaml(file);
            return new(null, data, faults);
        }
        return new(null, null, []);
    }

    // Without a word in it, a file is one that lost what it said, or that is being written: taken for one that is not there,
    // it would take its part of the guide with it in silence.
    private static (YamlNode? Node, ImmutableArray<Diagnostic> Faults) ReadYaml(SourceFile file) => string.IsNullOrWhiteSpace(file.Text)
        ? (null, [new(Codes.EmptyFile, new(file.Path))])
        : YamlReader.Read(Unix(file.Text), new(file.Path, 1, 1));

    private static YamlMap? ReadSite(SourceFile? file, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (file is null)
        {
            return null;
        }
        var (node, faults) = ReadYaml(file);
        diagnostics.AddRange(faults);
        if (node is not (null or YamlMap))
        {
            diagnostics.Add(new(Codes.YamlSyntax, node.Place));
        }
        return node as YamlMap;
    }

    /// <summary>
    /// The language whose own word for "language" is a key of site.yaml with that language's code as its value
    /// (<c>språk: sv</c>); English where there is none. Where the word is one language's and the value another's, or
    /// none's that there is, the word tells which language its writer reads.
    /// </summary>
    private static Language ChooseLanguage(
        YamlMap? site, ImmutableSortedDictionary<string, string> templates, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var english = new Lazy<Language?>(() => Read("en", templates, new(() => null), diagnostics));
        var all = new Lazy<List<Language>>(() => [.. All(templates)]);
        foreach (var (key, value) in site?.Entries ?? [])
        {
            if (value is not YamlText { Value: { Length: > 0 } code })
            {
                continue;
            }
            var language = !templates.ContainsKey(FileOf(code)) ? null : code == "en" ? english.Value : Read(code, templates, english, diagnostics);
            if (language?.Field("language") == key.Value)
            {
                return language;
            }
            if (MayBeWordForLanguage(key.Value, templates) && all.Value.FirstOrDefault(l => l.Field("language") == key.Value) is { } reader)
            {
                diagnostics.Add(language is null
                    ? new(Codes.UnknownLanguage, value.Place, ("value", code), ("known", string.Join(", ", Known(templates))))
                    : new(Codes.LanguageByOtherWord, key.Place, ("name", key.Value), ("value", code), ("word", language.Field("language"))));
                return reader;
            }
        }
        return english.Value!;
    }

    // To read a language takes as long as many pages do, and most keys of settings are no word for language.
    private static bool MayBeWordForLanguage(string word, ImmutableSortedDictionary<string, string> templates) => Known(templates)
        .Select(code => templates[FileOf(code)])
        .Any(file => file.Contains("language: " + word, StringComparison.Ordinal) || file.Contains($"language: \"{word}\"", StringComparison.Ordinal) || file.Contains($"language: '{word}'", StringComparison.Ordinal));

    /// <summary>
    /// The language of settings that cannot be read, so that its writer is told of it in words that they read: the one
    /// that a line names as far as it goes (<c>språk sv</c>), or else the one that most lines begin in.
    /// </summary>
    private static Language LanguageOfWords(string text, ImmutableSortedDictionary<string, string> templates)
    {
        var lines = text.Split('\n').Select(l => l.TrimStart(' ', '\t', '-').Split([' ', ':', '\t'], 2)).ToList();
        var languages = All(templates).ToList();
        return languages.FirstOrDefault(l => lines.Any(w => w is [var word, var rest] && word == l.Field("language") && rest.Trim(' ', ':', '"', '\'') == l.Code))
            ?? languages.MaxBy(l => lines.Count(w => l.EnglishField(w[0]) is not null))!;
    }

    /// <summary>
    /// The language in which to speak with whoever stands in a project: the guide's, or where there is none the one that
    /// the environment asks for, if there are words for it.
    /// </summary>
    /// <param name="sources">What is in the project's folder.</param>
    /// <param name="locale">What the environment says, as <c>sv_SE.UTF-8</c>.</param>
    public static Language LanguageFor(Sources sources, string locale)
    {
        if (Named(sources.Content, SitePath) is { } settings)
        {
            return ReadSettings(settings, sources.Templates).Language;
        }
        var code = locale.Split('_', '.', '-')[0].ToLowerInvariant();
        var languages = All(sources.Templates).ToList();
        return languages.FirstOrDefault(l => l.Code == code) ?? languages[0];
    }

    // English first: it is its words that a language without them has.
    private static IEnumerable<Language> All(ImmutableSortedDictionary<string, string> templates)
    {
        var unused = ImmutableArray.CreateBuilder<Diagnostic>();
        var english = new Lazy<Language?>(() => Read("en", templates, new(() => null), unused));
        return Known(templates).OrderByDescending(code => code == "en").Select(code => code == "en" ? english.Value : Read(code, templates, english, unused)).OfType<Language>();
    }

    private static Language? Read(
        string code, ImmutableSortedDictionary<string, string> templates, Lazy<Language?> fallback,
        ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        // A project's own file that lacks a word, or cannot be read, leaves it to the one that comes along.
        var own = templates[FileOf(code)];
        var builtIn = BuiltInTemplates.Find(FileOf(code));
        try
        {
            return builtIn == own ? LanguageFile.ReadBuiltIn(code, own, fallback) : LanguageFile.Read(code, own, fallback, builtIn);
        }
        catch (YamlException e)
        {
            diagnostics.Add(new(Codes.YamlSyntax, new("templates/" + FileOf(code), (int)e.Start.Line, (int)e.Start.Column, 1)));
            return builtIn is null ? fallback.Value : LanguageFile.ReadBuiltIn(code, builtIn, fallback);
        }
    }

    private static string FileOf(string code) => "strings/" + code + ".yaml";

    private static IEnumerable<string> Known(ImmutableSortedDictionary<string, string> templates) => templates.Keys
        .Where(k => k.StartsWith("strings/", StringComparison.Ordinal))
        .Select(k => Path.GetFileNameWithoutExtension(k));

    private static bool IsMarkdown(SourceFile file) =>
        file.Text is not null && file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool IsYaml(SourceFile file) =>
        file.Text is not null && (file.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || file.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));

    private static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
