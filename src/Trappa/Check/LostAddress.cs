using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>TR601: a step or page that readers of the latest frozen edition may have the address of, and that leads nowhere now.</summary>
internal static class LostAddress
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        if (input.Guide.Frozen is not [.., var latest])
        {
            return [];
        }
        var known = Moves.Of(input.Guide);
        return latest.Guide.Steps.Select(s => (s.Name, s.Address, s.Place))
            .Concat(latest.Guide.AllPages().Select(p => (Name: p.Title, p.Address, p.Place)))
            .Where(p => !known.ContainsKey(p.Address))
            .Select(p => new Diagnostic(Codes.AddressLost, latest.PlaceOf(p.Place),
                ("name", p.Name), ("address", p.Address), ("edition", latest.Name), ("alias", p.Address.Trim('/'))));
    }
}
