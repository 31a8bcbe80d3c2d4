using System.Collections.Immutable;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>All words of the flow in its own order, and where its answers lead.</summary>
internal static class FlowTexts
{
    /// <param name="flow">The flow.</param>
    /// <param name="language">For the names of fields.</param>
    /// <param name="moves">Where what stood at an address stands now, so that a step renamed is the same outcome.</param>
    public static IEnumerable<ComparedText> Of(Flow flow, Language language, ImmutableDictionary<string, string> moves) =>
    [
        new("flow title", flow.Title, language.Field("title"), flow.Title),
        new("flow lead", flow.Title, language.Field("lead"), flow.Lead?.Plain ?? ""),
        .. flow.Readers.SelectMany(r => OfReader(r, language)),
        .. flow.Questions.SelectMany(q => OfQuestion(q, flow, language)),
        .. flow.Outcomes.SelectMany(o => OfOutcome(o, flow, language, moves)),
    ];

    private static IEnumerable<ComparedText> OfReader(Reader reader, Language language)
    {
        ComparedText Part(string field, string words) => new($"flow reader {reader.Id} {field}", reader.Name, language.Field(field), words);
        return
        [
            Part("name", reader.Name), Part("text", reader.Text), Part("result", reader.Result),
            Part("sections", string.Join('\n', reader.Sections.Select(s => s.Heading))),
        ];
    }

    private static IEnumerable<ComparedText> OfQuestion(Question question, Flow flow, Language language)
    {
        IEnumerable<ComparedText> Part(string field, Func<int, string?> words) =>
            ForEach(flow.Readers, $"flow question {question.Id} {field}", question.About, language.Field(field), words);
        return
        [
            .. Part("ask", r => question.Texts[r]?.Ask),
            .. Part("sign", r => question.Texts[r]?.Sign?.Plain),
            .. Part("say", r => question.Texts[r]?.Say?.Plain),
            .. Part("answers", r => string.Join('\n', question.Answers.Select(a => $"{a.Texts[r]} → {NameOf(a.To, flow)}"))),
            .. Part("remind", r => string.Join('\n', question.Answers.Select(a => a.Reminders[r]).OfType<string>())),
            new($"flow question {question.Id} card", question.About, language.Field("card_text"), question.CardText ?? ""),
        ];
    }

    // What an outcome shows of its step is the step's.
    private static IEnumerable<ComparedText> OfOutcome(
        Outcome outcome, Flow flow, Language language, ImmutableDictionary<string, string> moves)
    {
        string Own(IEnumerable<Prose?> texts) =>
            string.Join('\n', texts.OfType<Prose>().Where(t => t.Place.File == flow.Place.File).Select(t => t.Plain));
        var name = outcome.Step is { } step ? moves.GetValueOrDefault(step.Address, step.Address) : outcome.Id;
        return ForEach(flow.Readers, $"flow outcome {name}", outcome.Name, language.Field("result"),
            r => Own(outcome.Texts[r].Parts.SelectMany(p => p.Items).Prepend(outcome.Texts[r].Lead)));
    }

    // Words that are the same for all readers are shown once.
    private static IEnumerable<ComparedText> ForEach(
        ImmutableArray<Reader> readers, string key, string group, string label, Func<int, string?> words)
    {
        var texts = readers.Select((_, i) => words(i) ?? "").ToList();
        return texts.Distinct(StringComparer.Ordinal).Count() < 2
            ? [new(key, group, label, texts.FirstOrDefault(""))]
            : readers.Select((r, i) => new ComparedText($"{key} {r.Id}", group, $"{label} ({r.Name})", texts[i]));
    }

    private static string NameOf(int node, Flow flow) => flow.QuestionAt(node)?.About ?? (node < 0 ? "?" : flow.OutcomeAt(node)!.Name);
}
