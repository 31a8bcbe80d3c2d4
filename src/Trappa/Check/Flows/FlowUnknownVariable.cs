using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>
/// TR345 and TR346: a profile that names a variable or a value that no question and no answer gives. It would be
/// compared with nothing, and what contradicts it would pass.
/// </summary>
internal static class FlowUnknownVariable
{
    private sealed record Claimed(string Outcome, string Variable, Claim Claim, int Node);

    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        var flow = input.Flow;
        var values = flow.Questions.Where(q => q.Id.Length > 0).DistinctBy(q => q.Id, StringComparer.Ordinal).ToDictionary(
            q => q.Id, q => q.Answers.Select(a => a.Value).OfType<string>().ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var claims = Enumerable.Range(0, flow.Outcomes.Length)
            .SelectMany(o => flow.Outcomes[o].Profile.Select(p => new Claimed(flow.Outcomes[o].Name, p.Key, p.Value, flow.Questions.Length + o)))
            .ToList();
        var variables = claims.Where(c => !values.ContainsKey(c.Variable)).ToList();
        var strange = claims.Where(c => values.TryGetValue(c.Variable, out var known) && !known.Contains(c.Claim.Value)).ToList();
        return
        [
            .. FewOf.Told(variables, c => c.Claim.NamePlace, c => new(Codes.FlowUnknownVariable, c.Claim.NamePlace,
                ("outcome", c.Outcome), ("name", c.Variable),
                ("suggestion", Nearest.Suggestion(input.Language, c.Variable, values.Keys)))),
            .. FewOf.Told(strange, c => c.Claim.ValuePlace, c => new(Codes.FlowUnknownValue, c.Claim.ValuePlace,
                ("outcome", c.Outcome), ("name", c.Variable), ("value", c.Claim.Value),
                ("suggestion", Nearest.Suggestion(input.Language, c.Claim.Value, values[c.Variable])),
                ("way", input.Graph.WordsTo(c.Node, input.Language)))),
        ];
    }
}
