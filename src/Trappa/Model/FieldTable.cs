using System.Collections.Immutable;

namespace Trappa.Model;

/// <summary>
/// Every field that an editor can write. What reads a field asks for it by this table (<see cref="FieldReader"/>), and
/// schemas and forms for other programs are made of it, so that none of them knows another set of fields.
/// </summary>
internal static class FieldTable
{
    private static readonly ImmutableArray<string> RoleNames = [.. SiteFile.Roles.Select(r => r.Name)];

    private static readonly Field Draft = new("draft", FieldKind.YesNo);
    private static readonly Field Slug = new("slug", FieldKind.Line);
    private static readonly Field Alias = new("alias", FieldKind.Line) { IsList = true };

    // Far more than anyone answers, and few enough that all proofs take less than a second.
    private const int MostQuestions = 10_000;

    // More than any sheet holds, so that a slip of the finger does not fill the memory.
    private const int MostBesideEachOther = 40;

    public static FieldGroup Edition { get; } = new("edition",
        Line("name"),
        new("month", FieldKind.Month) { IsRequired = true });

    public static FieldGroup Section { get; } = new("section",
        Required("name"),
        Required("heading"),
        new("role", FieldKind.Choice) { Choices = RoleNames },
        new("kind", FieldKind.Choice) { Choices = ["list", "text", "quote"] },
        new("required", FieldKind.YesNo),
        new("card", FieldKind.Number));

    /// <summary>A fact that holds for some time. One that is taken away takes the paragraph or item with it that names it.</summary>
    public static FieldGroup Fact { get; } = new("fact", [Required("value"), .. Validity("mark", "remove", "error")]);

    public static FieldGroup Folder { get; } = new("folder", Line("title"), new("description", FieldKind.Text));

    public static FieldGroup Edit { get; } = new("edit",
        new("host", FieldKind.Choice) { Choices = ["github", "gitlab"], IsRequired = true },
        Required("repository"),
        Line("branch"));

    public static FieldGroup Site { get; } = new("site",
        Required("title"),
        Line("language"),
        new("description", FieldKind.Text),
        new("address", FieldKind.Address),
        new("edit_address", FieldKind.Address),
        Group("edit", Edit),
        Group("edition", Edition),
        new("most_months", FieldKind.Number) { Least = 1 },
        new("offline", FieldKind.YesNo),
        new("html", FieldKind.YesNo),
        Line("owner"),
        List("sections", Section),
        Group("facts", new("facts") { Open = Named.Anything, OpenAs = new("fact", FieldKind.Text) { Group = Fact } }),
        Group("folders", new("folders") { Open = Named.Folder, OpenAs = Group("folder", Folder) }));

    private static FieldGroup Profile { get; } = new("profile") { Open = Named.Question, OpenAs = Line("claim") };

    public static FieldGroup Headings { get; } = new("headings") { Open = Named.Section, OpenAs = Line("heading") };

    public static FieldGroup CardText { get; } = new("card_text", new Field("lead", FieldKind.Markdown) { IsList = true })
    {
        Open = Named.Section,
        OpenAs = new("item", FieldKind.Markdown) { IsList = true },
    };

    // Others link to a step or page, so it cannot be taken away by itself.
    public static FieldGroup Step { get; } = new("step",
    [
        Required("name"),
        new("order", FieldKind.Number),
        new("lead", FieldKind.Markdown) { IsRequired = true },
        Group("profile", Profile),
        Group("card_text", CardText),
        new("difference", FieldKind.Markdown),
        Group("headings", Headings),
        .. Validity("mark", "error"),
        Slug,
        Alias,
        Draft,
    ])
    {
        Open = Named.Section,
        OpenAfter = "lead",
        HasBody = true,
    };

    public static FieldGroup Quote { get; } = new("quote",
        new("kind", FieldKind.Choice) { Choices = ["invitation", "voice"] },
        Draft)
    {
        HasBody = true,
    };

    public static FieldGroup Term { get; } = new("term",
        Required("name"),
        new("short", FieldKind.Markdown) { IsRequired = true },
        Slug,
        Draft)
    {
        HasBody = true,
    };

    public static FieldGroup Page { get; } = new("page",
    [
        Line("title"),
        new("lead", FieldKind.Markdown),
        new("order", FieldKind.Number),
        new("date", FieldKind.Date),
        Line("layout"),
        .. Validity("mark", "error"),
        Slug,
        Alias,
        Draft,
    ])
    {
        HasBody = true,
    };

    public static FieldGroup Resource { get; } = new("resource",
    [
        Required("id"),
        Required("title"),
        new("text", FieldKind.Markdown) { IsRequired = true },
        Line("group"),
        new("state", FieldKind.Choice) { Choices = ["found", "missing", "awaited", "past"] },
        new("address", FieldKind.Address) { RequiredWhen = ("state", "found") },
        Line("search_for") with { RequiredWhen = ("state", "missing") },
        .. Validity("mark", "remove", "error"),
    ]);

    public static FieldGroup Readability { get; } = new("readability",
        new("lix", FieldKind.Number) { Least = 1 },
        new("sentence", FieldKind.Number) { Least = 1 });

    public static FieldGroup Words { get; } = new("words",
        Line("hyphenation") with { IsList = true },
        Line("compounds") with { IsList = true },
        Line("own_words") with { IsList = true },
        Group("readability", Readability),
        Group("avoid", new("avoid") { Open = Named.Anything, OpenAs = Line("word") }),
        Group("synonyms", new("synonyms") { Open = Named.Anything, OpenAs = Line("word") }));

    public static FieldGroup Preset { get; } = new("preset",
        Required("name"),
        new("paper", FieldKind.Choice) { Choices = [.. Paper.All.Select(p => p.Name)] },
        Measure("width", 20, 400) with { IsRequired = true },
        Measure("height", 20, 400) with { IsRequired = true },
        new("columns", FieldKind.Number) { Least = 1, Most = MostBesideEachOther, IsRequired = true },
        new("rows", FieldKind.Number) { Least = 1, Most = MostBesideEachOther, IsRequired = true },
        Measure("left", 0, 400),
        Measure("top", 0, 400));

    public static FieldGroup CardField { get; } = new("card_field",
        new("section", FieldKind.Name) { Of = Named.Section, IsRequired = true },
        Line("label"),
        new("lines", FieldKind.Number) { Least = 1 },
        new("may_drop", FieldKind.Number));

    public static FieldGroup Booklet { get; } = new("booklet",
        List("booklet_steps", CardField),
        new("booklet_pages", FieldKind.Name) { Of = Named.Page, IsList = true });

    public static FieldGroup Cards { get; } = new("cards",
        List("presets", Preset),
        List("back", CardField),
        new("resources_may_drop", FieldKind.Name) { Of = Named.Resource, IsList = true },
        new("signs", FieldKind.Number) { Least = 0 },
        new("own_box", FieldKind.YesNo),
        new("questions", FieldKind.YesNo),
        Group("booklet", Booklet));

    public static FieldGroup ReaderSection { get; } = new("reader_section",
        new("role", FieldKind.Choice) { Choices = RoleNames, IsRequired = true },
        Required("heading"),
        new("limit", FieldKind.Number) { Least = 1 });

    public static FieldGroup Reader { get; } = new("reader",
        Required("id"),
        Required("name"),
        Line("text"),
        Line("result"),
        List("sections", ReaderSection));

    /// <summary>Words of which each reader has other ones.</summary>
    public static FieldGroup Wording { get; } = new("wording") { Open = Named.Reader, OpenAs = new("words", FieldKind.Markdown) };

    public static FieldGroup Answer { get; } = new("answer",
        new("text", FieldKind.Line) { Group = Wording },
        Line("means"),
        new("to", FieldKind.Name) { Of = Named.Target },
        new("remind", FieldKind.Line) { Group = Wording });

    public static FieldGroup Question { get; } = new("question",
        Required("id"),
        Line("about"),
        new("ask", FieldKind.Line) { Group = Wording },
        new("sign", FieldKind.Markdown) { Group = Wording },
        new("say", FieldKind.Markdown) { Group = Wording },
        Line("card_text"),
        List("answers", Answer));

    public static FieldGroup OutcomeText { get; } = new("outcome_text", new Field("lead", FieldKind.Markdown))
    {
        Open = Named.Role,
        OpenAs = new("item", FieldKind.Markdown) { IsList = true },
    };

    public static FieldGroup Outcome { get; } = new("outcome",
        new("step", FieldKind.Name) { Of = Named.Step },
        Line("id") with { InsteadOf = "step", IsRequired = true },
        Line("name") with { InsteadOf = "step", IsRequired = true },
        Group("profile", Profile) with { InsteadOf = "step" })
    {
        Open = Named.Reader,
        OpenAs = Group("outcome_text", OutcomeText),
    };

    public static FieldGroup Flow { get; } = new("flow",
        Required("title"),
        new("lead", FieldKind.Markdown),
        new("limit", FieldKind.Number) { Least = 1 },
        new("start", FieldKind.Name) { Of = Named.Question },
        List("readers", Reader) with { IsRequired = true, Most = 20 },
        List("questions", Question) with { IsRequired = true, Most = MostQuestions },
        List("outcomes", Outcome) with { Most = MostQuestions });

    /// <summary>What a file may be: the front matter of Markdown where it has a body, a list for resources, else a map.</summary>
    public static ImmutableArray<FieldGroup> Files { get; } = [Site, Flow, Cards, Words, Resource, Step, Quote, Term, Page];

    private static Field Line(string name) => new(name, FieldKind.Line);

    private static Field Required(string name) => Line(name) with { IsRequired = true };

    private static Field Group(string name, FieldGroup group) => new(name, FieldKind.Group) { Group = group };

    private static Field List(string name, FieldGroup group) => Group(name, group) with { IsList = true };

    private static Field Measure(string name, int least, int most) => new(name, FieldKind.Measure) { Least = least, Most = most };

    private static ImmutableArray<Field> Validity(params ImmutableArray<string> after) =>
    [
        new("valid_from", FieldKind.Date),
        new("valid_until", FieldKind.Date),
        new("after", FieldKind.Choice) { Choices = after },
        new("checked", FieldKind.Date),
    ];
}
