using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>TR342: two answers to a question that read the same for a reader, who then cannot choose.</summary>
internal static class FlowSameAnswers
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        var same = Enumerable.Range(0, input.Flow.Questions.Length).SelectMany(q => InQuestion(input.Flow, q)).ToList();
        return FewOf.Told(same, s => input.Flow.At(s.Turn).Place, s => new(Codes.FlowSameAnswers, input.Flow.At(s.Turn).Place,
            ("answer", s.Text), ("question", input.Flow.Questions[s.Turn.Question].Id),
            ("line", input.Flow.Questions[s.Turn.Question].Answers[s.First].Place.Line.ToString(CultureInfo.InvariantCulture)),
            ("way", input.Graph.WordsTo(s.Turn.Question, input.Language))));
    }

    private static IEnumerable<(Turn Turn, int First, string Text)> InQuestion(Flow flow, int question)
    {
        var seen = new Dictionary<(int Reader, string Text), int>();
        for (var a = 0; a < flow.Questions[question].Answers.Length; a++)
        {
            var texts = flow.Questions[question].Answers[a].Texts;
            // Once an answer, whoever it is that cannot choose.
            var isTold = false;
            for (var r = 0; r < texts.Length; r++)
            {
                if (texts[r].Length > 0 && !seen.TryAdd((r, texts[r].ToUpperInvariant()), a) && !isTold)
                {
                    isTold = true;
                    yield return (new(question, a), seen[(r, texts[r].ToUpperInvariant())], texts[r]);
                }
            }
        }
    }
}
