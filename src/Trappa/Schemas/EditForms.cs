using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Schemas;

/// <summary>
/// The table of fields as forms of the editing page: the collections of a Decap or Sveltia configuration, and beside each
/// the shape that its files have where forms know less than YAML (edit.js reads them).
/// </summary>
internal sealed class EditForms
{
    // What the list that a file is as a whole is called in its form.
    private const string ResourcesField = "resources";

    private readonly Guide _guide;
    private readonly Language _language;
    private readonly GuideFields _fields;
    private readonly JsonObject _formats = [];

    private EditForms(Guide guide) => (_guide, _language, _fields) = (guide, guide.Language, new(guide));

    /// <summary>The collections, and by the name of its format how each file is read.</summary>
    public static (JsonArray Collections, JsonObject Formats) Of(Guide guide)
    {
        var forms = new EditForms(guide);
        return (forms.Collections(), forms._formats);
    }

    private JsonArray Collections()
    {
        var pages = _guide.AllPages().Select(p => p.Place.File).Order(StringComparer.Ordinal)
            .ToLookup(f => f[..f.LastIndexOf('/')], StringComparer.Ordinal);
        List<JsonObject> data =
        [
            File(FieldTable.Site, "site.yaml"),
            File(FieldTable.Flow, _language.File("flow")),
            File(FieldTable.Cards, _language.File("cards")),
            File(FieldTable.Words, _language.File("words")),
            File(FieldTable.Resource, _language.File("resources")),
            .. pages["content"].Select(f => File(FieldTable.Page, f["content/".Length..])),
        ];
        // A JsonArray's own Add takes any type, which needs reflection; its constructor takes nodes.
        List<JsonNode> all =
        [
            new JsonObject
            {
                ["name"] = "guide",
                ["label"] = _language.Label("site", "file"),
                ["files"] = new JsonArray([.. data]),
            },
            Folder(FieldTable.Step, _language.Folder("steps")),
            Folder(FieldTable.Quote, _language.Folder("quotes")),
            Folder(FieldTable.Term, _language.Folder("terms")),
            .. pages.Where(f => f.Key != "content").Select(f => Folder(FieldTable.Page, f.Key["content/".Length..])),
        ];
        return new([.. all]);
    }

    private JsonObject File(FieldGroup kind, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return new()
        {
            ["name"] = name,
            ["label"] = kind == FieldTable.Page ? $"{_language.Label("page", "one")}: {name}" : _language.Label(kind.Name, "file"),
            ["file"] = "content/" + file,
            ["format"] = Format(kind, name, file),
            ["fields"] = kind == FieldTable.Resource ? new JsonArray(Resources()) : Fields(kind),
        };
    }

    private JsonObject Folder(FieldGroup kind, string folder)
    {
        var called = kind.Fields.FirstOrDefault(f => f.Name is "name" or "title");
        return new()
        {
            ["name"] = folder.Replace('/', '-'),
            ["label"] = kind == FieldTable.Page
                ? _guide.Folders.FirstOrDefault(f => f.Address == Names.FolderAddress(_language, folder))?.Title ?? folder
                : _language.Label(kind.Name, "file"),
            ["label_singular"] = _language.Label(kind.Name, "one"),
            ["description"] = _language.Hint(kind.Name, "file"),
            ["folder"] = "content/" + folder,
            ["create"] = true,
            ["extension"] = "md",
            ["format"] = Format(kind, folder.Replace('/', '-'), ".md"),
            ["identifier_field"] = called is null ? "body" : _language.Field(called.Name),
            ["slug"] = "{{slug}}",
            ["fields"] = Fields(kind),
        };
    }

    // A form is of a map: the list that this file is has a name there, and none in the file.
    private JsonObject Resources() => Widget(
        new(ResourcesField, new("resources", FieldKind.Group) { IsList = true, Group = FieldTable.Resource },
            _language.Label("resource", "file"), _language.Hint("resource", "file")));

    private string Format(FieldGroup kind, string name, string file)
    {
        var format = new JsonObject { ["extension"] = Path.GetExtension(file).TrimStart('.'), ["shape"] = Shape(kind) };
        if (kind == FieldTable.Resource)
        {
            format["list"] = ResourcesField;
            format["shape"] = new JsonObject { ["kind"] = "items", ["of"] = Shape(kind) };
        }
        // Sveltia lets Markdown have no format but one whose name ends so.
        var id = "trappa-" + name + (kind.HasBody ? "-frontmatter" : "");
        _formats[id] = format;
        return id;
    }

    private JsonArray Fields(FieldGroup group)
    {
        var fields = new JsonArray([.. _fields.Of(group).Select(Widget)]);
        if (group.HasBody)
        {
            fields.Add((JsonNode)Labelled("body", "text", _language.Label(group.Name, "body"), _language.Hint(group.Name, "body"), group == FieldTable.Quote));
        }
        return fields;
    }

    private JsonObject Widget(FormField form)
    {
        var field = form.Field;
        if (field.Group is { } group)
        {
            return GroupWidget(form, field, group);
        }
        if (!field.IsList)
        {
            return Single(form);
        }
        if (field.Kind == FieldKind.Name)
        {
            var several = Single(form);
            several["multiple"] = true;
            return several;
        }
        var list = Labelled(form, "list");
        list["field"] = Labelled(form.Name, "string", form.Label, "", true);
        list["min"] = field.IsRequired ? 1 : 0;
        return list;
    }

    private JsonObject GroupWidget(FormField form, Field field, FieldGroup group)
    {
        if (IsKeyed(group))
        {
            var keyed = Labelled(form, "list");
            keyed["fields"] = Keyed(group);
            keyed["collapsed"] = true;
            return keyed;
        }
        var inner = _fields.Of(group);
        if (field.Kind != FieldKind.Group)
        {
            // Words that may be other ones for each reader: the form asks for each reader's.
            return inner.IsEmpty ? Single(form) : Object(form, new([.. inner.Select(f => Single(f with { Field = field with { Group = null } }))]));
        }
        var widget = Object(form, Fields(group));
        if (field.IsList)
        {
            widget["widget"] = "list";
        }
        if (field.Most is { } most)
        {
            widget["max"] = most;
        }
        return widget;
    }

    private static JsonObject Object(FormField form, JsonArray fields)
    {
        var widget = Labelled(form, "object");
        widget["fields"] = fields;
        widget["collapsed"] = true;
        return widget;
    }

    private JsonArray Keyed(FieldGroup group)
    {
        var of = group.OpenAs!;
        var fields = of.Group is { } inner ? Fields(inner)
            : new(Widget(new(_language.Field("value"), of with { IsRequired = true }, _language.Label(group.Name, of.Name), _language.Hint(group.Name, of.Name))));
        fields.Insert(0, Labelled(_language.Field("name"), "string", _language.Label(group.Name, "key"), _language.Hint(group.Name, "key"), true));
        return fields;
    }

    private JsonObject Single(FormField form)
    {
        var field = form.Field;
        switch (field.Kind)
        {
            case FieldKind.Number:
                var number = Labelled(form, "number");
                number["value_type"] = "int";
                Limit(number, field);
                return number;
            case FieldKind.Measure:
                return Pattern(form, "^ *[0-9]+([.,][0-9]+)? *(mm)? *$");
            case FieldKind.Month:
                return Pattern(form, "^[0-9]{4}-[0-9]{2}$");
            case FieldKind.Address:
                return Pattern(form, "^https?://");
            case FieldKind.Date:
                var date = Labelled(form, "datetime");
                date["format"] = "YYYY-MM-DD";
                date["type"] = "date";
                return date;
            case FieldKind.YesNo:
                return Select(form, ["yes", "no"]);
            case FieldKind.Choice:
                return Select(form, field.Choices);
            case FieldKind.Name when _fields.NamesOf(field.Of) is { IsEmpty: false } names:
                return Options(form, names);
            default:
                return Labelled(form, field.Kind is FieldKind.Line or FieldKind.Name ? "string" : "text");
        }
    }

    private JsonObject Select(FormField form, IEnumerable<string> values) => Options(form, values.Select(_language.Value));

    private static JsonObject Options(FormField form, IEnumerable<string> words)
    {
        var select = Labelled(form, "select");
        select["options"] = new JsonArray([.. words.Select(w => (JsonNode)w)]);
        return select;
    }

    private static JsonObject Pattern(FormField form, string pattern)
    {
        var text = Labelled(form, "string");
        text["pattern"] = new JsonArray(pattern, form.Hint);
        return text;
    }

    private static void Limit(JsonObject widget, Field field)
    {
        if (field.Least is { } least)
        {
            widget["min"] = least;
        }
        if (field.Most is { } most)
        {
            widget["max"] = most;
        }
    }

    private static JsonObject Labelled(FormField form, string widget) =>
        Labelled(form.Name, widget, form.Label, form.Hint, form.Field is { IsRequired: true, InsteadOf: null });

    private static JsonObject Labelled(string name, string widget, string label, string hint, bool isRequired) => new()
    {
        ["name"] = name,
        ["label"] = label,
        ["hint"] = hint,
        ["widget"] = widget,
        ["required"] = isRequired,
    };

    // Whoever writes the file names what is in it: a form has a list of names with what they stand for.
    private static bool IsKeyed(FieldGroup group) => group is { Open: Named.Anything or Named.Folder };

    private JsonObject Shape(FieldGroup group)
    {
        if (IsKeyed(group))
        {
            var of = group.OpenAs!;
            return new()
            {
                ["kind"] = "keyed",
                ["key"] = _language.Field("name"),
                ["value"] = of.Kind == FieldKind.Group ? null : _language.Field("value"),
                ["of"] = of.Group is { } inner ? Shape(inner) : null,
            };
        }
        var fields = new JsonObject();
        foreach (var form in _fields.Of(group))
        {
            fields[form.Name] = Shape(form.Field);
        }
        return new() { ["kind"] = "group", ["fields"] = fields };
    }

    private JsonObject? Shape(Field field) => field switch
    {
        { Group: { } group, IsList: true } => new() { ["kind"] = "items", ["of"] = Shape(group) },
        { Group: { } group, Kind: FieldKind.Group } => Shape(group),
        { Group: { } group } when _fields.Of(group) is { IsEmpty: false } readers =>
            new() { ["kind"] = "readers", ["names"] = new JsonArray([.. readers.Select(r => (JsonNode)r.Name)]) },
        { IsList: true } => new() { ["kind"] = "list" },
        _ => null,
    };
}
