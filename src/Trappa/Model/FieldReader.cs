using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>
/// Takes typed fields out of a map by their English names and tells what is wrong with them, as the table of fields
/// (<see cref="FieldTable"/>) has it. A field that nobody took is unknown: call <see cref="End"/> last.
/// </summary>
internal sealed class FieldReader(YamlMap map, FieldGroup group, Language language, List<Diagnostic> diagnostics)
{
    private readonly HashSet<string> _known = new(16, StringComparer.Ordinal);
    private readonly List<(string Name, Diagnostic Told)> _missing = [];

    /// <summary>The value under the language's own name for a field.</summary>
    public YamlNode? Node(string english) => Find(language.Field(group[english].Name));

    /// <summary>A text with its place, or null where there is none; one that must be there is told of.</summary>
    public YamlText? Text(string english) =>
        group[english].IsRequired && group[english].InsteadOf is null ? Required(english) : OneLine(AsText(language.Field(english), Node(english)), group[english]);

    /// <summary>A text that must be there, as other fields are; null when it is missing or empty, which is told.</summary>
    public YamlText? Required(string english)
    {
        var name = language.Field(english);
        var node = Node(english);
        if (node is null or YamlText { Value: "" })
        {
            Miss(name, node);
            return null;
        }
        return OneLine(AsText(name, node), group[english]);
    }

    /// <summary>A list of texts; one text alone counts as a list of one.</summary>
    public ImmutableArray<YamlText> Texts(string english) => AsTexts(language.Field(english), Node(english));

    /// <summary>A list of texts under a declared name.</summary>
    public ImmutableArray<YamlText> NamedTexts(string name) => AsTexts(name, Declared(name));

    /// <summary>A text under a declared name.</summary>
    public YamlText? NamedText(string name) => OneLine(AsText(name, Declared(name)), group.OpenAs);

    /// <summary>A map under a declared name.</summary>
    public YamlMap? NamedMap(string name) => As<YamlMap>(name, Declared(name), "type_map");

    /// <summary>A map, or null.</summary>
    public YamlMap? Map(string english) => As<YamlMap>(language.Field(english), Node(english), "type_map");

    /// <summary>A list, or null; one that must be there and have something in it is told of.</summary>
    public YamlList? List(string english)
    {
        var node = Node(english);
        if (group[english].IsRequired && node is null or YamlText { Value: "" } or YamlList { Items.IsEmpty: true })
        {
            Miss(language.Field(english), node);
            return null;
        }
        return As<YamlList>(language.Field(english), node, "type_list");
    }

    /// <summary>A whole number, or null.</summary>
    public int? Number(string english)
    {
        if (Text(english) is not { } text)
        {
            return null;
        }
        var (least, most) = (group[english].Least, group[english].Most);
        if (int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && !(number < least) && !(number > most))
        {
            return number;
        }
        Wrong(language.Field(english), text, least is null ? "type_number" : most is null ? "type_from" : "type_between", ("least", I(least)), ("most", I(most)));
        return null;
    }

    /// <summary>A number of millimetres, to a hundredth: 85, 13.5 or 13,5, with or without the unit.</summary>
    public double? Measure(string english)
    {
        if (Text(english) is not { } text)
        {
            return null;
        }
        var (least, most) = (group[english].Least ?? 0, group[english].Most ?? int.MaxValue);
        var number = text.Value.Replace("mm", "", StringComparison.Ordinal).Trim().Replace(',', '.');
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return Math.Round(value, 2);
        }
        diagnostics.Add(new(Codes.BadMeasure, text.Place, ("name", language.Field(english)), ("value", text.Value),
            ("least", least.ToString(CultureInfo.InvariantCulture)), ("most", most.ToString(CultureInfo.InvariantCulture))));
        return null;
    }

    /// <summary>Yes or no, in the language's words or YAML's true and false; the given value where there is none.</summary>
    public bool YesNo(string english, bool otherwise)
    {
        if (Text(english) is not { } text)
        {
            return otherwise;
        }
        if (text.Value == language.Value("yes") || text.Value is "true" or "yes")
        {
            return true;
        }
        if (text.Value == language.Value("no") || text.Value is "false" or "no")
        {
            return false;
        }
        Wrong(language.Field(english), text, "type_yes_no");
        return otherwise;
    }

    /// <summary>A date as ISO 8601 writes it (2024-04-30), or null.</summary>
    public DateOnly? Date(string english) => Date(Text(english), "yyyy-MM-dd");

    /// <summary>A month as ISO 8601 writes it (2024-04), as its first day.</summary>
    public DateOnly? Month(string english) => Date(Text(english), "yyyy-MM");

    /// <summary>One of the field's few words; its English name, or null where there is none or it is none of them.</summary>
    public string? Choice(string english)
    {
        if (Text(english) is not { } text)
        {
            return null;
        }
        var words = new List<string>();
        foreach (var word in group[english].Choices)
        {
            if (text.Value == language.Value(word))
            {
                return word;
            }
            words.Add(language.Value(word));
        }
        diagnostics.Add(new(Codes.UnknownValue, text.Place,
            ("name", language.Field(english)), ("value", text.Value), ("allowed", string.Join(", ", words))));
        return null;
    }

    /// <summary>Tells of each field that was not taken. One that is missing under its own name and there under one much like it is misspelt, which is one fault.</summary>
    public void End()
    {
        foreach (var (key, _) in map.Entries)
        {
            if (_known.Contains(key.Value))
            {
                continue;
            }
            foreach (var (_, told) in _missing.Where(m => Nearest.IsNear(key.Value, m.Name)))
            {
                diagnostics.Remove(told);
            }
            diagnostics.Add(new(Codes.UnknownField, key.Place,
                ("name", key.Value), ("suggestion", Nearest.Suggestion(language, key.Value, _known))));
        }
    }

    private void Miss(string name, YamlNode? node)
    {
        var told = new Diagnostic(Codes.MissingField, node?.Place ?? map.Place, ("name", name));
        diagnostics.Add(told);
        if (node is null)
        {
            _missing.Add((name, told));
        }
    }

    private YamlNode? Declared(string name) => group.Open is not null ? Find(name)
        : throw new InvalidOperationException($"By the table, '{group.Name}' has no fields but its own: '{name}'.");

    private YamlNode? Find(string name)
    {
        _known.Add(name);
        return map.Find(name);
    }

    private DateOnly? Date(YamlText? text, string form)
    {
        if (text is null)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text.Value, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        diagnostics.Add(new(Codes.NotADate, text.Place, ("value", text.Value)));
        return null;
    }

    private YamlText? AsText(string name, YamlNode? node) => As<YamlText>(name, node, "type_text");

    // A name or a title written over several lines is a line all the same. Each letter keeps its place.
    private static YamlText? OneLine(YamlText? text, Field? field) => text is null || field?.Kind != FieldKind.Line ? text
        : text with { Value = text.Value.Replace('\n', ' ').TrimEnd() };

    private ImmutableArray<YamlText> AsTexts(string name, YamlNode? node) => node switch
    {
        null => [],
        YamlText { Value: "" } => [],
        YamlText text => [text],
        YamlList list => [.. list.Items.Select(i => AsText(name, i)).OfType<YamlText>()],
        _ => WrongList(name, node),
    };

    private ImmutableArray<YamlText> WrongList(string name, YamlNode node)
    {
        Wrong(name, node, "type_list");
        return [];
    }

    private T? As<T>(string name, YamlNode? node, string wanted)
        where T : YamlNode
    {
        if (node is null or T || (node is YamlText { Value: "" }))
        {
            return node as T;
        }
        Wrong(name, node, wanted);
        return null;
    }

    private void Wrong(string name, YamlNode node, string wanted, params ReadOnlySpan<(string Name, string Value)> values) =>
        diagnostics.Add(WrongType(name, node, wanted, language, values));

    private static string I(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>
    /// Tells that something else stands where a text, a list or the like is wanted, and how such a thing is written. Fields
    /// where a text is wanted are most often a text with a colon in it.
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="node">What stands there.</param>
    /// <param name="wanted">Key of the word for what is wanted: <c>type_text</c> …</param>
    /// <param name="language">The guide's language.</param>
    /// <param name="values">What fills those words.</param>
    public static Diagnostic WrongType(
        string name, YamlNode node, string wanted, Language language, params ReadOnlySpan<(string Name, string Value)> values) => new(Codes.WrongType, node.Place,
        ("name", name), ("wanted", language.Fill(wanted, values)), ("how", language.Fill(wanted == "type_text" && node is YamlMap ? "how_type_text_with_colon" : "how_" + wanted, values)), ("found", node switch
        {
            YamlText text => language.Quoted(text.Value),
            YamlList => language.Word("type_list"),
            _ => language.Word("type_map"),
        }));
}
