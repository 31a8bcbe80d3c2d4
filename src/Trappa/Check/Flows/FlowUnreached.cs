using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>
/// TR336, TR337 and TR338: a question, an outcome or a step that no way leads to. Not asked while some answer leads
/// nowhere or two things have one name: what cannot be reached then follows from that.
/// </summary>
internal static class FlowUnreached
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        var (flow, graph) = (input.Flow, input.Graph);
        if (flow.Start < 0 || input.Turns().Any(t => flow.At(t).To < 0) || FlowSameId.Any(input))
        {
            return [];
        }
        var questions = Enumerable.Range(0, flow.Questions.Length).Where(q => !graph.IsReached(q)).ToList();
        var outcomes = Enumerable.Range(0, flow.Outcomes.Length).Where(o => !graph.IsReached(flow.Questions.Length + o)).ToList();
        var beside = outcomes.Where(o => flow.Outcomes[o].Step is null).ToList();
        var entries = outcomes.Except(beside).ToDictionary(o => flow.Outcomes[o].Id, o => flow.Outcomes[o].Place, StringComparer.Ordinal);
        var known = flow.Outcomes.Where(o => o.Step is not null).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var steps = input.Guide.Steps.Where(s => entries.ContainsKey(s.Slug) || !known.Contains(s.Slug)).ToList();
        Place PlaceOf(Step step) => entries.GetValueOrDefault(step.Slug, step.Place);
        return
        [
            .. FewOf.Told(questions, q => flow.Questions[q].Place, q => new(
                Codes.FlowQuestionUnreached, flow.Questions[q].Place, ("name", flow.Questions[q].Id))),
            .. FewOf.Told(beside, o => flow.Outcomes[o].Place, o => new(
                Codes.FlowOutcomeUnreached, flow.Outcomes[o].Place, ("outcome", flow.Outcomes[o].Name), ("name", flow.Outcomes[o].Id))),
            .. FewOf.Told(steps, PlaceOf, s => new(
                Codes.FlowStepUnreached, PlaceOf(s), ("step", s.Name), ("name", input.Language.Reference("step") + ":" + s.Slug))),
        ];
    }
}
