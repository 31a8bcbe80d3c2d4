using System.Collections.Immutable;
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

    /// <summary>One line of who a step is.</summary>
    public string Lead(Step step) => CardText(step, guide.Language.Field("lead"))?[0] ?? step.Lead.Plain;

    /// <summary>What a step has in a section, in its card's words where it has any.</summary>
    public static IEnumerable<string> Texts(Step step, StepSection? section)
    {
        if (section is null)
        {
            return [];
        }
        var part = step.Parts.FirstOrDefault(p => p.Section == section);
        return CardText(step, section.Name) ?? part?.Items.Select(i => i.Plain).Concat(part.Quotes.Select(q => q.Text.Plain)) ?? [];
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
            if (field.Section.Kind == SectionKind.Quote)
            {
                foreach (var text in texts)
                {
                    yield return new(said, [Said(text)], field.Section.Name, field.DropOrder);
                }
                continue;
            }
            yield return new(told,
                [.. field.Label.Length == 0 ? [] : new[] { Run(field.Label + ": ", true) }, Run(string.Join(" · ", texts))],
                field.Section.Name, field.DropOrder);
        }
    }

    /// <summary>What one can say, in the language's marks.</summary>
    public TextRun Said(string text) => Run(guide.Language.QuotationMarks[0] + text + guide.Language.QuotationMarks[1]);

    /// <summary>Outside resources that can be had: what they are called, and where or by which words they are found.</summary>
    public IEnumerable<(Resource Resource, string Where)> Resources() => guide.Resources
        .Where(r => r.State is ResourceState.Found or ResourceState.Missing)
        .Select(r => (r, r.Url is { } url ? Shown(url) : r.SearchFor ?? ""));

    /// <summary>An address as one reads it aloud.</summary>
    public static string Shown(string address) => address.Split("//")[^1].TrimEnd('/');

    private static ImmutableArray<string>? CardText(Step step, string name) =>
        step.CardTexts.FirstOrDefault(c => c.Name == name)?.Items;
}
