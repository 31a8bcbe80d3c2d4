using Trappa.Check;
using Trappa.Check.Flows;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Tests.Check.Flows;

/// <summary>The first guide's flow, changed by mistake in every way that one hand can.</summary>
public class ChangedFlow
{
    private static readonly Guide Guide = ReadGuide.Of(Repository.Root);
    private static readonly Flow Flow = Guide.Flow!;

    [Fact]
    public void As_it_stands_it_is_proved() => Assert.Equal([], Told(Flow));

    [Fact]
    public void Any_two_answers_that_change_places_are_found()
    {
        var turns = Flow.Turns().ToList();
        var swaps = turns.SelectMany(one => turns.Select(other => (One: one, Other: other)))
            .Where(s => (s.One.Question, s.One.Answer).CompareTo((s.Other.Question, s.Other.Answer)) < 0
                && Flow.At(s.One).To != Flow.At(s.Other).To)
            .ToList();

        Assert.True(swaps.Count > 100);
        Assert.Equal([], swaps.Where(s => Told(Flow.Swapped(s.One, s.Other)).Count == 0)
            .Select(s => $"{Name(s.One)} and {Name(s.Other)}"));
    }

    [Fact]
    public void Two_that_change_places_within_a_question_are_told_at_those_answers()
    {
        foreach (var question in Enumerable.Range(0, Flow.Questions.Length))
        {
            var answers = Flow.Turns().Where(t => t.Question == question && Flow.At(t).Value is not null).ToList();
            foreach (var (one, other) in answers.SelectMany(a => answers.Where(b => b.Answer > a.Answer).Select(b => (a, b))))
            {
                var places = Told(Flow.Swapped(one, other)).Where(d => d.Code == Codes.FlowContradiction).Select(d => d.Place).ToList();
                Assert.All(new[] { one, other }.Where(t => Flow.At(one).To != Flow.At(other).To), t => Assert.Contains(Flow.At(t).ToPlace, places));
            }
        }
    }

    [Fact]
    public void Any_answer_that_leads_to_any_other_place_is_found_or_says_nothing_untrue()
    {
        foreach (var turn in Flow.Turns())
        {
            for (var to = 0; to < Flow.Nodes; to++)
            {
                var changed = Flow.With(turn, to);
                if (to != Flow.At(turn).To && Told(changed).Count == 0)
                {
                    // Only who does not know may be led elsewhere, or who says what no outcome asks for.
                    Assert.All(changed.Walk(changed.Start, []), way => Assert.DoesNotContain(way,
                        t => changed.At(t).Value is { } value
                            && changed.OutcomeAt(changed.At(way[^1]).To)!.Profile.TryGetValue(changed.Questions[t.Question].Id, out var claim)
                            && claim.Value != value));
                }
            }
        }
    }

    [Fact]
    public void A_step_that_is_deleted_is_told_where_it_was_led_to()
    {
        var told = Changed(folder => File.Delete(folder["content/steg/04-medlem.md"]));

        Assert.Contains(" fel TR330 Svaret ”Inte alls” leder till ”steg:medlem”, som inte finns.", told, StringComparison.Ordinal);
        Assert.Contains("Kortaste vägen hit: ”Ja → Nej → Inte alls”.", told, StringComparison.Ordinal);
        Assert.Contains(" fel TR201 Det finns inget steg som heter ”medlem”.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_is_renamed_is_told_with_its_new_name()
    {
        var told = Changed(folder => File.Move(folder["content/steg/04-medlem.md"], folder["content/steg/04-medlemmar.md"]));

        Assert.Contains(" fel TR330 Svaret ”Inte alls” leder till ”steg:medlem”, som inte finns.\n    Menade du steg:medlemmar?", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_step_that_no_way_leads_to_is_told()
    {
        var told = Changed(folder => File.WriteAllText(folder["content/steg/09-ny.md"],
            File.ReadAllText(folder["content/steg/08-ledare-foretradare.md"]).Replace("namn: Ledare/företrädare", "namn: Ny", StringComparison.Ordinal)));

        Assert.Contains("content/steg/09-ny.md:1:1: fel TR338 Ingen väg leder till steget ”Ny”.", told, StringComparison.Ordinal);
    }

    private static string Changed(Action<TemporaryFolder> change)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Repository.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            var copy = folder[Path.GetRelativePath(Repository.Root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        change(folder);
        return Terminal.Check(folder.Path).Error;
    }

    private static List<Diagnostic> Told(Flow flow) => [.. FlowProofs.Check(new CheckInput(Guide with { Flow = flow }, [], []))];

    private static string Name(Turn turn) => Flow.Questions[turn.Question].Id + ": " + Flow.WordsOf(turn);
}
