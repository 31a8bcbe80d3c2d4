using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Schemas;

/// <summary>
/// The table of fields as JSON Schema, so that editors' programs complete and check YAML while it is written. Draft 7,
/// which the server behind most of them (yaml-language-server) knows best.
/// </summary>
internal sealed class JsonSchemas
{
    private readonly Language _language;
    private readonly GuideFields _fields;

    private JsonSchemas(Guide guide) => (_language, _fields) = (guide.Language, new(guide));

    /// <summary>The schemas of a guide: for each kind of file its own, or that of the front matter.</summary>
    public static ImmutableArray<(FieldGroup Kind, JsonObject Schema)> Of(Guide guide)
    {
        var schemas = new JsonSchemas(guide);
        return [.. FieldTable.Files.Select(f => (f, schemas.File(f)))];
    }

    private JsonObject File(FieldGroup kind)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = _language.Label(kind.Name, "file"),
            ["description"] = _language.Hint(kind.Name, "file"),
        };
        var content = kind == FieldTable.Resource
            ? new JsonObject { ["type"] = "array", ["items"] = Group(kind) }
            : Group(kind);
        foreach (var (key, value) in content.ToList())
        {
            content.Remove(key);
            schema[key] = value;
        }
        return schema;
    }

    private JsonObject Group(FieldGroup group)
    {
        var fields = _fields.Of(group);
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            properties[field.Name] = Described(field, group);
        }
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        schema["additionalProperties"] = Others(group, fields);
        if (Names(fields.Where(f => f.Field.IsRequired && f.Field.InsteadOf is null)) is { Count: > 0 } required)
        {
            schema["required"] = required;
        }
        if (Conditions(fields) is { Count: > 0 } conditions)
        {
            schema["allOf"] = conditions;
        }
        return schema;
    }

    // Fields that whoever writes the file names. A guide without a flow does not know who reads one.
    private JsonNode Others(FieldGroup group, ImmutableArray<FormField> fields) =>
        group.OpenAs is { } other && fields.Length == group.Fields.Length && _fields.NamesOf(group.Open!.Value) is null
            ? Value(other) : false;

    private JsonArray Conditions(ImmutableArray<FormField> fields)
    {
        var conditions = new JsonArray();
        foreach (var field in fields)
        {
            if (field.Field.RequiredWhen is var (name, value))
            {
                var other = _language.Field(name);
                conditions.Add((JsonNode)new JsonObject
                {
                    ["if"] = new JsonObject
                    {
                        ["properties"] = new JsonObject { [other] = new JsonObject { ["const"] = _language.Value(value) } },
                        ["required"] = new JsonArray(other),
                    },
                    ["then"] = new JsonObject { ["required"] = new JsonArray(field.Name) },
                });
            }
        }
        foreach (var instead in fields.Where(f => f.Field.InsteadOf is not null).GroupBy(f => f.Field.InsteadOf!))
        {
            var none = new JsonObject();
            foreach (var field in instead)
            {
                none[field.Name] = false;
            }
            conditions.Add((JsonNode)new JsonObject
            {
                ["if"] = new JsonObject { ["required"] = new JsonArray(_language.Field(instead.Key)) },
                ["then"] = new JsonObject { ["properties"] = none },
                ["else"] = new JsonObject { ["required"] = Names(instead.Where(f => f.Field.IsRequired)) },
            });
        }
        return conditions;
    }

    private JsonObject Described(FormField field, FieldGroup group)
    {
        // What holds of somebody is said in the words of the question's own answers.
        var schema = group.Open == Named.Question && _fields.ValuesOf(field.Name) is { IsEmpty: false } values
            ? new JsonObject { ["enum"] = Values(values) }
            : Value(field.Field);
        schema["title"] = field.Label;
        schema["description"] = field.Hint;
        return schema;
    }

    private JsonObject Value(Field field) => field switch
    {
        { Kind: FieldKind.Group, IsList: true } => Optional(field, new JsonObject
        {
            ["type"] = "array",
            ["items"] = Group(field.Group!),
        }, ("minItems", field.IsRequired ? 1 : null), ("maxItems", field.Most)),
        { Kind: FieldKind.Group } => Optional(field, Group(field.Group!)),
        { Group: { } instead } => AnyOf(Single(field), Group(instead)),
        // One alone counts as a list of one.
        { IsList: true } => AnyOf(Single(field), new JsonObject
        {
            ["type"] = "array",
            ["items"] = Single(field with { IsRequired = true }),
            ["minItems"] = field.IsRequired ? 1 : 0,
        }),
        _ => Single(field),
    };

    private JsonObject Single(Field field) => field.Kind switch
    {
        // Without quotation marks a number may be meant as text, and text as a number.
        FieldKind.Number => Range(field, "integer", "^[+-]?[0-9]+$"),
        FieldKind.Measure => Range(field, "number", "^ *[0-9]+([.,][0-9]+)? *(mm)? *$"),
        FieldKind.Date => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        FieldKind.Month => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}$" },
        FieldKind.YesNo => new() { ["enum"] = Values(YesNo()) },
        FieldKind.Choice => new() { ["enum"] = Values(field.Choices.Select(_language.Value)) },
        FieldKind.Name when _fields.NamesOf(field.Of) is { IsEmpty: false } names => new() { ["enum"] = Values(names, field.IsRequired) },
        FieldKind.Address => Optional(field, new() { ["type"] = "string", ["pattern"] = "^https?://" }),
        _ => Optional(field, new() { ["type"] = new JsonArray("string", "number", "boolean") },
            ("minLength", field.IsRequired ? 1 : null)),
    };

    private static JsonObject Range(Field field, string type, string pattern)
    {
        var range = new JsonObject { ["type"] = new JsonArray(type, "string"), ["pattern"] = pattern };
        if (field.Least is { } least)
        {
            range["minimum"] = least;
        }
        if (field.Most is { } most)
        {
            range["maximum"] = most;
        }
        return range;
    }

    // A name without a value is as good as none, where none must be.
    private static JsonObject Optional(Field field, JsonObject schema, params ReadOnlySpan<(string Name, int? Value)> limits)
    {
        foreach (var (name, value) in limits)
        {
            if (value is { } limit)
            {
                schema[name] = limit;
            }
        }
        if (!field.IsRequired)
        {
            var types = schema["type"] is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [schema["type"]!.GetValue<string>()];
            schema["type"] = Words(types.Append("null"));
        }
        return schema;
    }

    private string[] YesNo() => [.. new[] { _language.Value("yes"), _language.Value("no"), "yes", "no", "true", "false" }.Distinct()];

    // Without quotation marks, other programs read some of the words as a number or as true and false.
    private static JsonArray Values(IEnumerable<string> words, bool isRequired = true)
    {
        var all = words.ToList();
        var values = Words(all);
        foreach (var word in all)
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                values.Add((JsonNode)number);
            }
            else if (word is "true" or "false")
            {
                values.Add((JsonNode)(word == "true"));
            }
        }
        if (!isRequired)
        {
            values.Add((JsonNode?)null);
        }
        return values;
    }

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(w => (JsonNode)w)]);

    private static JsonObject AnyOf(params ReadOnlySpan<JsonNode> schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    private static JsonArray Names(IEnumerable<FormField> fields) => Words(fields.Select(f => f.Name));
}
