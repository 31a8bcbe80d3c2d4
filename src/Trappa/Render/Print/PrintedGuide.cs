using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Model;
using Trappa.Render.Html;

namespace Trappa.Render.Print;

/// <summary>What is printed on sheets, measured, before there are pages.</summary>
/// <param name="Cards">The cards of each preset.</param>
/// <param name="Booklet">The folded booklet, or null where the guide has too many steps for one.</param>
/// <param name="Diagnostics">What does not fit, and what was left out.</param>
internal sealed record PrintedGuide(ImmutableArray<CardSet> Cards, Booklet? Booklet, ImmutableArray<Diagnostic> Diagnostics)
{
    private static PrintedGuide Nothing { get; } = new([], null, []);

    /// <summary>Measures it. What is left out of the usual size of cards is told, and of the others only what is wrong.</summary>
    public static PrintedGuide Of(Guide guide, Typesetter typesetter, bool isPreview, Kept kept)
    {
        if (guide.Steps.IsEmpty)
        {
            return Nothing;
        }
        var font = FontWidths.Read();
        var measure = new TextMeasure(font, LineBreaks.Read());
        var (words, fitting, place) = (new PrintWords(guide, typesetter), new Fitting(measure), guide.Print.Place);
        var flow = guide.Flow is { } asked && guide.Print.HasFlow ? new FlowCard(asked, guide.Language, typesetter, measure, kept) : null;
        var maker = new CardMaker(guide, words, fitting, flow);
        var sets = guide.Print.Presets.Select(maker.Make).ToImmutableArray();
        var (booklet, bookletFaults, bookletDropped) = Booklet.IsFor(guide) ? BookletMaker.Make(guide, words, fitting) : (null, [], []);
        var found = sets.SelectMany(s => s.Diagnostics).Concat(bookletFaults)
            .Select(d => isPreview ? d with { Code = d.Code with { Severity = Severity.Warning } } : d).ToList();
        // Cards of the same size on another paper lack the same.
        found.AddRange(sets.Zip(guide.Print.Presets).GroupBy(s => string.Join("; ", s.First.Dropped))
            .SelectMany(same => Dropped(same.First().First.Dropped, guide.Language.Fill("print_on_cards",
                ("preset", string.Join(", ", same.Select(s => s.Second.Name).Distinct()))), place)));
        // Where no section has a place on the card, all backs are meant to be empty.
        var empty = guide.Print.Back.IsEmpty ? [] : guide.Steps.Where(s => !words.Fields(s, guide.Print.Back, BlockKind.Say, BlockKind.Plain).Any()).ToImmutableArray();
        found.AddRange(empty.Select(s => new Diagnostic(Codes.CardBackEmpty, s.Place, ("card", s.Name),
            ("sections", string.Join(", ", guide.Print.Back.Select(f => f.Section.Name))), ("file", place.File))));
        found.AddRange(guide.Print.Presets.Where(p => !SheetDrawing.HasRuler(p)).Select(p => new Diagnostic(Codes.NoRoomForRuler, p.Place,
            ("name", p.Name), ("least", Millimetres.Told(SheetDrawing.RoomForRuler(p))), ("most", Millimetres.Told(Math.Max(p.Top, p.Bottom))))));
        if (FlowCard.LeftOut(guide, sets) is { } leftOut)
        {
            found.Add(leftOut);
        }
        found.AddRange(Dropped(bookletDropped, guide.Language.Word("print_in_booklet"), place));
        if (booklet is null)
        {
            found.Add(new(Codes.BookletLeftOut, place, ("steps", I(guide.Steps.Length)), ("most", I(Booklet.MostSteps)),
                ("pages", I(Booklet.StepPages)), ("each", I(Booklet.MostOnPage))));
        }
        if (!font.IsFor(guide.Language))
        {
            found.Add(new(Codes.LanguageNotInFont, place, ("language", guide.Language.Code)));
        }
        if (guide.Site.Address is { } address && !QrDrawing.Fits(address))
        {
            found.Add(new(Codes.AddressTooLongForCode, place, ("characters", I(address.Length))));
        }
        return new(sets, booklet, [.. found]);
    }

    private static IEnumerable<Diagnostic> Dropped(ImmutableArray<string> fields, string where, Place place) => fields.IsEmpty ? [] :
        [new(Codes.CardFieldsDropped, place, ("where", where), ("fields", string.Join("; ", fields)), ("file", place.File))];

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);
}
