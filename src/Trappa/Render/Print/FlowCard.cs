using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Keeping;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Render.Html;

namespace Trappa.Render.Print;

/// <summary>What came of laying out a flow: its card, or what it is too large by.</summary>
internal sealed record LaidFlow(Card? Card, FlowFit? LeftOut);

/// <summary>Makes the card that has the flow as a picture of itself over both sides.</summary>
internal sealed class FlowCard(Flow flow, Language language, Typesetter typesetter, TextMeasure measure, Kept kept)
{
    // Between the title and the first question, in millimetres.
    private const double BelowTitle = 1.8;

    private readonly FlowPaperTexts _texts = new(flow, language, typesetter, measure);

    private readonly object?[] _key = kept.IsKeeping ? [language, typesetter, .. Read(flow)] : [];

    /// <summary>
    /// The card in a preset, or what the flow is too large by. Laying it out is most of what the print pages cost, and few
    /// edits change a word of it, so it is kept by itself.
    /// </summary>
    public LaidFlow Make(CardPreset preset) =>
        kept.Get("flow card", string.Create(CultureInfo.InvariantCulture, $"{preset.Width}x{preset.Height}"), _key, () => Lay(preset));

    // All that stands on it, and what leads to what: the rest of a flow, and of its steps, may change.
    private static IEnumerable<object?> Read(Flow flow) =>
    [
        flow.Title, flow.Start,
        .. flow.Questions.SelectMany((q, node) => q.Answers.SelectMany((a, i) => new object?[] { flow.WordsOf(new(node, i)), a.To })
            .Concat([q.CardText, q.Texts.FirstOrDefault(t => t is not null)?.Ask, q.About, q.Answers.Length])),
        .. flow.Outcomes.SelectMany(o => new object?[] { o.Name, o.Step?.Number }),
    ];

    private LaidFlow Lay(CardPreset preset)
    {
        var room = new PaperBox(preset.Width, preset.Height);
        var box = new PaperBox(preset.Width - (2 * CardMaker.Safe), preset.Height - (2 * CardMaker.Safe));
        var title = new CardBlock(BlockKind.Name14, _texts.Title, language.Field("title"), null);
        var below = (measure.Lines(title.Runs, title.Kind.Size, box.Width).Lines * title.Kind.Leading * 25.4 / 72) + BelowTitle;
        var fit = FlowOnPaper.Lay(flow, _texts, [box with { Height = box.Height - below }, box]);
        if (fit.Drawn is not { } drawn)
        {
            return new(null, fit);
        }
        var front = new FlowPaperDrawing(drawn.Sides[0], drawn.Type, 0, CardMaker.Safe, CardMaker.Safe + below, room, language);
        var back = drawn.Sides.Length == 1 ? null
            : new FlowPaperDrawing(drawn.Sides[1], drawn.Type, front.Count, CardMaker.Safe, CardMaker.Safe, room, language);
        return new(new(flow.Title, new([title], 0, Flow: front), new([], 0, Flow: back)), null);
    }

    /// <summary>What there is to say of the presets whose cards it is left out of; null where it is on all that were asked for.</summary>
    public static Diagnostic? LeftOut(Guide guide, ImmutableArray<CardSet> sets)
    {
        var without = sets.Zip(guide.Print.Presets).Where(s => s.First.FlowLeftOut is not null).ToList();
        if (without.Count == 0 || guide.Flow is not { } flow)
        {
            return null;
        }
        var presets = string.Join(", ", without.Select(s => $"{s.Second.Name} ({s.Second.Paper.Name})"));
        var first = without[0].First.FlowLeftOut!;
        var (name, settings) = (without[0].Second.Name, guide.Print.Place.File);
        return first.TooWide.Length > 0
            ? new(Codes.FlowTooWideForCard, PlaceOf(flow, first.TooWide), ("word", first.TooWide), ("first", name), ("presets", presets), ("settings", settings))
            : new(Codes.FlowTooHighForCard, flow.Place, ("over", Math.Ceiling(first.TooHigh).ToString(CultureInfo.InvariantCulture)),
                ("first", name), ("presets", presets), ("settings", settings));
    }

    // The question that the word stands in, or the flow where it stands in its title.
    private static Place PlaceOf(Flow flow, string word) => flow.Questions.FirstOrDefault(q =>
        new[] { q.CardText ?? q.Texts[0]?.Ask ?? "" }.Concat(q.Answers.Select(a => a.Texts[0]))
            .Any(t => t.Contains(word.Replace("\u00AD", "", StringComparison.Ordinal), StringComparison.Ordinal)))?.Place ?? flow.Place;
}
