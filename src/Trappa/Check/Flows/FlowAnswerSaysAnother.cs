using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>
/// TR343: an answer whose words are the value that another answer to the same question gives: "No" that means yes. Two
/// values, or two texts, have changed places.
/// </summary>
internal static class FlowAnswerSaysAnother
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        var wrong = input.Turns().Where(t => Says(input.Flow, t) is not null).ToList();
        return FewOf.Told(wrong, t => input.Flow.At(t).Place, t => new(Codes.FlowAnswerSaysAnother, input.Flow.At(t).Place,
            ("answer", input.Flow.At(t).Texts.First(text => Means(text, Says(input.Flow, t)))),
            ("value", input.Flow.At(t).Value!), ("other", input.Flow.WordsOf(new(t.Question, Says(input.Flow, t)!.Value.Answer))),
            ("way", input.Graph.WordsThrough(t, input.Language))));
    }

    // The value that the answer's words say, and the answer that gives it.
    private static (string Value, int Answer)? Says(Flow flow, Turn turn)
    {
        var answers = flow.Questions[turn.Question].Answers;
        if (answers[turn.Answer] is not { Value: not null } own)
        {
            return null;
        }
        for (var a = 0; a < answers.Length; a++)
        {
            if (a != turn.Answer && answers[a].Value is { } value && value != own.Value
                && own.Texts.Any(t => Means(t, (value, a))))
            {
                return (value, a);
            }
        }
        return null;
    }

    private static bool Means(string text, (string Value, int Answer)? said) =>
        string.Equals(text, said?.Value, StringComparison.OrdinalIgnoreCase);
}
