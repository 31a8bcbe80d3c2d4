using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Markdig.Syntax;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds the files of the steps.</summary>
internal static class StepReader
{
    public static ImmutableArray<Step> ReadAll(
        ImmutableArray<Filed> files, ImmutableArray<StepSection> sections, FrozenDictionary<string, Quote> quotes,
        References references, List<Diagnostic> diagnostics)
    {
        var steps = files
            .Select(f => Read(f, sections, quotes, references, diagnostics))
            .OrderBy(s => s.Number)
            .ToList();
        for (var i = 1; i < steps.Count; i++)
        {
            // Steps without any order are told of as such.
            if (steps[i].Number == steps[i - 1].Number && steps[i].Number != int.MaxValue)
            {
                diagnostics.Add(new(Codes.SameOrder, OrderPlace(steps[i], files, references.Language),
                    ("order", steps[i].Number.ToString(CultureInfo.InvariantCulture)), ("other", steps[i - 1].Place.File)));
            }
        }
        // The place on the ladder is counted: orders may leave gaps for steps to come.
        return [.. steps.Select((s, i) => s with { Number = i + 1 })];
    }

    // The field that says it, else the file whose name begins with it.
    private static Place OrderPlace(Step step, ImmutableArray<Filed> files, Language language) =>
        files.First(f => f.Document.Path == step.Place.File).Document.FrontMatter.Find(language.Field("order"))?.Place ?? step.Place;

    private static Step Read(
        Filed file, ImmutableArray<StepSection> sections, FrozenDictionary<string, Quote> quotes,
        References references, List<Diagnostic> diagnostics)
    {
        var language = references.Language;
        var document = file.Document.Unbound(references.Markdown);
        var reader = new FieldReader(document.FrontMatter, FieldTable.Step, language, diagnostics);
        var said = reader.Text("name");
        var name = said is { } own ? references.Plain.Shown(own, diagnostics) : Names.Title(Names.FileOf(document.Path));
        reader.Node("slug");
        reader.YesNo("draft", false);
        var order = reader.Number("order") ?? Names.Order(Names.FileOf(document.Path));
        if (order is null)
        {
            diagnostics.Add(new(Codes.MissingField, document.FrontMatter.Place, ("name", language.Field("order"))));
        }
        var lead = reader.Text("lead");
        var difference = reader.Text("difference");
        var headings = Headings(reader.Map("headings"), sections, references, diagnostics);
        var validity = Validity.Read(reader);
        var step = new Step
        {
            Validity = validity,
            Past = validity.Tell(name, references.Today, language, diagnostics) ? validity.Words(language) : null,
            Number = order ?? int.MaxValue,
            Name = name,
            NamePlace = said?.Place,
            Slug = file.Slug,
            Address = file.Address,
            Lead = Prose(lead, document, references, diagnostics),
            Difference = difference is null ? null : references.Read(difference, diagnostics),
            Parts = [.. sections.Select(s => Part(s, headings, reader, document, quotes, references, diagnostics)).OfType<StepPart>()],
            Body = references.Resolve(document.Tree, document.Text, diagnostics),
            Profile = ProfileReader.Read(reader.Map("profile"), references, diagnostics),
            Aliases = [.. reader.Texts("alias").Select(a => new OldAddress(a.Value, a.Place))],
            AddressPlace = file.AddressPlace,
            Place = new(document.Path, 1, 1),
        };
        step = step with { CardTexts = CardTexts(reader.Map("card_text"), sections, references, diagnostics) };
        reader.End();
        return step;
    }

    // The lead and the sections may be said in other words on the card.
    private static ImmutableArray<CardText> CardTexts(
        YamlMap? map, ImmutableArray<StepSection> sections, References references, List<Diagnostic> diagnostics)
    {
        if (map is null)
        {
            return [];
        }
        var reader = new FieldReader(map, FieldTable.CardText, references.Language, diagnostics);
        var texts = sections.Select(s => s.Name).Prepend(references.Language.Field("lead"))
            .Select(n => (Name: n, Place: map.Find(n)?.Place, Texts: reader.NamedTexts(n)))
            .Where(t => !t.Texts.IsEmpty)
            .Select(t => new CardText(t.Name, [.. t.Texts.Select(x => references.Read(x, diagnostics).Plain)], t.Place!.Value))
            .ToImmutableArray();
        reader.End();
        return texts;
    }

    private static Prose Prose(YamlText? text, Document document, References references, List<Diagnostic> diagnostics) =>
        references.Read(text ?? new(document.FrontMatter.Place, "", document.FrontMatter.Place), diagnostics);

    private static StepPart? Part(
        StepSection section, ImmutableSortedDictionary<string, string> headings, FieldReader reader, Document document,
        FrozenDictionary<string, Quote> quotes, References references, List<Diagnostic> diagnostics)
    {
        var texts = section.Kind == SectionKind.Text
            ? reader.NamedText(section.Name) is { Value.Length: > 0 } text ? [text] : []
            : reader.NamedTexts(section.Name);
        if (texts.IsEmpty)
        {
            if (section.Required)
            {
                diagnostics.Add(new(Codes.MissingField, document.FrontMatter.Find(section.Name)?.Place ?? document.FrontMatter.Place,
                    ("name", section.Name)));
            }
            return null;
        }
        var heading = headings.GetValueOrDefault(section.Name, section.Heading);
        var place = document.FrontMatter.Find(section.Name)!.Place;
        if (section.Kind != SectionKind.Quote)
        {
            var items = section.Kind == SectionKind.Text ? [references.Read(texts[0], diagnostics)] : references.ReadItems(texts, diagnostics);
            return items.IsEmpty ? null : new(section, heading, items, [], place);
        }
        var found = ImmutableArray.CreateBuilder<Quote>();
        foreach (var name in texts)
        {
            if (quotes.TryGetValue(name.Value, out var quote))
            {
                found.Add(quote);
            }
            else
            {
                diagnostics.Add(new(Codes.UnknownQuote, name.Place, ("name", name.Value),
                    ("suggestion", Nearest.Suggestion(references.Language, name.Value, quotes.Keys))));
            }
        }
        return new(section, heading, [], found.ToImmutable(), place);
    }

    private static ImmutableSortedDictionary<string, string> Headings(
        YamlMap? map, ImmutableArray<StepSection> sections, References references, List<Diagnostic> diagnostics)
    {
        if (map is null)
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }
        var reader = new FieldReader(map, FieldTable.Headings, references.Language, diagnostics);
        var headings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            if (reader.NamedText(section.Name) is { } heading)
            {
                headings[section.Name] = references.Plain.Shown(heading, diagnostics);
            }
        }
        reader.End();
        return headings.ToImmutable();
    }
}
