using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds the file of the decision flow.</summary>
internal static class FlowFile
{
    /// <summary>The flow, as far as it could be read, or null where there is none or far too much of it.</summary>
    public static Flow? Read(YamlNode? file, ImmutableArray<Step> steps, References references, List<Diagnostic> diagnostics)
    {
        var language = references.Language;
        if (file is not YamlMap map)
        {
            if (file is not null)
            {
                diagnostics.Add(FieldReader.WrongType(language.File("flow"), file, "type_map", language));
            }
            return null;
        }
        var reader = new FieldReader(map, FieldTable.Flow, language, diagnostics);
        var start = reader.Text("start");
        var (lead, limit, title) = (reader.Text("lead"), reader.Number("limit"), reader.Text("title"));
        var lists = new FlowLists(reader.List("readers"), reader.List("questions"), reader.List("outcomes"));
        if (lists.AreTooLong(language, diagnostics))
        {
            return null;
        }
        reader.End();
        var readers = FlowReaders.Read(lists.Readers, references, diagnostics);
        // Everything else has words by the readers' names: without those all of it would be wrong, and it is not.
        if (readers.IsEmpty || readers.Any(r => r.Id.Length == 0))
        {
            return null;
        }
        var wording = new FlowWording(readers, references, diagnostics);
        var questions = FlowQuestions.Entries(lists.Questions, language, diagnostics);
        var outcomes = FlowOutcomes.Entries(lists.Outcomes, steps, references, diagnostics);
        var names = new FlowNames(questions.Select(q => q.Id?.Value), outcomes,
            questions.SelectMany(q => q.Answers).Select(a => a.To).OfType<YamlText>().Select(t => t.Value), steps, references);

        var reading = new FlowQuestions(names, wording, references, diagnostics);
        var flow = new Flow
        {
            Title = title is null ? "" : references.Plain.Shown(title, diagnostics),
            Lead = lead is null ? null : references.Read(lead, diagnostics),
            Limit = limit,
            Start = start is null ? -1 : names.Question(start.Value),
            Readers = readers,
            Questions = [.. questions.Select(reading.Question)],
            Outcomes = new FlowOutcomes(wording, references, diagnostics).Read(outcomes, names),
            Place = map.Place with { Line = 1, Column = 1, Length = 0 },
            StartPlace = start?.Place ?? map.Place,
            LimitPlace = reader.Node("limit")?.Place ?? map.Place,
        };
        if (start is null or { Value: "" } && !flow.Questions.IsEmpty)
        {
            diagnostics.Add(new(Codes.FlowWithoutStart, flow.StartPlace));
        }
        else if (start is not null && flow.Start < 0)
        {
            diagnostics.Add(new(Codes.FlowUnknownStart, start.Place, ("name", start.Value),
                ("suggestion", Nearest.Suggestion(language, start.Value, flow.Questions.Select(q => q.Id)))));
        }
        FlowMisses.Tell(flow, questions, names, language, diagnostics);
        return flow;
    }
}
