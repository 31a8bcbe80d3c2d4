using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>What the proofs of a flow look at.</summary>
/// <param name="Guide">The guide.</param>
/// <param name="Flow">Its flow.</param>
/// <param name="Graph">Shortest ways.</param>
/// <param name="Order">All nodes, each before those that it leads to; null where some lead in a circle.</param>
internal sealed record FlowInput(Guide Guide, Flow Flow, FlowGraph Graph, ImmutableArray<int>? Order)
{
    public Language Language => Guide.Language;

    /// <summary>Every answer, in the order of the file.</summary>
    public IEnumerable<Turn> Turns() => Enumerable.Range(0, Flow.Questions.Length)
        .SelectMany(q => Enumerable.Range(0, Flow.Questions[q].Answers.Length).Select(a => new Turn(q, a)));

    /// <summary>Numbers of questions, in the order of the file, for which something holds.</summary>
    public List<int> Questions(Func<Question, bool> which) =>
        [.. Enumerable.Range(0, Flow.Questions.Length).Where(q => which(Flow.Questions[q]))];
}

/// <summary>
/// Proves the flow: over the graph, so over all ways at once, and in time that grows with its answers and not with its
/// ways. A new proof is a new file and a line in the list.
/// </summary>
internal static class FlowProofs
{
    private static readonly ImmutableArray<Func<FlowInput, IEnumerable<Diagnostic>>> Rules =
    [
        FlowSameId.Check,
        FlowBadId.Check,
        FlowFewAnswers.Check,
        FlowQuestionWithoutWords.Check,
        FlowAnswerWithoutWords.Check,
        FlowOutcomeWithoutWords.Check,
        FlowSameAnswers.Check,
        FlowAnswerSaysAnother.Check,
        FlowAnswerToItself.Check,
        FlowCircle.Check,
        FlowUnreached.Check,
        FlowTooLong.Check,
        FlowUnknownVariable.Check,
        FlowContradiction.Check,
    ];

    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Guide.Flow is not { } flow ? []
        : Check(new FlowInput(input.Guide, flow, FlowGraph.Of(flow), FlowOrder.Of(flow)));

    private static IEnumerable<Diagnostic> Check(FlowInput input) => Rules.SelectMany(rule => rule(input));
}
