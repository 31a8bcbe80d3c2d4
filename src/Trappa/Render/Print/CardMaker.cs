using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Render.Html;

namespace Trappa.Render.Print;

/// <summary>Makes the cards of a guide in a size: what stands on them, measured, with nothing cut.</summary>
internal sealed class CardMaker
{
    /// <summary>No text is nearer to a cut than this, in millimetres.</summary>
    public const double Safe = 4;

    /// <summary>Height of the staircase at the foot of a front, with the space above it, in millimetres.</summary>
    public const double Stairs = 7;

    // As many letters of what has no room as one reads.
    private const int MostOfWords = 200;

    private const double MillimetresPerPoint = 25.4 / 72;

    private readonly Guide _guide;
    private readonly Typesetter _typesetter;
    private readonly TextMeasure _measure = new(FontWidths.Read(), LineBreaks.Read());

    public CardMaker(Guide guide, Typesetter typesetter)
    {
        _guide = guide;
        _typesetter = typesetter;
    }

    /// <summary>The cards of a preset.</summary>
    public CardSet Make(CardPreset preset)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var dropped = ImmutableArray.CreateBuilder<string>();
        var cards = _guide.Steps.Select(step => new Card(step.Name,
            Fitted(step.Name, "print_front", Front(step), step.Number, preset, step.Place, found, dropped),
            Fitted(step.Name, "print_back", Back(step), 0, preset, step.Place, found, dropped))).ToList();
        cards.Add(Last(preset, found, dropped));
        return new([.. cards], found.ToImmutable(), dropped.ToImmutable());
    }

    private List<CardBlock> Front(Step step)
    {
        var signs = Texts(step, _guide.Sections.FirstOrDefault(s => s.Role == Role.Sign)).Take(_guide.Print.Signs);
        return
        [
            new(BlockKind.Name14, [Run($"{step.Number.ToString(CultureInfo.InvariantCulture)} {step.Name}", true)], _guide.Language.Field("name"), null),
            new(BlockKind.Lead, [Run(CardText(step, _guide.Language.Field("lead"))?[0] ?? step.Lead.Plain)], _guide.Language.Field("lead"), null),
            .. signs.Select(s => new CardBlock(BlockKind.Plain, [Run("• " + s)], _guide.Language.Value("sign"), null)),
        ];
    }

    private List<CardBlock> Back(Step step)
    {
        var blocks = new List<CardBlock>();
        foreach (var field in _guide.Print.Back)
        {
            var texts = Texts(step, field.Section).ToList();
            if (texts.Count == 0)
            {
                continue;
            }
            var marks = _guide.Language.QuotationMarks;
            blocks.AddRange(field.Section.Kind == SectionKind.Quote
                ? texts.Select(t => new CardBlock(BlockKind.Say, [Run(marks[0] + t + marks[1])], field.Section.Name, field.DropOrder))
                : [new(BlockKind.Plain, [.. field.Label.Length == 0 ? [] : new[] { Run(field.Label + ": ", true) }, Run(string.Join(" · ", texts))], field.Section.Name, field.DropOrder)]);
        }
        return blocks;
    }

    // Resources, the edition, and a box for a pen.
    private Card Last(CardPreset preset, ImmutableArray<Diagnostic>.Builder found, ImmutableArray<string>.Builder dropped)
    {
        var language = _guide.Language;
        var place = _guide.Print.Place;
        List<CardBlock> front = [new(BlockKind.Name14, [Run(_guide.Site.Title, true)], language.Field("title"), null)];
        if (_guide.Site.Edition is { } edition)
        {
            front.Add(new(BlockKind.Lead, [Run(language.Fill("edition", ("edition", language.Month(edition.Year, edition.Month))))], language.Field("edition"), null));
        }
        if (_guide.Site.Address is { } address)
        {
            front.Add(new(BlockKind.Lead, [Run(address.Split("//")[1].TrimEnd('/'))], language.Field("address"), null));
        }
        if (_guide.Print.HasOwnBox)
        {
            front.Add(new(BlockKind.Plain, [Run(language.Word("print_own"))], language.Field("own_box"), null));
        }
        var back = _guide.Resources.Where(r => r.State is ResourceState.Found or ResourceState.Missing)
            .Select((r, i) => new CardBlock(BlockKind.Plain, [Run(r.Title + ": ", true), Run(Where(r))], r.Title, 1000 - i))
            .ToList();
        var code = _guide.Site.Address is { } said && QrDrawing.Fits(said) ? said : null;
        return new(_guide.Site.Title,
            Fitted(_guide.Site.Title, "print_front", front, 0, preset, place, found, dropped, code, _guide.Print.HasOwnBox),
            Fitted(_guide.Site.Title, "print_back", back, 0, preset, place, found, dropped));
    }

    private static string Where(Resource resource) => resource.Url is { } url ? url.Split("//")[^1].TrimEnd('/') : resource.SearchFor ?? "";

    private CardFace Fitted(
        string card, string side, List<CardBlock> blocks, int step, CardPreset preset, Place place,
        ImmutableArray<Diagnostic>.Builder found, ImmutableArray<string>.Builder dropped, string? code = null, bool hasPenBox = false)
    {
        var width = preset.Width - (2 * Safe);
        var height = preset.Height - (2 * Safe) - (step > 0 ? Stairs : code is not null || hasPenBox ? QrDrawing.Side + 1 : 0);
        var left = blocks.Select(b => (Block: b, Text: Measured(b, width))).ToList();
        foreach (var (block, _) in left.Where(b => b.Text.WidestWord > width))
        {
            found.Add(new(Codes.CardWordTooLong, place, ("word", Widest(block, width)), ("preset", preset.Name)));
        }
        while (Height(left) > height && left.Exists(b => b.Block.DropOrder is not null))
        {
            var least = left.Where(b => b.Block.DropOrder is not null).MinBy(b => b.Block.DropOrder);
            left.Remove(least);
            dropped.Add($"{card}: {least.Block.Field}");
        }
        if (Height(left) - height is > 0 and var over)
        {
            var lines = (int)Math.Ceiling(over / (left[^1].Block.Kind.Leading * MillimetresPerPoint));
            var (longest, text) = left.MaxBy(b => b.Text.Lines);
            var perLine = longest.Runs.Sum(r => r.Text.Length) / Math.Max(1, text.Lines);
            found.Add(new(Codes.CardTextTooLong, place, ("card", card), ("side", _guide.Language.Word(side)), ("preset", preset.Name),
                ("field", longest.Field), ("lines", lines.ToString(CultureInfo.InvariantCulture)),
                ("characters", (lines * perLine).ToString(CultureInfo.InvariantCulture)), ("words", LastLines(longest, text, lines)), ("file", _guide.Print.Place.File)));
        }
        return new([.. left.Select((b, i) => b.Text.WidestWord > width || Height(left[..(i + 1)]) > height ? b.Block with { IsTooMuch = true } : b.Block)], step, code, hasPenBox);
    }

    // The words that would have to go: those of its last lines.
    private static string LastLines(CardBlock block, MeasuredText measured, int lines)
    {
        var words = string.Join(' ', string.Concat(block.Runs.Select(r => r.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var gone = words[Math.Min(words.Length, measured.Starts[Math.Max(0, measured.Lines - lines)])..].Replace("\u00AD", "", StringComparison.Ordinal).Trim();
        return gone.Length <= MostOfWords ? gone : gone[..MostOfWords] + "…";
    }

    private static double Height(List<(CardBlock Block, MeasuredText Text)> blocks) =>
        blocks.Select((b, i) => (i == 0 ? 0 : b.Block.Kind.Gap) + (b.Text.Lines * b.Block.Kind.Leading * MillimetresPerPoint)).Sum();

    private MeasuredText Measured(CardBlock block, double width) => _measure.Lines(block.Runs, block.Kind.Size, width);

    private string Widest(CardBlock block, double width) => string.Concat(block.Runs.Select(r => r.Text)).Split(' ', '\u00AD')
        .FirstOrDefault(w => _measure.Width(w, block.Runs[0].IsBold, block.Kind.Size) > width, "");

    private static IEnumerable<string> Texts(Step step, StepSection? section)
    {
        if (section is null)
        {
            return [];
        }
        var part = step.Parts.FirstOrDefault(p => p.Section == section);
        return CardText(step, section.Name) ?? part?.Items.Select(i => i.Plain).Concat(part.Quotes.Select(q => q.Text.Plain)) ?? [];
    }

    private static ImmutableArray<string>? CardText(Step step, string name) =>
        step.CardTexts.FirstOrDefault(c => c.Name == name)?.Items;

    // Set as running text is on the screen, so that what is measured is what stands in the page.
    private TextRun Run(string text, bool isBold = false)
    {
        using var output = new TextBuffer(text.Length + 64);
        _typesetter.Append(text, output);
        return new(output.Text.ToString(), isBold);
    }
}
