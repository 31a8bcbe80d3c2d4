using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>
/// TR344: somebody says something on the way and lands at an outcome whose profile says otherwise. Two answers that
/// have changed places are found by this wherever the profiles tell what they lead to apart.
/// </summary>
internal static class FlowContradiction
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        if (input.Order is not { } order)
        {
            return [];
        }
        var misreadings = new Misreadings(input.Flow, input.Graph, order);
        var (found, left) = misreadings.All();
        var told = FewOf.Told(found, m => input.Flow.At(m.Turned).ToPlace, m => Tell(input, m));
        // Those that were not followed have no place of their own yet.
        return left == 0 ? told : told.Append(new(Codes.FlowMoreFaults, input.Flow.Place,
            ("count", left.ToString(CultureInfo.InvariantCulture))));
    }

    private static Diagnostic Tell(FlowInput input, Misreading misreading)
    {
        var flow = input.Flow;
        var outcome = flow.OutcomeAt(misreading.Outcome)!;
        var question = flow.Questions[misreading.Said.Question];
        var claim = outcome.Profile[question.Id];
        return new(Codes.FlowContradiction, flow.At(misreading.Turned).ToPlace,
            ("way", input.Graph.Words(misreading.Turns, input.Language)),
            ("outcome", outcome.Name),
            ("variable", question.Id),
            ("wanted", claim.Value),
            ("said", flow.WordsOf(misreading.Said)),
            ("value", flow.At(misreading.Said).Value!),
            ("answer", flow.WordsOf(misreading.Turned)),
            ("other", claim.ValuePlace.ToString()));
    }
}
