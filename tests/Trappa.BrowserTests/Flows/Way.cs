using System.Collections.Immutable;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Tests;

namespace Trappa.BrowserTests.Flows;

/// <summary>One way through the guide's flow, as its file has it: who, what they answer, where they land.</summary>
/// <param name="Reader">What they choose first.</param>
/// <param name="Questions">What they are asked.</param>
/// <param name="Answers">What they answer, question by question.</param>
/// <param name="Outcome">Where they land.</param>
public sealed record Way(string Reader, ImmutableArray<string> Questions, ImmutableArray<string> Answers, string Outcome)
{
    /// <summary>The flow of this repository's guide.</summary>
    public static Flow Flow { get; } = Modeler.Model(
        Parser.Parse(Loader.Load(Repository.Root)).Parsed, new(new(2026, 11, 23), null, false)).Guide.Flow!;

    /// <summary>Every way of this repository's guide, for every reader.</summary>
    public static ImmutableArray<Way> All { get; } = Read();

    public override string ToString() => $"{Reader}: {string.Join(" → ", Answers)}";

    private static ImmutableArray<Way> Read()
    {
        var flow = Flow;
        return [.. flow.Readers.SelectMany((reader, r) => From(flow, r, flow.Start, new(reader.Name, [], [], "")))];
    }

    private static IEnumerable<Way> From(Flow flow, int reader, int node, Way way) => flow.QuestionAt(node) is { } question
        ? question.Answers.SelectMany(a => From(flow, reader, a.To, way with
        {
            Questions = way.Questions.Add(question.Texts[reader]!.Ask),
            Answers = way.Answers.Add(a.Texts[reader]),
        }))
        : [way with { Outcome = flow.OutcomeAt(node)!.Name }];
}
