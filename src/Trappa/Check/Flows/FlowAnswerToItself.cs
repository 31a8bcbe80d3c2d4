using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>TR335: an answer that leads to its own question.</summary>
internal static class FlowAnswerToItself
{
    public static IEnumerable<Diagnostic> Check(FlowInput input) =>
        FewOf.Told([.. input.Turns().Where(t => input.Flow.At(t).To == t.Question)], t => input.Flow.At(t).ToPlace, t => new(
            Codes.FlowAnswerToItself, input.Flow.At(t).ToPlace,
            ("answer", input.Flow.WordsOf(t)), ("question", input.Flow.Questions[t.Question].Id),
            ("way", input.Graph.WordsThrough(t, input.Language))));
}
