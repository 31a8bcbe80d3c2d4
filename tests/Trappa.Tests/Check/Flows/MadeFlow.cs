using System.Collections.Immutable;
using CsCheck;
using Trappa.Check.Flows;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Tests.Check.Flows;

/// <summary>Flows made in memory, and all their ways walked one by one.</summary>
internal static class MadeFlow
{
    private static readonly Place Nowhere = new("content/flow.yaml", 1, 1);

    /// <summary>A flow of few questions, of any shape: circles, dead ends and what cannot be reached as well.</summary>
    public static readonly Gen<Flow> Any = Random(forward: false);

    /// <summary>A flow of few questions whose answers lead onward only.</summary>
    public static readonly Gen<Flow> Onward = Random(forward: true);

    /// <summary>A flow of these questions, each a row of answers (what it leads to, value), and these outcomes' profiles.</summary>
    public static Flow Of(
        IReadOnlyList<(int To, string? Value)[]> questions, IReadOnlyList<Dictionary<string, string>> outcomes, int? limit = null) => new()
        {
            Title = "Which?",
            Lead = null,
            Limit = limit,
            Start = 0,
            Readers = [new("me", "Me", "", "", [], Nowhere)],
            Questions = [.. questions.Select((answers, q) => new Question
            {
                Id = "q" + q,
                About = "q" + q,
                Texts = [new("Well?", null, null)],
                Answers = [.. answers.Select((a, i) => new Answer
                {
                    Texts = [$"a{i}"],
                    Value = a.Value,
                    To = a.To,
                    Reminders = [null],
                    Place = PlaceOf(q, i),
                    ToPlace = PlaceOf(q, i),
                })],
                Place = PlaceOf(q, -1),
            })],
            Outcomes = [.. outcomes.Select((profile, o) => new Outcome
            {
                Id = "o" + o,
                Name = "O" + o,
                Step = null,
                Profile = profile.ToImmutableSortedDictionary(p => p.Key, p => new Claim(p.Value, Nowhere, Nowhere), StringComparer.Ordinal),
                Texts = [new(null, [])],
                Place = Nowhere,
            })],
            Place = Nowhere,
            StartPlace = Nowhere,
            LimitPlace = Nowhere,
        };

    /// <summary>Another target for an answer.</summary>
    public static Flow With(this Flow flow, Turn turn, int to)
    {
        var question = flow.Questions[turn.Question];
        var answers = question.Answers.SetItem(turn.Answer, question.Answers[turn.Answer] with { To = to });
        return flow with { Questions = flow.Questions.SetItem(turn.Question, question with { Answers = answers }) };
    }

    /// <summary>Two answers whose targets have changed places.</summary>
    public static Flow Swapped(this Flow flow, Turn one, Turn other) =>
        flow.With(one, flow.At(other).To).With(other, flow.At(one).To);

    /// <summary>What a rule says of a flow in a guide of nothing else.</summary>
    public static List<Diagnostic> Told(this Flow flow, Func<FlowInput, IEnumerable<Diagnostic>> rule, Guide? guide = null)
    {
        guide ??= ReadGuide.Of(("content/index.md", "# G\n"));
        return [.. rule(new(guide, flow, FlowGraph.Of(flow), FlowOrder.Of(flow)))];
    }

    public static IEnumerable<Turn> Turns(this Flow flow) =>
        flow.Questions.SelectMany((q, n) => Enumerable.Range(0, q.Answers.Length).Select(a => new Turn(n, a)));

    /// <summary>
    /// Every way from a node, walked: to an outcome, to where an answer leads nowhere, or back to a question that was on
    /// it (which is then the last turn's target).
    /// </summary>
    public static IEnumerable<ImmutableArray<Turn>> Walk(this Flow flow, int node, ImmutableArray<Turn> before)
    {
        if (flow.QuestionAt(node) is null or { Answers.IsEmpty: true } || before.Any(t => t.Question == node))
        {
            return [before];
        }
        return Enumerable.Range(0, flow.Questions[node].Answers.Length)
            .SelectMany(a => flow.Walk(flow.Questions[node].Answers[a].To, before.Add(new(node, a))));
    }

    private static Place PlaceOf(int question, int answer) => new("content/flow.yaml", question + 2, answer + 2);

    private static Gen<Flow> Random(bool forward)
    {
        var value = Gen.Int[0, 2].Select(i => new[] { null, "x", "y" }[i]);
        return Gen.Select(Gen.Int[1, 5], Gen.Int[1, 4]).SelectMany((questions, outcomes) =>
        {
            var rows = Enumerable.Range(0, questions).Select(q => Gen.Select(
                Gen.Int[forward ? q + 1 : -1, questions + outcomes - 1], value, (to, v) => (To: to, Value: v)).Array[0, 3]).ToArray();
            var profile = Gen.Select(Gen.Int[0, questions - 1], value, (q, v) => (Variable: "q" + q, Value: v)).Array[0, 3];
            return Gen.Select(All(rows), profile.Array[outcomes], Gen.Int[1, 4], (row, profiles, limit) => Of(row,
                [.. profiles.Select(p => p.Where(c => c.Value is not null).DistinctBy(c => c.Variable)
                    .ToDictionary(c => c.Variable, c => c.Value!, StringComparer.Ordinal))], limit));
        });
    }

    private static Gen<T[]> All<T>(Gen<T>[] each) => each.Aggregate(Gen.Const(Array.Empty<T>()), (all, one) => Gen.Select(all, one, (a, o) => a.Append(o).ToArray()));
}
