using System.Text.Json;
using System.Text.Json.Nodes;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Tests.Languages;

namespace Trappa.Tests.Model;

/// <summary>The table of fields beside what reads them, and beside the words for them.</summary>
public class FieldsOfTheTable
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_field_of_the_table_is_read(string code)
    {
        // A field that nobody takes is unknown to the reader, so the table can have none that is not read.
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in WholeGuide(Strings.Read(code)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
            File.WriteAllText(folder[path], text);
        }
        var (parsed, faults) = Parser.Parse(Loader.Load(folder.Path));
        var (_, found) = Modeler.Model(parsed, new(new(2024, 5, 1), Drafts: true));

        Assert.Equal([], faults.Concat(found)
            .Where(d => d.Code.Id.StartsWith("TR1", StringComparison.Ordinal) && d.Code.Severity == Severity.Error)
            .Select(d => $"{d.Place} {d.Code.Name} {string.Join(" ", d.Arguments.Select(a => a.Value))}"));
    }

    [Fact]
    public void No_field_is_read_that_is_not_in_the_table()
    {
        var reader = new FieldReader(new(new("content/citat/a.md"), []), FieldTable.Quote, Strings.Read("sv"), []);

        Assert.Throws<InvalidOperationException>(() => reader.Text("title"));
        Assert.Throws<InvalidOperationException>(() => reader.NamedText("behov"));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_field_has_a_label_and_a_hint_and_nothing_else_has(string code)
    {
        var wanted = FieldTable.Files.SelectMany(f => new[] { f.Name + ".file" }.Concat(f.HasBody ? [f.Name + ".one", f.Name + ".body"] : []))
            .Concat(FieldTable.Files.SelectMany(f => f.WithInner()).Distinct().SelectMany(Named))
            .SelectMany(f => new[] { $"form.{f}.label", $"form.{f}.hint" });

        Assert.Equal(wanted.Distinct().Order(),
            Strings.Entries(code).Where(e => e.Key.StartsWith("form.", StringComparison.Ordinal) && e.Value.Length > 0).Select(e => e.Key).Order());
    }

    private static IEnumerable<string> Named(FieldGroup group) => group.Fields.Select(f => f.Name)
        .Concat(group.OpenAs is { } other ? group.Open is Trappa.Model.Named.Anything or Trappa.Model.Named.Folder ? [other.Name, "key"] : [other.Name] : group.Open is null ? [] : ["list", "text", "quote"])
        .Select(f => group.Name + "." + f);

    /// <summary>A guide in which every field of the table stands, each with a value of its kind.</summary>
    internal static IEnumerable<(string Path, string Text)> WholeGuide(Language language)
    {
        var site = Full(FieldTable.Site, language);
        site[language.Field("language")] = language.Code;
        yield return ("content/site.yaml", site.ToJsonString());
        yield return ("content/" + language.File("flow"), Full(FieldTable.Flow, language).ToJsonString());
        yield return ("content/" + language.File("cards"), Full(FieldTable.Cards, language).ToJsonString());
        yield return ("content/" + language.File("words"), Full(FieldTable.Words, language).ToJsonString());
        yield return ("content/" + language.File("resources"), new JsonArray(Full(FieldTable.Resource, language)).ToJsonString());
        yield return ($"content/{language.Folder("steps")}/ord.md", Markdown(FieldTable.Step, language));
        yield return ($"content/{language.Folder("quotes")}/ord.md", Markdown(FieldTable.Quote, language));
        yield return ($"content/{language.Folder("terms")}/ord.md", Markdown(FieldTable.Term, language));
        yield return ("content/ord/ord.md", Markdown(FieldTable.Page, language));
    }

    private static string Markdown(FieldGroup group, Language language) =>
        $"---\n{Full(group, language).ToJsonString()}\n---\n\nOrd.\n";

    private static JsonObject Full(FieldGroup group, Language language, bool instead = false)
    {
        var all = new JsonObject();
        foreach (var field in group.Fields)
        {
            var isReplaced = group.Fields.Any(f => f.InsteadOf == field.Name);
            if (instead ? !isReplaced : field.InsteadOf is null)
            {
                all[language.Field(field.Name)] = Value(field, language);
            }
        }
        if (group.Open is { } open)
        {
            all[open == Trappa.Model.Named.Role ? language.Value("sign") : "ord"] = group.OpenAs is { } other ? Value(other, language) : "ord";
        }
        return all;
    }

    private static JsonNode Value(Field field, Language language)
    {
        if (field.Group is { } group && field.IsList)
        {
            var items = new JsonArray(Full(group, language));
            if (group.Fields.Any(f => f.InsteadOf is not null))
            {
                items.Add(Full(group, language, instead: true));
            }
            return items;
        }
        return field switch
        {
            { Group: { } own } => Full(own, language),
            { IsList: true } => new JsonArray("ord"),
            { Kind: FieldKind.Number or FieldKind.Measure } => field.Least ?? 1,
            { Kind: FieldKind.Date } => "2024-05-02",
            { Kind: FieldKind.Month } => "2024-05",
            { Kind: FieldKind.YesNo } => language.Value("yes"),
            { Kind: FieldKind.Choice } => language.Value(field.Choices[0]),
            { Kind: FieldKind.Address } => "https://example.org/",
            { Name: "repository" } => "ord/ord",
            _ => "ord",
        };
    }
}
