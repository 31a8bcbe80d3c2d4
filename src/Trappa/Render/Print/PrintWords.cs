using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Render.Html;

namespace Trappa.Render.Print;

/// <summary>The guide's words as they stand on cards and in the booklet.</summary>
internal sealed class PrintWords(Guide guide, Typesetter typesetter)
{
    /// <summary>A run, set as running text is on the screen, so that what is measured is what stands in the page.</summary>
    public TextRun Run(string text, bool isBold = false)
    {
        using var output = new TextBuffer(text.Length + 64);
        typesetter.Append(text, output);
        return new(output.Text.ToString(), isBold);
    }

    /// <summary>One line of who a step is, where it is written.</summary>
    public CardBlock Lead(Step step, BlockKind kind)
    {
        var own = CardText(step, guide.Language.Field("lead"));
        return new(kind, [Run(own?.Items[0] ?? step.Lead.Plain)], guide.Language.Field("lead"), null) { Place = own?.Place ?? step.Lead.Place };
    }

    /// <summary>The guide's edition; nothing where it has none.</summary>
    public IEnumerable<CardBlock> Edition(BlockKind kind) => guide.Site.Edition is not { } edition ? [] :
    [
        new(kind, [Run(guide.Language.Fill("edition", ("edition", guide.Language.Month(edition.Year, edition.Month))))],
            guide.Language.Field("edition"), null),
    ];

    /// <summary>What one can recognise a step by, one a paragraph.</summary>
    public IEnumerable<CardBlock> Signs(Step step) => guide.Sections.FirstOrDefault(s => s.Role == Role.Sign) is not { } section ? []
        : Texts(step, section).Select(s => new CardBlock(BlockKind.Plain, [Run("• " + s)], section.Name, null) { Place = PlaceOf(step, section) });

    // What a step has in a section, in its card's words where it has any.
    private static IEnumerable<string> Texts(Step step, StepSection section)
    {
        var part = Part(step, section);
        return CardText(step, section.Name)?.Items ?? part?.Items.Select(i => i.Plain).Concat(part.Quotes.Select(q => q.Text.Plain)) ?? [];
    }

    /// <summary>A step's paragraphs for some fields; what it does not have is not there.</summary>
    public IEnumerable<CardBlock> Fields(Step step, ImmutableArray<CardField> fields, BlockKind said, BlockKind told)
    {
        foreach (var field in fields)
        {
            var texts = Texts(step, field.Section).ToList();
            if (texts.Count == 0)
            {
                continue;
            }
            var blocks = field.Section.Kind == SectionKind.Quote
                ? texts.Select(t => Said(said, t, field.Section.Name, field.DropOrder))
                : [new(told, [.. field.Label.Length == 0 ? [] : new[] { Run(field.Label + ": ", true) }, Run(string.Join(" · ", texts))],
                    field.Section.Name, field.DropOrder)];
            foreach (var block in blocks)
            {
                yield return block with { MostLines = field.MostLines, Place = PlaceOf(step, field.Section) };
            }
        }
    }

    /// <summary>What one can say, in the language's marks.</summary>
    public CardBlock Said(BlockKind kind, string text, string field, int? dropOrder) =>
        new(kind, [Run(guide.Language.Quoted(text))], field, dropOrder) { Closing = guide.Language.QuotationMarks[1].ToString() };

    /// <summary>Outside resources that can be had: what they are called, and where or by which words they are found.</summary>
    public IEnumerable<CardBlock> Resources()
    {
        foreach (var resource in guide.Resources.Where(r => r.State is ResourceState.Found or ResourceState.Missing))
        {
            var found = resource.Link is { } url ? Breakable(Shown(url)) with { Url = url } : Run(resource.SearchFor ?? "");
            var order = guide.Print.ResourcesMayDrop.IndexOf(resource.Id);
            yield return new(BlockKind.Plain, [Run(resource.Title + ": ", true), found], resource.Title, order < 0 ? null : order) { Place = resource.Place };
        }
    }

    /// <summary>An address as one reads it aloud.</summary>
    public static string Shown(string address) => address.Split("//")[^1].TrimEnd('/');

    /// <summary>An address that goes on in the next line after a slash or a dot, in every browser (Chicago Manual of Style 7.46); nothing shows there.</summary>
    public static TextRun Breakable(string address) =>
        new(address.Replace("/", "/\u200B", StringComparison.Ordinal).Replace(".", ".\u200B", StringComparison.Ordinal), false);

    /// <summary>What is wrong with paragraphs besides that their box is too full.</summary>
    /// <param name="fitted">The paragraphs.</param>
    /// <param name="name">What a paragraph is called.</param>
    /// <param name="where">Where they stand, as <c>on the cards (85x54)</c>.</param>
    /// <param name="place">Where it is told of what stands in no file.</param>
    public IEnumerable<Diagnostic> Faults(Fitted fitted, Func<CardBlock, string> name, string where, Place place) =>
    [
        .. fitted.WideWords.Select(w => new Diagnostic(Codes.CardWordTooLong, w.Block.Place ?? place,
            ("word", w.Word), ("field", name(w.Block)), ("where", where))),
        .. fitted.OverLimit.Select(e => new Diagnostic(Codes.CardFieldTooLong, e.Block.Place ?? place, ("field", name(e.Block)),
            ("where", where), ("lines", Lines(e.Lines)), ("most", Lines(e.Block.MostLines!.Value)), ("characters", I(e.Characters)),
            ("words", e.Words), ("file", guide.Print.Place.File))),
    ];

    /// <summary>A number of lines, in words.</summary>
    public string Lines(int count) => count == 1 ? guide.Language.Word("print_one_line") : guide.Language.Fill("print_lines", ("count", I(count)));

    private static string I(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static Place? PlaceOf(Step step, StepSection section) => CardText(step, section.Name)?.Place ?? Part(step, section)?.Place;

    private static CardText? CardText(Step step, string name) => step.CardTexts.FirstOrDefault(c => c.Name == name);

    private static StepPart? Part(Step step, StepSection section) => step.Parts.FirstOrDefault(p => p.Section == section);
}
