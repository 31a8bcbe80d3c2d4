using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds <c>kort.yaml</c>. Without it everything has a value.</summary>
internal static class PrintFile
{
    // As many signs as are read at a glance.
    private const int UsualSigns = 3;

    /// <summary>The sheets of <c>pocket.md</c> that the trade has: pre-cut business cards, ISO 7810 ID-1, A7, US cards.</summary>
    private static ImmutableArray<CardPreset> Usual(Place place) =>
    [
        Centred("85x54", Paper.A4, 85, 54, 2, 5, place),
        Centred("90x55", Paper.A4, 90, 55, 2, 5, place),
        Centred("ID-1", Paper.A4, 85.6, 53.98, 2, 5, place),
        Centred("A7", Paper.A4, 74, 105, 2, 2, place),
        Centred("3.5x2in", Paper.Letter, 88.9, 50.8, 2, 5, place),
        Centred("85x54", Paper.Letter, 85, 54, 2, 4, place),
    ];

    public static PrintSettings Read(YamlNode? file, SiteFile site, References references, List<Diagnostic> diagnostics)
    {
        var language = references.Language;
        var place = new Place("content/" + language.File("cards"));
        if (file is not (null or YamlMap))
        {
            diagnostics.Add(FieldReader.WrongType(language.File("cards"), file, "type_map", language));
        }
        var reader = new FieldReader(file as YamlMap ?? new YamlMap(place, []), FieldTable.Cards, language, diagnostics);
        var presets = Presets(reader.List("presets"), references, diagnostics);
        var back = Fields(reader.List("back"), "back", site.Sections, references, diagnostics) is { IsEmpty: false } chosen ? chosen : UsualBack(site.Sections, place);
        var mayDrop = reader.Texts("resources_may_drop").Where(r => references.IsResource(r, diagnostics)).Select(r => r.Value).ToImmutableArray();
        var signs = reader.Number("signs") ?? UsualSigns;
        var ownBox = reader.YesNo("own_box", true);
        var booklet = BookletFile.Read(reader.Map("booklet"), back, site.Sections, references, diagnostics);
        var flow = reader.YesNo("questions", true);
        reader.End();
        return new()
        {
            Presets = presets.IsEmpty ? Usual(place) : presets,
            Back = back,
            ResourcesMayDrop = mayDrop,
            Signs = signs,
            HasOwnBox = ownBox,
            Booklet = booklet,
            HasFlow = flow,
            Place = place,
        };
    }

    /// <summary>A preset in the middle of its sheet.</summary>
    internal static CardPreset Centred(string name, Paper paper, double width, double height, int columns, int rows, Place place) => new()
    {
        Name = name,
        Paper = paper,
        Width = width,
        Height = height,
        Columns = columns,
        Rows = rows,
        Left = Rounded((paper.Width - (columns * width)) / 2),
        Top = Rounded((paper.Height - (rows * height)) / 2),
        Place = place,
    };

    // What the sections say of the card. Nobody has said that any of it may be left out.
    private static ImmutableArray<CardField> UsualBack(ImmutableArray<StepSection> sections, Place place) =>
    [
        .. sections.Where(s => s.CardOrder is not null).OrderBy(s => s.CardOrder)
            .Select(s => new CardField(s, s.Kind == SectionKind.Quote ? "" : s.Heading, null, null, place)),
    ];

    private static ImmutableArray<CardPreset> Presets(YamlList? list, References references, List<Diagnostic> diagnostics)
    {
        var presets = ImmutableArray.CreateBuilder<CardPreset>();
        foreach (var map in SiteFile.Maps(list, references.Language.Field("presets"), references.Language, diagnostics))
        {
            if (Preset(map, references, diagnostics) is not { } preset)
            {
                continue;
            }
            // Their pages would have one address: names that differ only by case or signs are one.
            if (presets.FirstOrDefault(p => p.Slug(references.Language) == preset.Slug(references.Language)) is { } other)
            {
                diagnostics.Add(new(Codes.SameName, preset.Place, ("name", preset.Name),
                    ("other", new Place(other.Place.File, other.Place.Line).ToString())));
                continue;
            }
            presets.Add(preset);
        }
        return presets.ToImmutable();
    }

    private static CardPreset? Preset(YamlMap map, References references, List<Diagnostic> diagnostics)
    {
        var reader = new FieldReader(map, FieldTable.Preset, references.Language, diagnostics);
        var name = reader.Text("name");
        var paper = Paper.All.First(p => p.Name == (reader.Choice("paper") ?? "A4"));
        var (width, height) = (reader.Measure("width"), reader.Measure("height"));
        var (columns, rows) = (reader.Number("columns"), reader.Number("rows"));
        var (left, top) = (reader.Measure("left"), reader.Measure("top"));
        reader.End();
        if (name is null || width is not { } w || height is not { } h || columns is not { } c || rows is not { } r)
        {
            return null;
        }
        var preset = Centred(name.Value, paper, w, h, c, r, map.Place);
        return preset with { Left = left ?? preset.Left, Top = top ?? preset.Top };
    }

    /// <summary>A list of sections of a step, each with what stands before it and whether it may be left out.</summary>
    internal static ImmutableArray<CardField> Fields(
        YamlList? list, string english, ImmutableArray<StepSection> sections, References references, List<Diagnostic> diagnostics)
    {
        var language = references.Language;
        var fields = ImmutableArray.CreateBuilder<CardField>();
        foreach (var map in SiteFile.Maps(list, language.Field(english), language, diagnostics))
        {
            var reader = new FieldReader(map, FieldTable.CardField, language, diagnostics);
            var name = reader.Text("section");
            var label = reader.Text("label");
            var lines = reader.Number("lines");
            var drop = reader.Number("may_drop");
            reader.End();
            if (name is null)
            {
                continue;
            }
            if (sections.FirstOrDefault(s => s.Name == name.Value) is not { } section)
            {
                diagnostics.Add(new(Codes.UnknownValue, name.Place, ("name", language.Field("section")), ("value", name.Value),
                    ("allowed", string.Join(", ", sections.Select(s => s.Name)))));
                continue;
            }
            fields.Add(new(section, label is null ? section.Kind == SectionKind.Quote ? "" : section.Heading
                : references.Plain.Shown(label, diagnostics), lines, drop, map.Place));
        }
        return fields.ToImmutable();
    }

    // To a hundredth of a millimetre, a tenth of what is promised.
    private static double Rounded(double value) => Math.Round(value, 2);
}
