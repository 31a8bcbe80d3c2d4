using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>A question whose answers are not bound yet, as they may lead to any other.</summary>
internal sealed record QuestionEntry(YamlMap Map, FieldReader Reader, YamlText? Id, ImmutableArray<AnswerEntry> Answers);

/// <summary>An answer and the name of what it leads to, or null.</summary>
internal sealed record AnswerEntry(YamlMap Map, FieldReader Reader, YamlText? To);

/// <summary>Binds the questions of a flow.</summary>
internal sealed class FlowQuestions(FlowNames names, FlowWording wording, References references, List<Diagnostic> diagnostics)
{
    public static ImmutableArray<QuestionEntry> Entries(YamlList? list, Language language, List<Diagnostic> diagnostics) =>
    [
        .. SiteFile.Maps(list, language.Field("questions"), language, diagnostics).Select(map =>
        {
            var reader = new FieldReader(map, FieldTable.Question, language, diagnostics);
            return new QuestionEntry(map, reader, reader.Text("id"),
                [.. SiteFile.Maps(reader.List("answers"), language.Field("answers"), language, diagnostics).Select(answer =>
                {
                    var fields = new FieldReader(answer, FieldTable.Answer, language, diagnostics);
                    return new AnswerEntry(answer, fields, fields.Text("to") is { Value.Length: > 0 } to ? to : null);
                })]);
        }),
    ];

    public Question Question(QuestionEntry entry)
    {
        var reader = entry.Reader;
        var about = reader.Text("about");
        var asks = wording.Plain(reader, "ask");
        var signs = wording.Prose(reader, "sign");
        var says = wording.Prose(reader, "say");
        var cardText = reader.Text("card_text");
        var question = new Question
        {
            Id = entry.Id?.Value ?? "",
            About = about is { Value.Length: > 0 } ? references.Plain.Shown(about, diagnostics) : entry.Id?.Value ?? "",
            Texts = [.. asks.Select((ask, i) => string.IsNullOrWhiteSpace(ask) ? null : new QuestionText(ask, signs[i], says[i]))],
            CardText = cardText is { Value.Length: > 0 } ? references.Plain.Shown(cardText, diagnostics) : null,
            Answers = [.. entry.Answers.Select(Answer)],
            Place = entry.Id?.Place ?? entry.Map.Place,
        };
        reader.End();
        return question;
    }

    private Answer Answer(AnswerEntry entry)
    {
        var means = entry.Reader.Text("means");
        var answer = new Answer
        {
            Texts = [.. wording.Plain(entry.Reader, "text").Select(t => t?.Trim() ?? "")],
            Value = means is { Value.Length: > 0 } ? means.Value : null,
            To = entry.To is null ? -1 : names.Node(entry.To.Value),
            Reminders = wording.Plain(entry.Reader, "remind"),
            Place = entry.Map.Place,
            ToPlace = entry.To?.Place ?? entry.Map.Place,
        };
        entry.Reader.End();
        return answer;
    }
}

/// <summary>Tells of answers that lead nowhere, each with the shortest way to it.</summary>
internal static class FlowMisses
{
    public static void Tell(
        Flow flow, ImmutableArray<QuestionEntry> entries, FlowNames names, Language language, List<Diagnostic> diagnostics)
    {
        var missing = Enumerable.Range(0, flow.Questions.Length)
            .SelectMany(q => Enumerable.Range(0, flow.Questions[q].Answers.Length).Select(a => new Turn(q, a)))
            .Where(t => flow.At(t).To < 0)
            .ToList();
        if (missing.Count == 0)
        {
            return;
        }
        var graph = FlowGraph.Of(flow);
        diagnostics.AddRange(FewOf.Told(missing, t => flow.At(t).ToPlace, t =>
        {
            var way = graph.WordsThrough(t, language);
            return entries[t.Question].Answers[t.Answer].To is not { } to
                ? new(Codes.FlowAnswerLeadsNowhere, flow.At(t).Place, ("answer", flow.WordsOf(t)), ("way", way))
                : new(Codes.FlowUnknownTarget, to.Place, ("answer", flow.WordsOf(t)), ("name", to.Value),
                    ("suggestion", names.Suggestion(to.Value)), ("way", way));
        }));
    }
}
