using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Trappa.Languages;

/// <summary>Reads a language's file into flat entries: dotted path → text.</summary>
public static partial class LanguageFile
{
    /// <summary>The language with this code over the text of its file.</summary>
    /// <param name="code">BCP 47 code, as the file is named.</param>
    /// <param name="yaml">The file.</param>
    /// <param name="fallback">The language for what this one lacks: English, or none.</param>
    /// <param name="below">Another file of the same language, for what this one lacks: the one that comes along.</param>
    /// <exception cref="YamlException">The file is not YAML; the caller tells its user where.</exception>
    public static Language Read(string code, string yaml, Lazy<Language?> fallback, string? below = null)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        if (below is not null)
        {
            ReadInto(entries, below);
        }
        ReadInto(entries, yaml);
        return new(code, entries.GroupBy(e => Language.SectionOf(e.Key).ToString(), StringComparer.Ordinal)
            .ToFrozenDictionary(s => s.Key, s => new Lazy<Dictionary<string, string>>(s.ToDictionary(StringComparer.Ordinal)), StringComparer.Ordinal), fallback);
    }

    /// <summary>
    /// A language that comes along, section by section as they are asked for: most of its file is messages, and to read
    /// those takes as long as ten pages do.
    /// </summary>
    /// <param name="code">BCP 47 code, as the file is named.</param>
    /// <param name="yaml">The file, which is known to be YAML and has its sections at the margin.</param>
    /// <param name="fallback">The language for what this one lacks: English, or none.</param>
    public static Language ReadBuiltIn(string code, string yaml, Lazy<Language?> fallback) =>
        new(code, Sections(yaml).ToFrozenDictionary(s => s.Name, s => new Lazy<Dictionary<string, string>>(() =>
        {
            var entries = new Dictionary<string, string>(StringComparer.Ordinal);
            ReadInto(entries, s.Text);
            return entries;
        }), StringComparer.Ordinal), fallback);

    private static IEnumerable<(string Name, string Text)> Sections(string yaml)
    {
        var names = SectionName().Matches(yaml);
        return names.Select((name, i) => (name.Value, yaml[name.Index..(i + 1 < names.Count ? names[i + 1].Index : yaml.Length)]));
    }

    [GeneratedRegex("^[a-z_]+(?=:)", RegexOptions.Multiline)]
    private static partial Regex SectionName();

    private static void ReadInto(Dictionary<string, string> entries, string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            while (parser.MoveNext() && parser.Current is not (MappingStart or StreamEnd))
            {
            }
            if (parser.Current is MappingStart)
            {
                ReadMap(parser, "", entries, 0);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The library falls over some texts that are none of YAML's; what it read last is near.
            var near = parser.Current?.End ?? new Mark(0, 1, 1);
            throw new YamlException(near, near, e.Message);
        }
    }

    private static void ReadMap(Parser parser, string path, Dictionary<string, string> entries, int depth)
    {
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            var key = parser.Current is Scalar scalar ? scalar.Value : "";
            parser.MoveNext();
            ReadValue(parser, path.Length == 0 ? key : path + "." + key, entries, depth);
        }
    }

    private static void ReadValue(Parser parser, string path, Dictionary<string, string> entries, int depth)
    {
        if (depth > 8)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, "too deep");
        }
        switch (parser.Current)
        {
            case Scalar scalar:
                entries[path] = scalar.Value;
                break;
            case MappingStart:
                ReadMap(parser, path, entries, depth + 1);
                break;
            case SequenceStart:
                // A list stands in the place of the one below it, which may be longer.
                foreach (var item in entries.Keys.Where(k => k.StartsWith(path + ".", StringComparison.Ordinal)).ToList())
                {
                    entries.Remove(item);
                }
                for (var i = 0; parser.MoveNext() && parser.Current is not SequenceEnd; i++)
                {
                    ReadValue(parser, path + "." + i.ToString(CultureInfo.InvariantCulture), entries, depth + 1);
                }
                break;
        }
    }
}
