using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR377: a list of a step has come to have more items or fewer since the edition before, and its words for the card are as
/// they were. The card would go without what is new, and nobody would see that on a screen.
/// </summary>
internal static class OldCardText
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        if (input.Guide.Frozen.IsEmpty)
        {
            return [];
        }
        var latest = input.Guide.Frozen[^1];
        return from step in EditionChanges.Pairs(latest.Guide.Steps, input.Guide.Steps, s => s.Address, Moves.Of(input.Guide))
               where step is { Old: not null, New: not null }
               from text in step.New!.CardTexts
               where step.Old!.CardTexts.Any(t => t.Name == text.Name && t.Items.SequenceEqual(text.Items, StringComparer.Ordinal))
               // Of what one can recognise the card has the first few.
               where Items(step.New, text.Name) != Items(step.Old, text.Name)
               select new Diagnostic(Codes.OldCardText, text.Place, ("field", text.Name), ("edition", latest.Guide.Site.Edition?.Name ?? latest.Name));
    }

    private static int Items(Step step, string section) =>
        step.Parts.FirstOrDefault(p => p.Section.Name == section && p.Section.Role != Role.Sign)?.Items.Length ?? 0;
}
