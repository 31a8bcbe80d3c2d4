using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Check;

/// <summary>
/// A project's own files of language beside the English one that comes along, which has every key that the code knows.
/// A key that is misspelt would leave its word in English, and a field or folder that cannot be one would break the site.
/// </summary>
internal static partial class OwnLanguages
{
    private const string Folder = "strings/";

    // What stands here is written by editors or is part of an address: none of it may be empty.
    private static readonly ImmutableArray<string> NameSections = ["fields", "values", "folders", "files", "references", "addresses"];

    private static readonly ImmutableArray<string> Directions = ["ltr", "rtl"];

    /// <param name="sources">What is in the project's folder.</param>
    /// <param name="broken">Files that are told of already.</param>
    /// <param name="language">The guide's language.</param>
    public static ImmutableArray<Diagnostic> Check(Sources sources, HashSet<string> broken, Language language)
    {
        var own = sources.OwnTemplates.Where(p => p.StartsWith(Folder, StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal)
            && !broken.Contains("templates/" + p)).Order(StringComparer.Ordinal).ToList();
        if (own.Count == 0)
        {
            return [];
        }
        var text = BuiltInTemplates.Find(Folder + "en.yaml")!;
        var english = (YamlMap)YamlReader.Read(text, new("en.yaml", 1, 1)).Node!;
        var fallback = new Lazy<Language?>(() => LanguageFile.ReadBuiltIn("en", text, new(() => null)));
        var diagnostics = new List<Diagnostic>();
        foreach (var path in own)
        {
            var (node, faults) = YamlReader.Read(sources.Templates[path].Replace("\r\n", "\n", StringComparison.Ordinal), new("templates/" + path, 1, 1));
            diagnostics.AddRange(faults);
            if (node is YamlMap map)
            {
                Compare(map, english, "", diagnostics, language, key => IsAskedFor(sources, key));
                var code = Path.GetFileNameWithoutExtension(path);
                Names(map, LanguageFile.Read(code, sources.Templates[path], fallback, BuiltInTemplates.Find(path)), english, diagnostics);
            }
            else if (faults.IsEmpty)
            {
                diagnostics.Add(node is null ? new(Codes.EmptyFile, new("templates/" + path))
                    : FieldReader.WrongType(Path.GetFileName(path), node, "type_map", language));
            }
        }
        return [.. diagnostics];
    }

    // A template of the project's own may have words of its own.
    private static bool IsAskedFor(Sources sources, string key) => sources.OwnTemplates
        .Any(p => p.EndsWith(".html", StringComparison.Ordinal) && sources.Templates[p].Contains("t." + key, StringComparison.Ordinal));

    private static void Compare(
        YamlMap own, YamlMap english, string path, List<Diagnostic> diagnostics, Language language, Func<string, bool> isAskedFor)
    {
        foreach (var (key, value) in own.Entries)
        {
            var inner = path.Length == 0 ? key.Value : path + "." + key.Value;
            // Rules for the letters of an address are each language's own; English has none.
            var known = path == "language.slug" ? key : english.Find(key.Value);
            if (known is null)
            {
                if (path != "ui" || !isAskedFor(key.Value))
                {
                    diagnostics.Add(new(Codes.UnknownField, key.Place, ("name", key.Value),
                        ("suggestion", Nearest.Suggestion(language, key.Value, english.Entries.Select(e => e.Key.Value)))));
                }
                continue;
            }
            switch (known, value)
            {
                case (YamlMap, YamlText { Value: "" }):
                    break;
                case (YamlMap map, YamlMap group):
                    Compare(group, map, inner, diagnostics, language, isAskedFor);
                    break;
                case (YamlList, YamlList list):
                    diagnostics.AddRange(list.Items.Where(i => i is not YamlText).Select(i => FieldReader.WrongType(key.Value, i, "type_text", language)));
                    break;
                case (YamlText, YamlText text):
                    Text(text, key, path, english, diagnostics, language);
                    break;
                default:
                    diagnostics.Add(FieldReader.WrongType(key.Value, value, known is YamlMap ? "type_map" : known is YamlList ? "type_list" : "type_text", language));
                    break;
            }
        }
    }

    private static void Text(YamlText text, YamlText key, string path, YamlMap english, List<Diagnostic> diagnostics, Language language)
    {
        var englishText = (english.Find(key.Value) as YamlText)?.Value ?? "";
        if (NameSections.Contains(path) && text.Value.Length == 0)
        {
            diagnostics.Add(new(Codes.MissingField, text.Place, ("name", key.Value)));
        }
        else if ((path == "addresses" && !text.Value.Split('/').All(IsSlug))
            || (path == "folders" && !IsSlug(text.Value))
            || (path == "files" && (Path.GetExtension(text.Value) != Path.GetExtension(englishText) || !IsSlug(Path.GetFileNameWithoutExtension(text.Value)))))
        {
            diagnostics.Add(new(Codes.BadNameInLanguage, text.Place, ("name", key.Value), ("value", text.Value), ("example", englishText)));
        }
        else if (path == "language" && key.Value == "direction" && !Directions.Contains(text.Value))
        {
            diagnostics.Add(new(Codes.UnknownValue, text.Place, ("name", key.Value), ("value", text.Value), ("allowed", string.Join(", ", Directions))));
        }
        else if (path == "ui" || (path.StartsWith("messages.", StringComparison.Ordinal) && key.Value is "text" or "remedy"))
        {
            // What is filled into a message is filled into what to do about it as well.
            var known = path == "ui" ? Placeholders(englishText)
                : Placeholders(string.Concat(english.Entries.Where(e => e.Key.Value is "text" or "remedy").Select(e => (e.Value as YamlText)?.Value)));
            diagnostics.AddRange(Placeholders(text.Value).Except(known).Select(name => new Diagnostic(Codes.UnknownPlaceholder, text.Place,
                ("name", name), ("key", key.Value), ("suggestion", known.Count == 0 ? "" : Nearest.Suggestion(language, name, known)))));
        }
    }

    private static bool IsSlug(string part) => part.Length > 0 && part[0] != '-' && part[^1] != '-'
        && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    // Two names that stand beside each other and read the same: one of them would never be found.
    private static void Names(YamlMap map, Language own, YamlMap english, List<Diagnostic> diagnostics)
    {
        var groups = FieldTable.Files.SelectMany(f => f.WithInner()).Distinct().ToList();
        var sets = groups.Select(g => (Section: "fields", Keys: g.Fields.Select(f => f.Name), Word: (Func<string, string>)own.Field))
            .Concat(groups.SelectMany(g => g.Fields).Where(f => f.Kind == FieldKind.Choice).Select(f => (Section: "values", Keys: f.Choices.AsEnumerable(), Word: (Func<string, string>)own.Value)))
            .Append(("values", ["yes", "no"], own.Value))
            .Append(("folders", Keys("folders"), own.Folder))
            .Append(("files", Keys("files"), own.File))
            .Append(("references", Keys("references"), own.Reference))
            .Append(("addresses", Keys("addresses"), own.Address));
        IEnumerable<string> Keys(string section) => (english.Find(section) as YamlMap)!.Entries.Select(e => e.Key.Value);
        foreach (var (section, keys, word) in sets)
        {
            foreach (var same in keys.GroupBy(word, StringComparer.Ordinal).Where(s => s.Count() > 1))
            {
                // Told at the last that this file has; the other may be English, which is there where nothing else is.
                var entries = (map.Find(section) as YamlMap)?.Entries ?? [];
                if (entries.LastOrDefault(e => same.Contains(e.Key.Value)) is (not null, YamlText { Value.Length: > 0 } text) last)
                {
                    diagnostics.Add(new(Codes.SameNameInLanguage, text.Place, ("name", text.Value), ("key", last.Key.Value),
                        ("other", same.First(k => k != last.Key.Value))));
                }
            }
        }
    }

    [GeneratedRegex(@"(?<!\{)\{([\p{L}_]+)\}")]
    private static partial Regex Placeholder();
}
