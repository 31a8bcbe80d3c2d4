using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check.Flows;

/// <summary>
/// TR348: a name with other signs than letters, digits and hyphens. Names become fragments of addresses and fields of
/// front matter, where other signs mean something or nothing (RFC 3986 §3.5).
/// </summary>
internal static class FlowBadId
{
    public static IEnumerable<Diagnostic> Check(FlowInput input)
    {
        var bad = input.Flow.Readers.Select(r => (r.Id, r.Place))
            .Concat(input.Flow.Questions.Select(q => (q.Id, q.Place)))
            .Concat(input.Flow.Outcomes.Where(o => o.Step is null).Select(o => (o.Id, o.Place)))
            .Where(n => n.Id.Any(c => !IsFine(c)))
            .ToList();
        return FewOf.Told(bad, n => n.Place, n => new(Codes.FlowBadId, n.Place, ("name", n.Id), ("better", Better(n.Id))));
    }

    private static bool IsFine(char sign) => char.IsLetterOrDigit(sign) || sign == '-';

    private static string Better(string id)
    {
        var better = string.Join('-', new string([.. id.Select(c => IsFine(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return better.Length == 0 ? "a" : better;
    }
}
