using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>TR340: a question that is not put to each reader.</summary>
internal static class FlowQuestionWithoutWords
{
    public static IEnumerable<Diagnostic> Check(FlowInput input) =>
        FewOf.Told(input.Questions(q => q.Texts.Any(t => t is null)), q => input.Flow.Questions[q].Place, q => new(
            Codes.FlowQuestionWithoutWords, input.Flow.Questions[q].Place,
            ("question", input.Flow.Questions[q].Id),
            ("readers", Lacking.Readers(input.Flow, r => input.Flow.Questions[q].Texts[r] is null)),
            ("way", input.Graph.WordsTo(q, input.Language))));
}

/// <summary>TR341: an answer that a reader cannot see.</summary>
internal static class FlowAnswerWithoutWords
{
    public static IEnumerable<Diagnostic> Check(FlowInput input) =>
        FewOf.Told([.. input.Turns().Where(t => input.Flow.At(t).Texts.Any(string.IsNullOrEmpty))], t => input.Flow.At(t).Place, t => new(
            Codes.FlowAnswerWithoutWords, input.Flow.At(t).Place,
            ("question", input.Flow.Questions[t.Question].Id),
            ("readers", Lacking.Readers(input.Flow, r => input.Flow.At(t).Texts[r].Length == 0)),
            ("way", input.Graph.WordsTo(t.Question, input.Language))));
}

/// <summary>TR351: an outcome that has nothing to say to a reader: they answered for nothing.</summary>
internal static class FlowOutcomeWithoutWords
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        var flow = input.Flow;
        var silent = Enumerable.Range(0, flow.Outcomes.Length).Where(o => flow.Outcomes[o].Texts.Any(IsSilent)).ToList();
        return FewOf.Told(silent, o => flow.Outcomes[o].Place, o => new(
            Codes.FlowOutcomeWithoutWords, flow.Outcomes[o].Place,
            ("outcome", flow.Outcomes[o].Name),
            ("readers", Lacking.Readers(flow, r => IsSilent(flow.Outcomes[o].Texts[r]))),
            ("way", input.Graph.WordsTo(flow.Questions.Length + o, input.Language))));
    }

    private static bool IsSilent(OutcomeText text) => text.Lead is null or { IsEmpty: true } && text.Parts.IsEmpty;
}

/// <summary>Whom words are lacking for.</summary>
internal static class Lacking
{
    public static string Readers(Flow flow, Func<int, bool> lacks) =>
        string.Join(", ", Enumerable.Range(0, flow.Readers.Length).Where(lacks).Select(r => flow.Readers[r].Id));
}
