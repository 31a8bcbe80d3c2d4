using System.Collections.Immutable;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Flows;

namespace Trappa.Render.Views;

/// <summary>All ways of the flow at once, drawn and as tables that say the same: <c>map</c>.</summary>
internal static class FlowMapView
{
    public static ScriptObject Of(Guide guide, Flow flow)
    {
        var table = FlowTable.Of(flow);
        var readers = Readers(flow);
        var caption = guide.Language.Word(table.IsWhole ? "map_all" : "map_shortest");
        return View.Of(
            ("drawing", FlowDrawing.OnPage(guide, flow)),
            ("measure", table.Measure(guide.Language)),
            ("counts", !table.IsWhole),
            ("tables", View.List(readers.Select(r => View.Of(
                ("caption", readers.Length == 1 ? caption : caption + ": " + flow.Readers[r].Name),
                ("rows", View.List(table.Rows.Select(row => Row(guide, flow, row, r)))))))));
    }

    private static ScriptObject Row(Guide guide, Flow flow, FlowRow row, int reader) => View.Of(
        ("answers", FlowTable.Answers(flow, row, reader, guide.Language.Direction == "rtl")),
        ("outcome", row.Outcome.Name),
        ("questions", row.Turns.Length),
        ("ways", FlowTable.Large(row.Ways, guide.Language)));

    // A reader whose answers read as another's before needs no table of their own.
    private static ImmutableArray<int> Readers(Flow flow) =>
    [
        .. Enumerable.Range(0, flow.Readers.Length).Where(r => !Enumerable.Range(0, r).Any(before =>
            flow.Questions.SelectMany(q => q.Answers).All(a => a.Texts[r] == a.Texts[before]))),
    ];
}
