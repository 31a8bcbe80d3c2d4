using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>An outcome that the file has an entry for, not bound yet: a step of the ladder, or a name of its own.</summary>
internal sealed record OutcomeEntry(YamlMap Map, FieldReader Reader, YamlText? Id, Step? Step);

/// <summary>Binds the outcomes of a flow.</summary>
internal sealed class FlowOutcomes(FlowWording wording, References references, List<Diagnostic> diagnostics)
{
    public static ImmutableArray<OutcomeEntry> Entries(
        YamlList? list, ImmutableArray<Step> steps, References references, List<Diagnostic> diagnostics)
    {
        var language = references.Language;
        var bySlug = steps.DistinctBy(s => s.Slug, StringComparer.Ordinal).ToDictionary(s => s.Slug, StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<OutcomeEntry>();
        foreach (var map in SiteFile.Maps(list, language.Field("outcomes"), language, diagnostics))
        {
            var reader = new FieldReader(map, FieldTable.Outcome, language, diagnostics);
            if (reader.Text("step") is not { Value.Length: > 0 } slug)
            {
                entries.Add(new(map, reader, reader.Required("id"), null));
            }
            else if (bySlug.TryGetValue(language.Slug(slug.Value), out var step))
            {
                entries.Add(new(map, reader, slug, step));
            }
            else
            {
                diagnostics.Add(new(Codes.UnknownStep, slug.Place, ("name", slug.Value), ("suggestion",
                    Nearest.Suggestion(language, slug.Value, bySlug.Keys, references.StepsOnceNamed.GetValueOrDefault(language.Slug(slug.Value))))));
            }
        }
        return entries.ToImmutable();
    }

    /// <summary>The file's own outcomes in their order, then the steps that answers lead to without one.</summary>
    public ImmutableArray<Outcome> Read(ImmutableArray<OutcomeEntry> entries, FlowNames names) =>
    [
        .. entries.Select(e => e.Step is null ? BesideTheLadder(e) : OfStep(e, e.Step)),
        .. names.WithoutEntry.Select(s => Of(s, [.. wording.Readers.Select(r => FromStep(s, r))], s.Place)),
    ];

    private Outcome OfStep(OutcomeEntry entry, Step step)
    {
        var texts = Texts(entry, step);
        entry.Reader.End();
        return Of(step, texts, entry.Id!.Place);
    }

    private Outcome BesideTheLadder(OutcomeEntry entry)
    {
        var name = entry.Reader.Required("name");
        var outcome = new Outcome
        {
            Id = entry.Id?.Value ?? "",
            Name = name is null ? entry.Id?.Value ?? "" : references.Plain.Shown(name, diagnostics),
            Step = null,
            Profile = ProfileReader.Read(entry.Reader.Map("profile"), references, diagnostics),
            Texts = Texts(entry, null),
            Place = entry.Id?.Place ?? entry.Map.Place,
        };
        entry.Reader.End();
        return outcome;
    }

    private static Outcome Of(Step step, ImmutableArray<OutcomeText> texts, Place place) => new()
    {
        Id = step.Slug,
        Name = step.Name,
        Step = step,
        Profile = step.Profile,
        Texts = texts,
        Place = place,
    };

    private ImmutableArray<OutcomeText> Texts(OutcomeEntry entry, Step? step) =>
    [
        .. wording.Readers.Select(reader =>
        {
            if (entry.Reader.NamedMap(reader.Id) is not { } own)
            {
                return FromStep(step, reader);
            }
            var fields = new FieldReader(own, FieldTable.OutcomeText, references.Language, diagnostics);
            var lead = fields.Text("lead");
            var text = new OutcomeText(
                lead is { Value.Length: > 0 } ? references.Read(lead, diagnostics) : step?.Lead,
                [.. reader.Sections.Select(s => Part(s, fields, step)).OfType<OutcomePart>()]);
            fields.End();
            return text;
        }),
    ];

    // Own words stand in the place of all that the step says in that role.
    private OutcomePart? Part(OutcomeSection section, FieldReader fields, Step? step)
    {
        var word = references.Language.Value(SiteFile.Roles.First(r => r.Role == section.Role).Name);
        var own = fields.NamedTexts(word);
        return own.IsEmpty
            ? PartOfStep(step, section)
            : new(section.Role, section.Heading, Cut([.. own.Select(t => references.Read(t, diagnostics))], section), []);
    }

    private static OutcomeText FromStep(Step? step, Reader reader) =>
        new(step?.Lead, [.. reader.Sections.Select(s => PartOfStep(step, s)).OfType<OutcomePart>()]);

    private static OutcomePart? PartOfStep(Step? step, OutcomeSection section)
    {
        var parts = (step?.Parts ?? []).Where(p => p.Section.Role == section.Role).ToList();
        var items = Cut([.. parts.SelectMany(p => p.Items)], section);
        var quotes = Cut([.. parts.SelectMany(p => p.Quotes)], section);
        return items.IsEmpty && quotes.IsEmpty ? null : new(section.Role, section.Heading, items, quotes);
    }

    private static ImmutableArray<T> Cut<T>(ImmutableArray<T> all, OutcomeSection section) =>
        section.Most is { } most && most < all.Length ? all[..Math.Max(0, most)] : all;
}
