using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Schemas;

/// <summary>A field as editors of one guide meet it.</summary>
/// <param name="Name">Its name in the file, in the guide's language or as the guide itself declares it.</param>
/// <param name="Field">What is written in it.</param>
/// <param name="Label">A word or two.</param>
/// <param name="Hint">A sentence.</param>
internal sealed record FormField(string Name, Field Field, string Label, string Hint);

/// <summary>The table of fields in one guide's words: with its sections, its readers, and the names of what it has.</summary>
internal sealed class GuideFields(Guide guide)
{
    /// <summary>The fields of a group in the order in which a careful person writes them, the guide's own among them.</summary>
    public ImmutableArray<FormField> Of(FieldGroup group)
    {
        var own = group.Fields.Select(f => new FormField(guide.Language.Field(f.Name), f,
            guide.Language.Label(group.Name, f.Name), guide.Language.Hint(group.Name, f.Name))).ToList();
        var after = group.OpenAfter is null ? own.Count : own.FindIndex(f => f.Field.Name == group.OpenAfter) + 1;
        return [.. own[..after], .. Declared(group), .. own[after..]];
    }

    /// <summary>The names that a field may hold, or null where they are not known beforehand.</summary>
    public ImmutableArray<string>? NamesOf(Named kind) => kind switch
    {
        Named.Section => [.. guide.Sections.Select(s => s.Name)],
        Named.Role => [.. SiteFile.Roles.Select(r => guide.Language.Value(r.Name))],
        Named.Step => [.. guide.Steps.Select(s => s.Slug)],
        Named.Quote => [.. guide.Quotes.Select(q => q.Name)],
        Named.Reader when guide.Flow is { } flow => [.. flow.Readers.Select(r => r.Id).Distinct()],
        Named.Question when guide.Flow is { } flow => [.. flow.Questions.Select(q => q.Id).Where(q => q.Length > 0).Distinct()],
        Named.Target when guide.Flow is { } flow =>
        [
            .. flow.Questions.Select(q => q.Id).Concat(flow.Outcomes.Where(o => o.Step is null).Select(o => o.Id)).Where(n => n.Length > 0).Distinct(),
            .. guide.Steps.Select(s => guide.Language.Reference("step") + ":" + s.Slug),
        ],
        _ => null,
    };

    /// <summary>What an answer to a question of the flow may say; empty where no answer says anything.</summary>
    public ImmutableArray<string> ValuesOf(string question) =>
        [.. (guide.Flow?.Questions ?? []).Where(q => q.Id == question).SelectMany(q => q.Answers).Select(a => a.Value).OfType<string>().Distinct()];

    private IEnumerable<FormField> Declared(FieldGroup group)
    {
        FormField Other(string name, string label) =>
            new(name, group.OpenAs!, label, guide.Language.Hint(group.Name, group.OpenAs!.Name));
        return group.Open switch
        {
            Named.Section when group.OpenAs is null => guide.Sections.Select(OfStep),
            Named.Section => guide.Sections.Select(s => Other(s.Name, s.Heading)),
            Named.Reader => (guide.Flow?.Readers ?? []).DistinctBy(r => r.Id).Select(r => Other(r.Id, r.Name)),
            Named.Question => (guide.Flow?.Questions ?? []).Where(q => q.Id.Length > 0).DistinctBy(q => q.Id).Select(q => Other(q.Id, q.About)),
            Named.Role => NamesOf(Named.Role)!.Value.Select(r => Other(r, r)),
            // None, or named by whoever writes them.
            _ => [],
        };
    }

    private FormField OfStep(StepSection section)
    {
        var (field, hint) = section.Kind switch
        {
            SectionKind.Quote => (new Field(section.Name, FieldKind.Name) { Of = Named.Quote, IsList = true }, "quote"),
            SectionKind.Text => (new Field(section.Name, FieldKind.Markdown), "text"),
            _ => (new Field(section.Name, FieldKind.Markdown) { IsList = true }, "list"),
        };
        return new(section.Name, field with { IsRequired = section.Required }, section.Heading, guide.Language.Hint("step", hint));
    }
}
