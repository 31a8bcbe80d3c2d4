using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>Makes the cards of a guide in a size: what stands on them, measured, with nothing cut.</summary>
internal sealed class CardMaker
{
    /// <summary>No text is nearer to a cut than this, in millimetres.</summary>
    public const double Safe = 4;

    /// <summary>Height of the staircase at the foot of a front, with the space above it, in millimetres.</summary>
    public const double Stairs = 7;

    private readonly Guide _guide;
    private readonly PrintWords _words;
    private readonly Fitting _fitting;
    private readonly FlowCard? _flow;

    public CardMaker(Guide guide, PrintWords words, Fitting fitting, FlowCard? flow)
    {
        _guide = guide;
        _words = words;
        _fitting = fitting;
        _flow = flow;
    }

    /// <summary>The cards of a preset.</summary>
    public CardSet Make(CardPreset preset)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var dropped = ImmutableArray.CreateBuilder<string>();
        var cards = _guide.Steps.Select(step => new Card(step.Name,
            Fitted(step.Name, "print_front", Front(step), step.Number, preset, step.Place, found, dropped),
            Fitted(step.Name, "print_back", [.. _words.Fields(step, _guide.Print.Back, BlockKind.Say, BlockKind.Plain)], 0, preset, step.Place, found, dropped))).ToList();
        var (flow, leftOut) = _flow?.Make(preset) ?? new(null, null);
        if (flow is not null)
        {
            cards.Add(flow);
        }
        cards.Add(Last(preset, found, dropped));
        return new([.. cards], found.ToImmutable(), dropped.ToImmutable(), leftOut);
    }

    private List<CardBlock> Front(Step step) =>
    [
        new(BlockKind.Name14, [_words.Run($"{step.Number.ToString(CultureInfo.InvariantCulture)} {step.Name}", true)], _guide.Language.Field("name"), null) { Place = step.NamePlace },
        _words.Lead(step, BlockKind.Lead),
        .. _words.Signs(step).Take(_guide.Print.Signs),
    ];

    // Resources, the edition, and a box for a pen.
    private Card Last(CardPreset preset, ImmutableArray<Diagnostic>.Builder found, ImmutableArray<string>.Builder dropped)
    {
        var language = _guide.Language;
        var place = _guide.Print.Place;
        List<CardBlock> front = [new(BlockKind.Name14, [_words.Run(_guide.Site.Title, true)], language.Field("title"), null)];
        front.AddRange(_words.Edition(BlockKind.Lead));
        if (_guide.Site.Address is { } address)
        {
            front.Add(new(BlockKind.Lead, [_words.Run(PrintWords.Shown(address)) with { Url = address }], language.Field("address"), null));
        }
        if (_guide.Print.HasOwnBox)
        {
            front.Add(new(BlockKind.Plain, [_words.Run(language.Word("print_own"))], language.Field("own_box"), null));
        }
        var back = _words.Resources().ToList();
        var code = _guide.Site.Address is { } said && QrDrawing.Fits(said) ? said : null;
        return new(_guide.Site.Title,
            Fitted(_guide.Site.Title, "print_front", front, 0, preset, place, found, dropped, code, _guide.Print.HasOwnBox),
            Fitted(_guide.Site.Title, "print_back", back, 0, preset, place, found, dropped));
    }

    private CardFace Fitted(
        string card, string side, List<CardBlock> blocks, int step, CardPreset preset, Place place,
        ImmutableArray<Diagnostic>.Builder found, ImmutableArray<string>.Builder dropped, string? code = null, bool hasPenBox = false)
    {
        var width = preset.Width - (2 * Safe);
        var height = preset.Height - (2 * Safe) - (step > 0 ? Stairs : code is not null || hasPenBox ? QrDrawing.Side + 1 : 0);
        var fitted = _fitting.Fit(blocks, width, height);
        string Name(CardBlock block) => $"{card}: {block.Field}";
        found.AddRange(_words.Faults(fitted, Name, _guide.Language.Fill("print_on_cards", ("preset", preset.Name)), place));
        dropped.AddRange(fitted.Dropped.Select(Name));
        found.AddRange(fitted.OverBox.Select(e => new Diagnostic(Codes.CardTextTooLong, e.Block.Place ?? place, ("card", card),
            ("side", _guide.Language.Word(side)), ("preset", preset.Name), ("field", e.Block.Field), ("lines", _words.Lines(e.Lines)),
            ("characters", e.Characters.ToString(CultureInfo.InvariantCulture)), ("words", e.Words), ("file", _guide.Print.Place.File))));
        return new(fitted.Blocks, step, code, hasPenBox);
    }
}
