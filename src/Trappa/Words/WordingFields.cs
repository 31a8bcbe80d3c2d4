using System.Collections.Immutable;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Parse;

namespace Trappa.Words;

/// <summary>Which fields of the guide's files hold words for readers. All others are names, addresses, dates and choices.</summary>
/// <param name="Language">The guide's language, whose names the fields have.</param>
/// <param name="Markdown">Markdown as the guide writes it.</param>
/// <param name="Sections">What steps consist of.</param>
/// <param name="Facts">Facts by name.</param>
internal sealed record WordingFields(
    Language Language, MarkdownParser Markdown, ImmutableArray<StepSection> Sections, IReadOnlyDictionary<string, string> Facts)
{
    // English names from the outermost field inwards; * is any name, ! after the last stands for Markdown. Lists are looked through.
    private static readonly ImmutableArray<string> Page = ["title", "lead!"];
    private static readonly ImmutableArray<string> Term = ["name", "short!"];
    private static readonly ImmutableArray<string> Step = ["name", "lead!", "difference!", "headings/*", "card_text/*"];
    private static readonly ImmutableArray<string> Site =
        ["title", "description", "edition/name", "owner", "sections/heading", "facts/*", "facts/*/value", "folders/*/title", "folders/*/description"];
    private static readonly ImmutableArray<string> Resources = ["title", "text!", "group", "search_for"];
    private static readonly ImmutableArray<string> Cards = ["back/label"];
    private static readonly ImmutableArray<string> Flow =
    [
        "title", "lead!", "readers/name", "readers/text", "readers/result", "readers/sections/heading",
        "questions/about", "questions/ask", "questions/ask/*", "questions/sign!", "questions/sign/*!", "questions/say!", "questions/say/*!",
        "questions/answers/text", "questions/answers/text/*", "questions/answers/remind", "questions/answers/remind/*",
        "outcomes/name", "outcomes/*/lead!",
    ];

    /// <summary>The wording of a Markdown file, in its order.</summary>
    public ImmutableArray<Wording> Of(Document document)
    {
        var below = document.Path["content/".Length..];
        bool IsIn(string folder) => below.StartsWith(Language.Folder(folder) + "/", StringComparison.Ordinal);
        var fields = IsIn("steps") ? OfStep(document.FrontMatter)
            : IsIn("terms") ? Of(document.FrontMatter, Term)
            : IsIn("quotes") ? [] : Of(document.FrontMatter, Page);
        return [.. InOrder(fields), Make("", WordingKind.Prose, document.Text)];
    }

    /// <summary>The wording of a YAML file, in its order; none where it is not a file of the guide's.</summary>
    public ImmutableArray<Wording> Of(string path, YamlNode node)
    {
        var below = path["content/".Length..];
        return [.. InOrder(path == Parser.SitePath ? Of(node, Site)
            : below == Language.File("resources") ? Of(node, Resources)
            : below == Language.File("cards") ? Of(node, Cards)
            : below == Language.File("flow") ? Of(node, Flow).Concat(OwnWordsOfOutcomes(node)) : [])];
    }

    private static IEnumerable<Wording> InOrder(IEnumerable<Wording> wording) => wording.OrderBy(w => w.Text.Start);

    private IEnumerable<Wording> OfStep(YamlMap fields) => Of(fields, Step).Concat(
        from section in Sections
        where section.Kind != SectionKind.Quote
        from text in Texts(fields.Find(section.Name))
        select Make(section.Name, WordingKind.Prose, text));

    // Under a reader's name, by what the section is for.
    private IEnumerable<Wording> OwnWordsOfOutcomes(YamlNode node) =>
        from outcome in Maps(node).SelectMany(m => Maps(m.Find(Language.Field("outcomes"))))
        from reader in outcome.Entries
        from own in Maps(reader.Value)
        from role in SiteFile.Roles
        from text in Texts(own.Find(Language.Value(role.Name)))
        select Make($"{Language.Field("outcomes")}/{reader.Key.Value}/{Language.Value(role.Name)}", WordingKind.Prose, text);

    private IEnumerable<Wording> Of(YamlNode node, ImmutableArray<string> paths) =>
        from path in paths
        let kind = path.EndsWith('!') ? WordingKind.Prose : path.StartsWith("facts/", StringComparison.Ordinal) ? WordingKind.Fact : WordingKind.Label
        from found in Find(node, path.TrimEnd('!').Split('/'), "")
        select Make(found.Field, kind, found.Text);

    private IEnumerable<(string Field, YamlText Text)> Find(YamlNode? node, ReadOnlyMemory<string> path, string field)
    {
        if (path.Length == 0)
        {
            return Texts(node).Select(t => (field, t));
        }
        var name = path.Span[0];
        return from map in Maps(node)
               from entry in map.Entries
               where name == "*" || entry.Key.Value == Language.Field(name)
               from found in Find(entry.Value, path[1..], field.Length == 0 ? entry.Key.Value : field + "/" + entry.Key.Value)
               select found;
    }

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

    private Wording Make(string field, WordingKind kind, YamlText text) => Make(field, kind, new MarkdownText(text.Value, text.TextPlace, text.Source));

    private Wording Make(string field, WordingKind kind, MarkdownText text) => new(field, kind, text,
        kind == WordingKind.Prose ? Passage.OfMarkdown(text.Text, Markdown, Facts) : [Passage.OfPlain(text.Text, Facts)]);
}
