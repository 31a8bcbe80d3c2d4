using System.Collections.Immutable;
using System.Globalization;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>
/// The decision flow as a numbered list, which is read faster than a drawing on so small a page: each question, and
/// below it where its answers lead.
/// </summary>
internal static class BookletFlow
{
    // More than this would leave half a line empty.
    private const int LongestWhole = 15;

    /// <summary>The paragraphs, in the words of the flow's first reader.</summary>
    public static IEnumerable<CardBlock> Blocks(Flow flow, PrintWords words, string arrow)
    {
        var order = Reached(flow);
        var numbers = order.Select((node, i) => (node, i)).ToDictionary(q => q.node, q => (q.i + 1).ToString(CultureInfo.InvariantCulture));
        foreach (var node in order)
        {
            var question = flow.Questions[node];
            var ask = question.Texts.OfType<QuestionText>().FirstOrDefault()?.Ask ?? question.About;
            yield return new(BlockKind.Ask, [words.Run($"{numbers[node]} {ask}", true)], flow.Title, null);
            yield return new(BlockKind.Answers, Answers(flow, question, numbers, words, arrow), flow.Title, null);
        }
    }

    // Answers that lead to the same stand together: Nej / Vet inte → Väljare.
    private static ImmutableArray<TextRun> Answers(
        Flow flow, Question question, Dictionary<int, string> numbers, PrintWords words, string arrow)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        foreach (var same in question.Answers.GroupBy(a => a.To))
        {
            var said = string.Join(" / ", same.Select(a => Whole(a.Texts.FirstOrDefault(t => t.Length > 0) ?? "…")));
            runs.Add(words.Run($"{(runs.Count > 0 ? " · " : "")}{said}\u00A0{arrow}\u00A0"));
            runs.Add(words.Run(numbers.TryGetValue(same.Key, out var number) ? number : flow.OutcomeAt(same.Key)?.Name ?? "…", true));
        }
        return runs.ToImmutable();
    }

    // Two words of one answer in two lines read as two answers.
    private static string Whole(string answer) => answer.Length > LongestWhole ? answer : answer.Replace(' ', '\u00A0');

    // Questions in the order in which one meets them.
    private static List<int> Reached(Flow flow)
    {
        var reached = new List<int>();
        if (flow.QuestionAt(flow.Start) is not null)
        {
            reached.Add(flow.Start);
        }
        var known = reached.ToHashSet();
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var answer in flow.Questions[reached[i]].Answers)
            {
                if (flow.QuestionAt(answer.To) is not null && known.Add(answer.To))
                {
                    reached.Add(answer.To);
                }
            }
        }
        return reached;
    }
}
