using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>TR350: a question with no answer, where the way ends, or with one, which asks nothing.</summary>
internal static class FlowFewAnswers
{
    public static IEnumerable<Diagnostic> Check(FlowInput input) =>
        FewOf.Told(input.Questions(q => q.Answers.Length < 2), q => input.Flow.Questions[q].Place, q => new(
            Codes.FlowFewAnswers, input.Flow.Questions[q].Place,
            ("question", input.Flow.Questions[q].Id), ("way", input.Graph.WordsTo(q, input.Language))));
}
