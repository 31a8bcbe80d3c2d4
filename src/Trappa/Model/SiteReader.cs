using System.Collections.Frozen;
using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>What a build is made for; comes from outside.</summary>
/// <param name="Date">The day for which dated things are judged.</param>
/// <param name="BaseUrl">Absolute address that stands before the one in site.yaml, or null.</param>
/// <param name="Drafts">Whether drafts are part of the guide.</param>
public sealed record ModelOptions(DateOnly Date, string? BaseUrl = null, bool Drafts = false);

/// <summary>What <c>site.yaml</c> says, bound to types.</summary>
internal sealed record SiteFile(
    SiteSettings Settings, ImmutableArray<StepSection> Sections, ImmutableArray<Fact> Facts,
    ImmutableSortedDictionary<string, (string? Title, string Description)> Folders)
{
    /// <summary>English name → role.</summary>
    public static ImmutableArray<(string Name, Role Role)> Roles { get; } =
    [
        ("sign", Role.Sign), ("say", Role.Say), ("need", Role.Need),
        ("do", Role.Do), ("invite", Role.Invite), ("next", Role.Next),
    ];

    private static readonly ImmutableArray<(string Name, SectionKind Kind)> Kinds =
        [("list", SectionKind.List), ("text", SectionKind.Text), ("quote", SectionKind.Quote)];

    public static SiteFile Read(Parsed parsed, ModelOptions options, List<Diagnostic> diagnostics)
    {
        var language = parsed.Language;
        var reader = new FieldReader(parsed.Site, FieldTable.Site, language, diagnostics);
        var hasSite = parsed.Site.Entries.Length > 0;
        reader.Node("language");
        // First of all, as the other texts may name them.
        var facts = ReadFacts(reader.Map("facts"), options.Date, language, diagnostics);
        var plain = new FactTexts(facts.DistinctBy(f => f.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal), language, parsed.Markdown)
        {
            Leaving = LeavingFacts.Of(facts, options.Date),
        };
        string? Filled(YamlText? text) => text is null ? null : plain.Shown(text, diagnostics);
        var title = hasSite && reader.Text("title") is { } own ? plain.Shown(own, diagnostics) : null;
        var address = reader.Text("address");
        if (address is not null && AbsoluteAddress(address.Value) is null)
        {
            diagnostics.Add(new(Codes.BadAddress, address.Place, ("value", address.Value)));
        }
        var edit = reader.Text("edit_address");
        if (edit is not null && AbsoluteAddress(edit.Value) is null)
        {
            diagnostics.Add(new(Codes.BadAddress, edit.Place, ("value", edit.Value)));
        }
        var settings = new SiteSettings
        {
            Title = title ?? FrontTitle(parsed) ?? language.Word("untitled"),
            Description = Filled(reader.Text("description")) ?? "",
            // One that is wrong is told of as such, and not once more as missing (RFC 2606 keeps the name free).
            Address = AbsoluteAddress(options.BaseUrl ?? "")
                ?? (address is null ? null : AbsoluteAddress(address.Value) ?? "https://address.invalid/"),
            EditAddress = edit is null ? null : AbsoluteAddress(edit.Value),
            Editing = ReadEditing(reader.Map("edit"), language, diagnostics),
            MostMonths = reader.Number("most_months"),
            Edition = ReadEdition(reader.Map("edition"), language, diagnostics),
            Owner = Filled(reader.Text("owner")) ?? "",
            Offline = reader.Text("offline") is null ? null : reader.YesNo("offline", true),
            AllowsHtml = reader.YesNo("html", false),
            Date = options.Date,
        };
        var site = new SiteFile(settings, ReadSections(reader.List("sections"), plain, diagnostics),
            facts, ReadFolders(reader.Map("folders"), plain, diagnostics));
        reader.End();
        return site;
    }

    /// <summary>An absolute http or https address with a slash at the end, or null where the text is none.</summary>
    public static string? AbsoluteAddress(string text) =>
        !text.Trim().AsSpan().ContainsAny(' ', '\t', '\n') && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri.TrimEnd('/') + "/" : null;

    // A folder of Markdown alone: the name of its front page is the site's.
    private static string? FrontTitle(Parsed parsed)
    {
        var front = Sorting.FrontOf(parsed);
        return front is null ? null : PageTitle.Of(front with { Tree = parsed.Markdown.Parse(front.Text).Tree }, parsed.Markdown.Typographic(front.FrontMatter.Find(parsed.Language.Field("title")) as YamlText), isIndex: true, allowsHtml: false).Title;
    }

    private static Edition? ReadEdition(YamlMap? map, Language language, List<Diagnostic> diagnostics)
    {
        if (map is null)
        {
            return null;
        }
        var reader = new FieldReader(map, FieldTable.Edition, language, diagnostics);
        var month = reader.Month("month");
        var name = reader.Text("name")?.Value;
        reader.End();
        return month is not { } m ? null : new(name ?? language.Month(m.Year, m.Month), m.Year, m.Month);
    }

    private static EditingSettings? ReadEditing(YamlMap? map, Language language, List<Diagnostic> diagnostics)
    {
        if (map is null)
        {
            return null;
        }
        var reader = new FieldReader(map, FieldTable.Edit, language, diagnostics);
        var (host, repository, branch) = (reader.Choice("host"), reader.Text("repository"), reader.Text("branch"));
        reader.End();
        if (repository is not null && !IsRepository(repository.Value))
        {
            diagnostics.Add(new(Codes.BadRepository, repository.Place, ("value", repository.Value)));
            return null;
        }
        return host is null || repository is null ? null
            : new(host, repository.Value, branch is { Value.Length: > 0 } ? branch.Value : "main", map.Place);
    }

    // Owner and name; GitLab has groups within groups.
    private static bool IsRepository(string text) =>
        text.Split('/') is { Length: >= 2 } parts && parts.All(p => p.Length > 0 && p.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));

    private static ImmutableArray<StepSection> ReadSections(YamlList? list, FactTexts plain, List<Diagnostic> diagnostics)
    {
        var language = plain.Language;
        var sections = ImmutableArray.CreateBuilder<StepSection>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = FieldTable.Step.Fields.Select(f => language.Field(f.Name)).Order(StringComparer.Ordinal).ToList();
        foreach (var map in Maps(list, language.Field("sections"), language, diagnostics))
        {
            var reader = new FieldReader(map, FieldTable.Section, language, diagnostics);
            var name = reader.Text("name");
            var heading = reader.Text("heading");
            var role = reader.Choice("role");
            var kind = reader.Choice("kind") ?? "list";
            var required = reader.YesNo("required", false);
            var card = reader.Number("card");
            reader.End();
            if (name is null || heading is null)
            {
                continue;
            }
            // The section would never be read: its field is another's.
            if (taken.Contains(name.Value))
            {
                diagnostics.Add(new(Codes.SectionNameTaken, name.Place, ("name", name.Value), ("taken", string.Join(", ", taken))));
                continue;
            }
            if (!lines.TryAdd(name.Value, name.Place.Line))
            {
                diagnostics.Add(new(Codes.SameName, name.Place, ("name", name.Value),
                    ("other", new Place(name.Place.File, lines[name.Value]).ToString())));
                continue;
            }
            sections.Add(new(name.Value, plain.Shown(heading, diagnostics), Kinds.First(k => k.Name == kind).Kind,
                Roles.FirstOrDefault(r => r.Name == role).Role, required, card));
        }
        return sections.ToImmutable();
    }

    private static ImmutableArray<Fact> ReadFacts(YamlMap? map, DateOnly today, Language language, List<Diagnostic> diagnostics)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (value is YamlText text)
            {
                // A text with an empty fact would be a sentence with a hole.
                if (string.IsNullOrWhiteSpace(text.Value))
                {
                    diagnostics.Add(new(Codes.MissingField, value.Place, ("name", key.Value)));
                }
                facts.Add(new(key.Value, text.Value));
            }
            else if (value is YamlMap dated)
            {
                var reader = new FieldReader(dated, FieldTable.Fact, language, diagnostics);
                var words = reader.Text("value")?.Value;
                var validity = Validity.Read(reader);
                reader.End();
                validity.Tell(key.Value, today, language, diagnostics);
                facts.Add(new(key.Value, words ?? "") { Validity = validity });
            }
            else
            {
                diagnostics.Add(FieldReader.WrongType(key.Value, value, "type_text", language));
            }
        }
        return facts.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, (string? Title, string Description)> ReadFolders(
        YamlMap? map, FactTexts plain, List<Diagnostic> diagnostics)
    {
        var language = plain.Language;
        var folders = ImmutableSortedDictionary.CreateBuilder<string, (string? Title, string Description)>(StringComparer.Ordinal);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (value is not YamlMap folder)
            {
                diagnostics.Add(FieldReader.WrongType(key.Value, value, "type_map", language));
                continue;
            }
            var reader = new FieldReader(folder, FieldTable.Folder, language, diagnostics);
            var (title, description) = (reader.Text("title"), reader.Text("description"));
            folders[key.Value] = (title is null ? null : plain.Shown(title, diagnostics), description is null ? "" : plain.Shown(description, diagnostics));
            reader.End();
        }
        return folders.ToImmutable();
    }

    /// <summary>The maps of a list; what is no map is told of.</summary>
    public static IEnumerable<YamlMap> Maps(YamlNode? node, string name, Language language, List<Diagnostic> diagnostics)
    {
        foreach (var item in (node as YamlList)?.Items ?? [])
        {
            if (item is YamlMap map)
            {
                yield return map;
            }
            else
            {
                diagnostics.Add(FieldReader.WrongType(name, item, "type_map", language));
            }
        }
    }
}

/// <summary>When something holds, and what follows.</summary>
/// <param name="First">The first day, or null.</param>
/// <param name="Last">The last day, or null.</param>
/// <param name="After">What happens after it: mark, remove or error.</param>
/// <param name="Checked">When somebody last looked, or null.</param>
internal sealed record Validity(LastDay? First, LastDay? Last, string After, LastDay? Checked)
{
    /// <summary>What has no date.</summary>
    public static Validity Always { get; } = new(null, null, "mark", null);

    public static Validity Read(FieldReader reader) => new(
        Day(reader, "valid_from"), Day(reader, "valid_until"), reader.Choice("after") ?? "mark", Day(reader, "checked"));

    /// <summary>Tells what there is to tell of its days.</summary>
    /// <param name="name">What holds.</param>
    /// <param name="today">The day that the build is made for.</param>
    /// <param name="language">The guide's language.</param>
    /// <param name="diagnostics">Where it is told.</param>
    /// <returns>Whether its last day is over.</returns>
    public bool Tell(string name, DateOnly today, Language language, List<Diagnostic> diagnostics)
    {
        if (Checked?.Date > today)
        {
            diagnostics.Add(new(Codes.CheckedAhead, Checked.Place, ("name", name), ("date", language.Day(Checked.Date))));
        }
        if (First is not null && Last is not null && Last.Date < First.Date)
        {
            diagnostics.Add(new(Codes.DaysReversed, Last.Place, ("name", name), ("from", language.Day(First.Date)), ("until", language.Day(Last.Date))));
            return false;
        }
        diagnostics.AddRange(NearDays.Of(name, First, Last, today, language));
        if (Last is null || Last.Date >= today)
        {
            return false;
        }
        diagnostics.Add(new(After == "error" ? Codes.DateExpired : Codes.DatePassed, Last.Place, ("name", name), ("date", language.Day(Last.Date))));
        return true;
    }

    /// <summary>What readers are told when its last day is over.</summary>
    public string Words(Language language) => language.Fill("was_valid_until", ("date", language.Day(Last!.Date)));

    private static LastDay? Day(FieldReader reader, string field) =>
        reader.Date(field) is { } day ? new(day, reader.Node(field)!.Place) : null;
}
