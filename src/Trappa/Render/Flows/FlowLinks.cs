using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Flows;

/// <summary>Where answers lead, drawn as one line: those of a question that lead to the same place share it.</summary>
/// <param name="From">Node of the question.</param>
/// <param name="To">Node that it leads to.</param>
/// <param name="Answers">The answers' words.</param>
public sealed record FlowLink(int From, int To, ImmutableArray<string> Answers)
{
    /// <summary>The answers' words on one line.</summary>
    public string Label => string.Join(" / ", Answers);
}

/// <summary>The lines of a flow's drawing, in the first reader's words.</summary>
public static class FlowLinks
{
    /// <summary>All of them, in the order of the file.</summary>
    public static ImmutableArray<FlowLink> Of(Flow flow) =>
    [
        .. flow.Questions.SelectMany((question, q) => question.Answers.Where(a => a.To >= 0)
            .GroupBy(a => a.To).Select(g => new FlowLink(q, g.Key, [.. g.Select(a => a.Texts[0])]))),
    ];

    /// <summary>What a node is called in a drawing: the question as it is put, or the outcome's name.</summary>
    public static string NameOf(Flow flow, int node) => flow.QuestionAt(node) is { } question
        ? question.Texts.FirstOrDefault()?.Ask ?? question.About
        : flow.OutcomeAt(node)!.Name;
}
