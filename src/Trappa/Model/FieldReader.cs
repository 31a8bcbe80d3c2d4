using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>
/// Takes typed fields out of a map by their English names and tells what is wrong with them. A field that nobody
/// took is unknown: call <see cref="End"/> last.
/// </summary>
internal sealed class FieldReader(YamlMap map, Language language, List<Diagnostic> diagnostics)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The value under the language's own name for a field.</summary>
    public YamlNode? Node(string english) => Named(language.Field(english));

    /// <summary>The value under a name that the guide itself declared.</summary>
    public YamlNode? Named(string name)
    {
        _known.Add(name);
        return map.Find(name);
    }

    /// <summary>A text with its place, or null where there is none.</summary>
    public YamlText? Text(string english) => AsText(language.Field(english), Node(english));

    /// <summary>A text that must be there and not be empty; null when it is not, which is told.</summary>
    public YamlText? Required(string english)
    {
        var name = language.Field(english);
        var node = Node(english);
        if (node is null or YamlText { Value: "" })
        {
            diagnostics.Add(new(Codes.MissingField, node?.Place ?? map.Place, ("name", name)));
            return null;
        }
        return AsText(name, node);
    }

    /// <summary>A list of texts; one text alone counts as a list of one.</summary>
    public ImmutableArray<YamlText> Texts(string english) => AsTexts(language.Field(english), Node(english));

    /// <summary>A list of texts under a declared name.</summary>
    public ImmutableArray<YamlText> NamedTexts(string name) => AsTexts(name, Named(name));

    /// <summary>A text under a declared name.</summary>
    public YamlText? NamedText(string name) => AsText(name, Named(name));

    /// <summary>A map under a declared name.</summary>
    public YamlMap? NamedMap(string name) => As<YamlMap>(name, Named(name), "type_map");

    /// <summary>A map, or null.</summary>
    public YamlMap? Map(string english) => As<YamlMap>(language.Field(english), Node(english), "type_map");

    /// <summary>A list, or null.</summary>
    public YamlList? List(string english) => As<YamlList>(language.Field(english), Node(english), "type_list");

    /// <summary>A list that must be there and have something in it; null when there is none, which is told.</summary>
    public YamlList? RequiredList(string english)
    {
        var node = Node(english);
        if (node is null or YamlText { Value: "" } or YamlList { Items.IsEmpty: true })
        {
            diagnostics.Add(new(Codes.MissingField, node?.Place ?? map.Place, ("name", language.Field(english))));
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
        if (int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        Wrong(language.Field(english), text, "type_number");
        return null;
    }

    /// <summary>A whole number from 1 up, or null.</summary>
    public int? Positive(string english)
    {
        if (Text(english) is not { } text)
        {
            return null;
        }
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }
        Wrong(language.Field(english), text, "type_positive");
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

    /// <summary>One of a few words; its English name, or null where there is none or it is none of them.</summary>
    public string? Choice(string english, params ReadOnlySpan<string> allowed)
    {
        if (Text(english) is not { } text)
        {
            return null;
        }
        var words = new List<string>();
        foreach (var word in allowed)
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

    /// <summary>Tells of each field that was not taken.</summary>
    public void End()
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!_known.Contains(key.Value))
            {
                diagnostics.Add(new(Codes.UnknownField, key.Place,
                    ("name", key.Value), ("suggestion", Nearest.Suggestion(language, key.Value, _known))));
            }
        }
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

    private void Wrong(string name, YamlNode node, string wanted) => diagnostics.Add(new(Codes.WrongType, node.Place,
        ("name", name), ("wanted", language.Word(wanted)), ("found", Found(node))));

    private string Found(YamlNode node) => node switch
    {
        YamlText text => language.Quoted(text.Value),
        YamlList => language.Word("type_list"),
        _ => language.Word("type_map"),
    };
}
