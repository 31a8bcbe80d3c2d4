using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Schemas;

/// <summary>
/// The table of fields as snippets of Visual Studio Code (its guide "Snippets in Visual Studio Code"): no extension
/// completes the front matter of Markdown files by a schema, and snippets need none.
/// </summary>
internal sealed class Snippets
{
    private readonly Language _language;
    private readonly GuideFields _fields;
    private readonly JsonObject _snippets = [];

    private Snippets(Guide guide) => (_language, _fields) = (guide.Language, new(guide));

    /// <summary>For each kind of Markdown file a snippet of what a new one must have, and one for each of its fields.</summary>
    public static JsonObject Of(Guide guide)
    {
        var made = new Snippets(guide);
        foreach (var kind in FieldTable.Files.Where(f => f.HasBody))
        {
            made.File(kind);
        }
        return made._snippets;
    }

    private void File(FieldGroup kind)
    {
        var file = _language.Label(kind.Name, "file");
        var fields = _fields.Of(kind);
        // Where nothing must be there, what others begin with.
        var needed = fields.Any(f => f.Field.IsRequired) ? fields.Where(f => f.Field.IsRequired) : fields.Take(1);
        Add(file, _language.Reference(kind.Name), ["---", .. needed.SelectMany((f, i) => Lines(f, i + 1)), "---", "", "$0"], _language.Hint(kind.Name, "file"));
        Fields(kind, file);
    }

    private void Fields(FieldGroup group, string file)
    {
        foreach (var field in _fields.Of(group))
        {
            Add(file + ": " + field.Label, field.Name, Lines(field, 1), field.Hint);
            if (field.Field.Group is { } inner)
            {
                Fields(inner, file + ": " + field.Label);
            }
        }
    }

    private void Add(string name, string prefix, ImmutableArray<string> body, string description) => _snippets[name] = new JsonObject
    {
        ["scope"] = "markdown",
        ["prefix"] = prefix,
        ["body"] = new JsonArray([.. body.Select(l => (JsonNode)l)]),
        ["description"] = description,
    };

    // Of a list of texts the first item; a list of names may be one alone.
    private ImmutableArray<string> Lines(FormField field, int stop)
    {
        var number = stop.ToString(CultureInfo.InvariantCulture);
        return field.Field switch
        {
            { Kind: FieldKind.Group } => [$"{field.Name}: {{${number}}}"],
            { Kind: FieldKind.Markdown, IsList: true } => [field.Name + ":", "  - $" + number],
            { Kind: FieldKind.Date } => [$"{field.Name}: ${{{number}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}"],
            _ => [field.Name + ": " + (Choices(field) is { IsEmpty: false } choices
                ? $"${{{number}|{string.Join(',', choices.Select(Escaped))}|}}" : "$" + number)],
        };
    }

    private ImmutableArray<string> Choices(FormField field) => field.Field.Kind switch
    {
        FieldKind.YesNo => [_language.Value("yes"), _language.Value("no")],
        FieldKind.Choice => [.. field.Field.Choices.Select(_language.Value)],
        FieldKind.Name => _fields.NamesOf(field.Field.Of) ?? [],
        // What holds of somebody is said in the words of the question's own answers.
        _ => _fields.ValuesOf(field.Name),
    };

    private static string Escaped(string choice) =>
        choice.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
