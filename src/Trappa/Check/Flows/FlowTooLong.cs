using System.Globalization;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>TR339: a way with more questions than the file allows. Told once, with the way up to the question that is one too many.</summary>
internal static class FlowTooLong
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        if (input.Flow.Limit is not { } limit || FlowWays.Of(input.Flow) is not { } ways || ways.Longest <= limit)
        {
            yield break;
        }
        // On a longest way each question is one farther from the start than the one before; one has just this many answers before it.
        var tooMany = Enumerable.Range(0, input.Flow.Questions.Length).First(q => ways.LongestTo(q) == limit);
        yield return new(Codes.FlowTooLong, input.Flow.LimitPlace,
            ("limit", limit.ToString(CultureInfo.InvariantCulture)),
            ("longest", ways.Longest.ToString(CultureInfo.InvariantCulture)),
            ("question", input.Flow.Questions[tooMany].Id),
            ("way", input.Graph.Words(ways.LongestWayTo(tooMany), input.Language)));
    }
}
