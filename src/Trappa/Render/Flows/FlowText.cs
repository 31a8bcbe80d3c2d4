using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.Diagnostics.Printers;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Render.Flows;

/// <summary>The table of a flow for a terminal and for programs.</summary>
public static class FlowText
{
    /// <summary>Aligned columns: reader, answers, outcome, questions; where rows stand for many ways, how many as well.</summary>
    public static string Table(Flow flow, FlowTable table, Language language)
    {
        ImmutableArray<string> head = [language.Word("map_reader"), language.Word(table.IsWhole ? "map_answers" : "map_shortest_way"),
            language.Word("map_outcome"), language.Word("map_questions"), .. table.IsWhole ? [] : new[] { language.Word("map_ways") }];
        var rows = flow.Readers.SelectMany((reader, r) => table.Rows.Select(row => ImmutableArray.Create([
            reader.Name, FlowTable.Answers(flow, row, r), row.Outcome.Name, row.Turns.Length.ToString(CultureInfo.InvariantCulture),
            .. table.IsWhole ? [] : new[] { FlowTable.Large(row.Ways, language) }]))).ToList();
        var widths = head.Select((h, i) => rows.Select(r => Width(r[i])).Append(Width(h)).Max()).ToList();
        var text = new StringBuilder(flow.Title).Append("\n\n");
        foreach (var row in rows.Prepend([.. widths.Select(w => new string('-', w))]).Prepend(head))
        {
            // Words from the left, numbers from the right; nothing after the last.
            text.AppendJoin("  ", row.Select((cell, i) => i < 3 ? cell + Space(widths[i], cell) : Space(widths[i], cell) + cell)).Append('\n');
        }
        return text.Append('\n').Append(table.Measure(language)).Append('\n').ToString();
    }

    /// <summary>
    /// <c>{ "format": 1, "ways": "n", "longest": n, "mean": n, "complete": true, "rows": [ { "reader", "answers", "outcome", "questions", "ways" } ] }</c>.
    /// Counts of ways are texts, as they may be larger than a number of JSON.
    /// </summary>
    public static string Json(Flow flow, FlowTable table) => JsonPrinter.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        json.WriteString("ways", table.Ways.Count.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("longest", table.Ways.Longest);
        json.WriteNumber("mean", (decimal)table.Ways.MeanInHundredths / 100);
        json.WriteBoolean("complete", table.IsWhole);
        json.WriteStartArray("rows");
        foreach (var (reader, r) in flow.Readers.Select((reader, r) => (reader, r)))
        {
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                json.WriteString("reader", reader.Id);
                json.WriteStartArray("answers");
                foreach (var turn in row.Turns)
                {
                    json.WriteStringValue(flow.At(turn).Texts[r]);
                }
                json.WriteEndArray();
                json.WriteString("outcome", row.Outcome.Id);
                json.WriteNumber("questions", row.Turns.Length);
                json.WriteString("ways", row.Ways.ToString(CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The graph in Mermaid's language, in the first reader's words.</summary>
    public static string Mermaid(Flow flow)
    {
        var text = new StringBuilder("flowchart TD\n");
        for (var q = 0; q < flow.Questions.Length; q++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{q}[\"{Escape(FlowLinks.NameOf(flow, q))}\"]\n");
        }
        for (var o = 0; o < flow.Outcomes.Length; o++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{flow.Questions.Length + o}([\"{Escape(flow.Outcomes[o].Name)}\"])\n");
        }
        foreach (var link in FlowLinks.Of(flow))
        {
            text.Append(CultureInfo.InvariantCulture, $"  n{link.From} -->|\"{Escape(link.Label)}\"| n{link.To}\n");
        }
        return text.ToString();
    }

    // Mermaid reads entity codes with # for &; quotation marks and what looks like markup would end a text.
    private static string Escape(string text) => string.Concat(text.Select(c => c switch
    {
        '"' => "#quot;",
        '#' => "#35;",
        '<' => "#lt;",
        '>' => "#gt;",
        '`' => "#96;",
        '\n' or '\r' => " ",
        _ => c.ToString(),
    }));

    // Letters with marks of their own count as one column.
    private static int Width(string text) => new StringInfo(text).LengthInTextElements;

    private static string Space(int width, string text) => new(' ', width - Width(text));
}
