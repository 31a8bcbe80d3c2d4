using System.Collections.Immutable;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Words;

/// <summary>
/// Which fields of the guide's files hold words for readers, by the table of fields: all of Markdown and of running text, and
/// of the short ones those that are shown. All others are names, addresses, dates and choices.
/// </summary>
/// <param name="Language">The guide's language, whose names the fields have.</param>
/// <param name="Markdown">Markdown as the guide writes it.</param>
/// <param name="Sections">What steps consist of.</param>
/// <param name="Facts">Facts by name.</param>
internal sealed record WordingFields(
    Language Language, MarkdownParser Markdown, ImmutableArray<StepSection> Sections, IReadOnlyDictionary<string, string> Facts)
{
    // Fields of one line that readers see, by their group.
    private static readonly ImmutableHashSet<string> Labels =
    [
        "site title", "site owner", "edition name", "section heading", "folder title", "fact value",
        "step name", "headings heading", "term name", "page title", "resource title", "resource group", "resource search_for",
        "card_field label", "flow title", "reader name", "reader text", "reader result", "reader_section heading",
        "question about", "question ask", "answer text", "answer remind", "outcome name",
    ];

    /// <summary>The wording of a Markdown file, in its order.</summary>
    public ImmutableArray<Wording> Of(Document document)
    {
        var below = document.Path["content/".Length..];
        bool IsIn(string folder) => below.StartsWith(Language.Folder(folder) + "/", StringComparison.Ordinal);
        var group = IsIn("steps") ? FieldTable.Step : IsIn("terms") ? FieldTable.Term : IsIn("quotes") ? FieldTable.Quote : FieldTable.Page;
        return [.. Find(document.FrontMatter, group, "").OrderBy(w => w.Text.Start), new("", WordingKind.Prose, document.Text, Passages(document.Text, isMarkdown: true))];
    }

    /// <summary>The wording of a YAML file, in its order; none where it is not a file of the guide's.</summary>
    public ImmutableArray<Wording> Of(string path, YamlNode node)
    {
        var below = path["content/".Length..];
        var group = path == Parser.SitePath ? FieldTable.Site
            : below == Language.File("resources") ? FieldTable.Resource
            : below == Language.File("cards") ? FieldTable.Cards
            : below == Language.File("flow") ? FieldTable.Flow : null;
        return group is null ? [] : [.. Find(node, group, "").OrderBy(w => w.Text.Start)];
    }

    private IEnumerable<Wording> Find(YamlNode node, FieldGroup fields, string path) =>
        from map in Maps(node)
        from entry in map.Entries
        let field = FieldOf(fields, entry.Key.Value)
        where field is not null
        let below = path.Length == 0 ? entry.Key.Value : path + "/" + entry.Key.Value
        let own = Texts(entry.Value).Select(t => Make(t, fields, field, below)).OfType<Wording>()
        // Other words for each reader are of the same kind.
        let inner = field.Group == FieldTable.Wording
            ? Maps(entry.Value).SelectMany(m => m.Entries).SelectMany(e => Texts(e.Value).Select(t => Make(t, fields, field, below + "/" + e.Key.Value))).OfType<Wording>()
            : field.Group is null ? [] : Find(entry.Value, field.Group, below)
        from found in own.Concat(inner)
        select found;

    private Field? FieldOf(FieldGroup group, string name) =>
        group.Fields.FirstOrDefault(f => Language.Field(f.Name) == name) ?? group.OpenAs
        ?? (group == FieldTable.Step && Sections.Any(s => s.Name == name && s.Kind != SectionKind.Quote) ? new(name, FieldKind.Markdown) : null);

    private Wording? Make(YamlText text, FieldGroup group, Field field, string path)
    {
        var isMarkdown = field.Kind == FieldKind.Markdown;
        if (!isMarkdown && field.Kind != FieldKind.Text && !Labels.Contains(group.Name + " " + field.Name))
        {
            return null;
        }
        var written = new MarkdownText(text.Value, text.TextPlace, text.Source);
        // What a card says in short says the same once more.
        var kind = group.Name == "facts" || group == FieldTable.Fact ? WordingKind.Fact
            : isMarkdown && group != FieldTable.CardText ? WordingKind.Prose : WordingKind.Label;
        return new(path, kind, written, Passages(written, isMarkdown));
    }

    private ImmutableArray<Passage> Passages(MarkdownText text, bool isMarkdown) =>
        isMarkdown ? Passage.OfMarkdown(text.Text, Markdown, Facts) : [Passage.OfPlain(text.Text, Facts)];

    private static IEnumerable<YamlMap> Maps(YamlNode? node) => node switch
    {
        YamlMap map => [map],
        YamlList list => list.Items.OfType<YamlMap>(),
        _ => [],
    };

    private static IEnumerable<YamlText> Texts(YamlNode? node) => node switch
    {
        YamlText { Value.Length: > 0 } text => [text],
        YamlList list => list.Items.OfType<YamlText>().Where(t => t.Value.Length > 0),
        _ => [],
    };
}
