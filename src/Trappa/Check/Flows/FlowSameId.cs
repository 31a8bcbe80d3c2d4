using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>
/// TR347: two readers, two questions or two outcomes of one name, or a question and an outcome. An answer that names it
/// could mean either. A step is named with its word (<c>step:member</c>) and may share its name with a question, but
/// not with an outcome: both would be that outcome.
/// </summary>
internal static class FlowSameId
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        var outcomes = input.Flow.Outcomes.ToLookup(o => o.Step is null);
        var own = outcomes[true].Select(o => (o.Id, o.Place)).ToList();
        var slugs = outcomes[false].Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        // Steps that are no outcome have their names as well.
        var steps = outcomes[false].Select(o => (o.Id, o.Place))
            .Concat(input.Guide.Steps.Where(s => slugs.Add(s.Slug)).Select(s => (s.Slug, s.Place)));
        return Twice(input.Flow.Readers.Select(r => (r.Id, r.Place)))
            .Concat(Twice(input.Flow.Questions.Select(q => (q.Id, q.Place)).Concat(own)))
            .Concat(Twice(steps.Concat(own)))
            .DistinctBy(d => d.Place);
    }

    /// <summary>Whether there is any: what an answer leads to is then half a guess.</summary>
    public static bool Any(FlowInput input) => Check(input).Any();

    private static IEnumerable<Diagnostic> Twice(IEnumerable<(string Id, Place Place)> named)
    {
        var first = new Dictionary<string, Place>(StringComparer.Ordinal);
        var twice = named.Where(n => n.Id.Length > 0 && !first.TryAdd(n.Id, n.Place)).ToList();
        return FewOf.Told(twice, n => n.Place, n => new(Codes.FlowSameId, n.Place,
            ("name", n.Id), ("other", new Place(first[n.Id].File, first[n.Id].Line).ToString())));
    }
}
