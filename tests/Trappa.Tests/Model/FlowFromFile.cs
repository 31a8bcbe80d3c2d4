using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Tests.Model;

/// <summary>The flow's file as the typed graph that later stages read.</summary>
public class FlowFromFile
{
    [Fact]
    public void The_guides_flow_is_bound_with_each_readers_words()
    {
        var flow = ReadGuide.Of(Repository.Root).Flow!;

        Assert.Equal(["medlem", "uppdrag", "deltar", "öppen", "röstar", "följer"], flow.Questions.Select(q => q.Id));
        Assert.Equal(["möte", "jag"], flow.Readers.Select(r => r.Id));
        Assert.Equal(["Är personen medlem?", "Är du medlem?"], flow.Questions[0].Texts.Select(t => t!.Ask));
        Assert.Equal("Är du med i partiet redan, eller bara nyfiken?", flow.Questions[0].Texts[0]!.Say!.Plain);
        Assert.Null(flow.Questions[0].Texts[1]!.Say);
        Assert.Equal(["Ja", "Ja"], flow.Questions[0].Answers[0].Texts);
        Assert.Equal(["ja", "nej", null], flow.Questions[0].Answers.Select(a => a.Value));
        Assert.Equal(["uppdrag", "röstar", "röstar"], flow.Questions[0].Answers.Select(a => flow.QuestionAt(a.To)!.Id));
        Assert.NotNull(flow.Questions[0].Answers[2].Reminders[1]);
        Assert.Equal((4, 0), (flow.Limit, flow.Start));
        Assert.Equal(new Place("content/flode.yaml", 6, 8, 6), flow.StartPlace);
        Assert.Equal(
            ["observator", "foljare", "valjare", "medlem", "deltagare", "regelbunden-deltagare", "ambassador", "ledare-foretradare", "utanfor"],
            flow.Outcomes.Select(o => o.Id));
    }

    [Fact]
    public void An_outcome_shows_what_its_step_has_but_for_the_files_own_words()
    {
        var guide = ReadGuide.Of(Repository.Root);
        var outcome = guide.Flow!.Outcomes.Single(o => o.Id == "valjare");

        var meeting = outcome.Texts[0];
        Assert.Equal([Role.Say, Role.Need, Role.Do, Role.Invite], meeting.Parts.Select(p => p.Role));
        Assert.Single(meeting.Parts[0].Quotes);
        Assert.Equal(3, meeting.Parts[2].Items.Length);
        Assert.Same(guide.Steps.Single(s => s.Slug == "valjare").Lead, meeting.Lead);
        Assert.Equal("Du röstar på partiet.", outcome.Texts[1].Lead!.Plain);
        Assert.Equal(["Prata med folk du känner", "Skänk en slant", "Bli medlem"], outcome.Texts[1].Parts[1].Items.Select(i => i.Plain));
        Assert.Contains(outcome.Texts[1].Lead!, guide.Texts());
    }

    [Fact]
    public void Steps_that_answers_lead_to_follow_the_files_own_outcomes_from_the_lowest_up()
    {
        var flow = ReadGuide.Of(
            ("content/site.yaml", "title: G\n"),
            ("content/steps/01-a.md", "---\nname: A\nlead: L.\n---\n"),
            ("content/steps/02-b.md", "---\nname: B\nlead: L.\n---\n"),
            ("content/steps/03-c.md", "---\nname: C\nlead: L.\n---\n"),
            ("content/flow.yaml", """
                title: Which?
                start: q
                readers:
                  - {id: me, name: Me}
                questions:
                  - id: q
                    ask: Well?
                    answers:
                      - {text: One, to: "step:c"}
                      - {text: Two, to: "step: A"}
                      - {text: Three, to: out}
                outcomes:
                  - {id: out, name: Out}
                """)).Flow!;

        Assert.Equal(["out", "a", "c"], flow.Outcomes.Select(o => o.Id));
        Assert.Equal([3, 2, 1], flow.Questions[0].Answers.Select(a => a.To));
    }
}
