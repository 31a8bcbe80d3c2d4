using System.Globalization;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Markup;

namespace Trappa.Render.Views;

/// <summary>The flow as sections of one page, reader by reader: <c>flow</c>.</summary>
internal sealed class FlowView
{
    private readonly Guide _guide;
    private readonly Flow _flow;
    private readonly FlowSections _order;

    public FlowView(Guide guide, Flow flow)
    {
        _guide = guide;
        _flow = flow;
        _order = new(flow);
    }

    /// <summary>The page as others link to it: itself, and where each reader begins.</summary>
    public ScriptObject Links() => View.Of(
        ("title", _flow.Title),
        ("url", _guide.Language.Address("flow")),
        ("readers", View.List(_flow.Readers.Select((reader, r) => View.Of(
            ("name", reader.Name),
            ("url", _guide.Language.Address("flow") + "#" + FlowSections.Fragment(_order.Section(r, _flow.Start))))))));

    /// <summary>The whole flow.</summary>
    public ScriptObject Of(ProseHtml prose) => View.Of(
        ("map", _guide.Language.Address("flow_map")),
        ("limit", _flow.Limit ?? _order.Longest),
        ("readers", View.List(_flow.Readers.Select((reader, r) => View.Of(
            ("name", reader.Name),
            ("text", reader.Text.Length == 0 ? null : reader.Text),
            ("id", FlowSections.Fragment(_order.Section(r, _flow.Start))),
            ("number", _order.Section(r, _flow.Start)),
            ("sections", View.List(_order.Nodes.Select(node => _flow.QuestionAt(node) is { } question
                ? Question(node, question, r, prose)
                : Outcome(node, _flow.OutcomeAt(node)!, r, prose)))))))));

    private ScriptObject Question(int node, Question question, int reader, ProseHtml prose)
    {
        var text = question.Texts[reader]!;
        return View.Of(
            ("kind", "question"),
            ("id", FlowSections.Fragment(_order.Section(reader, node))),
            ("number", _order.Section(reader, node)),
            ("about", question.About),
            // Where ways of several lengths lead here, only script knows how far one has come.
            ("depth", _order.Depth(node)),
            ("ask", text.Ask),
            ("sign", text.Sign is null ? null : prose.InlineWithoutLinks(text.Sign)),
            ("say", text.Say is null ? null : prose.InlineWithoutLinks(text.Say)),
            ("answers", View.List(question.Answers.Select(a => View.Of(
                ("text", a.Texts[reader]),
                ("id", FlowSections.Fragment(_order.Section(reader, a.To))),
                ("number", _order.Section(reader, a.To)))))));
    }

    private ScriptObject Outcome(int node, Outcome outcome, int reader, ProseHtml prose)
    {
        var text = outcome.Texts[reader];
        return View.Of(
            ("kind", "outcome"),
            ("id", FlowSections.Fragment(_order.Section(reader, node))),
            ("number", _order.Section(reader, node)),
            ("name", outcome.Name),
            ("result", outcome.Step is null || _flow.Readers[reader].Result.Length == 0 ? null : _flow.Readers[reader].Result),
            ("step", outcome.Step is null ? null : View.Of(("number", outcome.Step.Number), ("url", outcome.Step.Address))),
            ("lead", text.Lead is null || text.Lead.IsEmpty ? null : prose.InlineWithoutLinks(text.Lead)),
            ("parts", View.List(text.Parts.Select(p => Part(p, prose)))),
            ("reminders", View.List(Reminders(node, reader))),
            ("neighbours", View.List(Neighbours(outcome.Step).Select(s => View.Of(
                ("number", s.Number),
                ("name", s.Name),
                ("difference", prose.InlineWithoutLinks(s.Difference ?? s.Lead)))))));
    }

    private static ScriptObject Part(OutcomePart part, ProseHtml prose)
    {
        // What is said aloud looks so, whether it is a quote of the guide's or a sentence of the flow's own.
        var said = part.Quotes.Select(q => q.Text).Concat(part.Role == Role.Say ? part.Items : []);
        return View.Of(
            ("role", part.Role.ToString().ToLowerInvariant()),
            ("heading", part.Heading),
            ("items", View.List(part.Role == Role.Say ? [] : part.Items.Select(prose.InlineWithoutLinks))),
            ("quotes", View.List(said.Select(q => View.Of(("id", null), ("kind", "say"), ("html", prose.InlineWithoutLinks(q)))))));
    }

    private IEnumerable<Step> Neighbours(Step? step) =>
        step is null ? [] : _guide.Steps.Where(s => Math.Abs(s.Number - step.Number) == 1);

    // What to remember, for every answer from which the outcome can be reached. Each says which answer it belongs to, so
    // that script can leave those alone that were given.
    private IEnumerable<ScriptObject> Reminders(int outcome, int reader)
    {
        var leading = _order.LeadingTo(outcome);
        return
            from node in _order.Nodes
            where _flow.QuestionAt(node) is not null
            from answer in _flow.QuestionAt(node)!.Answers.Select((a, i) => (Answer: a, Index: i))
            where answer.Answer.Reminders[reader] is not null && leading.Contains(answer.Answer.To)
            select View.Of(
                ("after", FlowSections.Fragment(_order.Section(reader, node)) + "." + answer.Index.ToString(CultureInfo.InvariantCulture)),
                ("text", answer.Answer.Reminders[reader]));
    }
}
