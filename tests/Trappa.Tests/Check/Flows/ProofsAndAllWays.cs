using System.Collections.Immutable;
using CsCheck;
using Trappa.Check.Flows;
using Trappa.Model;

namespace Trappa.Tests.Check.Flows;

/// <summary>What is proved over the graph is what walking every way finds, in thousands of small flows.</summary>
public class ProofsAndAllWays
{
    [Fact]
    public void What_is_reached_and_how_soon_is_what_walking_finds() => MadeFlow.Any.Sample(flow =>
    {
        var graph = FlowGraph.Of(flow);
        var nearest = Reached(flow);
        for (var node = 0; node < flow.Nodes; node++)
        {
            Assert.Equal(nearest.GetValueOrDefault(node, -1), graph.Distance(node));
            IsWay(flow, graph.ShortestTo(node), flow.Start, graph.IsReached(node) ? node : -1);
        }
        if (flow.Turns().All(t => flow.At(t).To >= 0))
        {
            Assert.Equal(
                Enumerable.Range(0, flow.Nodes).Count(n => !nearest.ContainsKey(n)),
                flow.Told(FlowUnreached.Check).Count);
        }
    }, iter: 300);

    [Fact]
    public void A_circle_is_found_just_when_walking_comes_back() => MadeFlow.Any.Sample(flow =>
    {
        var comesBack = Enumerable.Range(0, flow.Questions.Length).Any(q => flow.Walk(q, [])
            .Any(way => !way.IsEmpty && flow.At(way[^1]).To is var to && way.Any(t => t.Question == to)));
        var circles = FlowCircle.Circles(flow, FlowGraph.Of(flow)).ToList();
        var toThemselves = flow.Turns().Count(t => flow.At(t).To == t.Question);

        Assert.Equal(comesBack, FlowOrder.Of(flow) is null);
        Assert.Equal(comesBack, circles.Count + toThemselves > 0);
        Assert.Equal(toThemselves, flow.Told(FlowAnswerToItself.Check).Count);
        foreach (var circle in circles)
        {
            Assert.True(circle.Length > 1);
            IsWay(flow, circle, circle[0].Question, circle[0].Question);
            // No shorter one goes round from there.
            Assert.DoesNotContain(flow.Walk(circle[0].Question, []), w => w.Length < circle.Length && w.Length > 1
                && flow.At(w[^1]).To == circle[0].Question);
        }
    }, iter: 300);

    [Fact]
    public void Ways_are_counted_and_measured_without_being_walked() => MadeFlow.Onward.Sample(flow =>
    {
        var walked = Ways(flow);
        var ways = FlowWays.Of(flow)!;

        Assert.Equal(walked.Count, ways.Count);
        Assert.Equal(walked.Sum(w => w.Length), ways.Answers);
        Assert.Equal(walked.Select(w => w.Length).Append(0).Max(), ways.Longest);
        Assert.Equal(walked.Count == 0 ? 0 : Math.Round((decimal)walked.Sum(w => w.Length) / walked.Count * 100, MidpointRounding.AwayFromZero),
            (decimal)ways.MeanInHundredths);
        Assert.Equal(walked.Select(Text), FlowWays.Each(flow).Select(w => Text(w.Turns)));
        for (var node = flow.Questions.Length; node < flow.Nodes; node++)
        {
            Assert.Equal(walked.Count(w => flow.At(w[^1]).To == node), ways.CountTo(node));
        }
    }, iter: 300);

    [Fact]
    public void A_way_is_too_long_just_when_one_that_is_walked_is() => MadeFlow.Onward.Sample(flow =>
    {
        var told = flow.Told(FlowTooLong.Check);

        Assert.Equal(Ways(flow).Any(w => w.Length > flow.Limit) ? 1 : 0, told.Count);
        foreach (var fault in told)
        {
            // The way that is shown has as many answers as there may be, and leads to one more question.
            Assert.Equal(flow.Limit, fault.Arguments.Single(a => a.Name == "way").Value.Count(c => c == 'a'));
        }
    }, iter: 300);

    [Fact]
    public void Just_those_answers_are_contradicted_that_are_on_some_way_that_is_walked() => MadeFlow.Onward.Sample(flow =>
    {
        var misreadings = new Misreadings(flow, FlowGraph.Of(flow), FlowOrder.Of(flow)!.Value);
        var walked = Ways(flow);

        Assert.Equal(
            walked.SelectMany(w => w.Where(t => Contradicts(flow, t, w))).Distinct().Order(ByFile),
            misreadings.Contradicted());

        var (found, left) = misreadings.All();
        Assert.Equal(0, left);
        Assert.Equal(misreadings.Contradicted().Count > 0, found.Length > 0);
        Assert.Equal(found.Length, found.Select(m => m.Turned).Distinct().Count());
        foreach (var misreading in found)
        {
            var way = misreading.Turns;
            IsWay(flow, way, flow.Start, misreading.Outcome);
            Assert.True(Contradicts(flow, misreading.Said, way));
            Assert.True(way.IndexOf(misreading.Turned) >= way.IndexOf(misreading.Said));
            // After the turn all is lost; before it, not yet.
            Assert.All(walked.Where(w => w.Contains(misreading.Turned) && w.Contains(misreading.Said)), w => Assert.True(Contradicts(flow, misreading.Said, w)));
            if (misreading.Turned != misreading.Said)
            {
                Assert.Contains(walked, w => w.Any(t => t.Question == misreading.Turned.Question) && !Contradicts(flow, misreading.Said, w));
            }
            // And no way shows it with fewer answers.
            Assert.Equal(walked.Where(w => w.Contains(misreading.Said) && w.Contains(misreading.Turned) && Contradicts(flow, misreading.Said, w))
                .Min(w => w.Length), way.Length);
        }
    }, iter: 300);

    private static bool Contradicts(Flow flow, Turn said, ImmutableArray<Turn> way)
    {
        var (variable, value) = (flow.Questions[said.Question].Id, flow.At(said).Value);
        // What no answer says is no value.
        return value is not null && flow.OutcomeAt(flow.At(way[^1]).To)!.Profile.GetValueOrDefault(variable)?.Value is { } claim
            && claim != value && flow.Questions[said.Question].Answers.Any(a => a.Value == claim);
    }

    private static List<ImmutableArray<Turn>> Ways(Flow flow) =>
        [.. flow.Walk(flow.Start, []).Where(w => !w.IsEmpty && flow.OutcomeAt(flow.At(w[^1]).To) is not null)];

    private static Dictionary<int, int> Reached(Flow flow)
    {
        var nearest = new Dictionary<int, int> { [flow.Start] = 0 };
        foreach (var way in flow.Walk(flow.Start, []))
        {
            for (var i = 0; i < way.Length; i++)
            {
                if (flow.At(way[i]).To is >= 0 and var to)
                {
                    nearest[to] = Math.Min(nearest.GetValueOrDefault(to, int.MaxValue), i + 1);
                }
            }
        }
        return nearest;
    }

    private static void IsWay(Flow flow, ImmutableArray<Turn> way, int from, int to)
    {
        for (var i = 0; i < way.Length; i++)
        {
            Assert.Equal(i == 0 ? from : flow.At(way[i - 1]).To, way[i].Question);
        }
        Assert.True(way.IsEmpty ? to < 0 || to == from : flow.At(way[^1]).To == to);
    }

    private static string Text(ImmutableArray<Turn> way) => string.Join(' ', way);

    private static readonly Comparer<Turn> ByFile = Comparer<Turn>.Create((a, b) => (a.Question, a.Answer).CompareTo((b.Question, b.Answer)));
}
