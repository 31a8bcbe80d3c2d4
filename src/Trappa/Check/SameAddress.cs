using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR301: two pages want one address. Addresses are made of a–z, 0–9 and hyphens, so names that differ only by case
/// or by Unicode form come out the same and are found here.
/// </summary>
internal static class SameAddress
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var taken = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        foreach (var (address, place) in Addresses(input.Guide))
        {
            if (!taken.TryAdd(address, place))
            {
                yield return new(Codes.SameAddress, place, ("address", address), ("other", taken[address].File));
            }
        }
    }

    private static IEnumerable<(string Address, Place Place)> Addresses(Guide guide)
    {
        var language = guide.Language;
        if (guide.Quotes.Length > 0)
        {
            yield return (language.Address("quotes"), guide.Quotes[0].Place);
        }
        if (guide.Terms.Length > 0)
        {
            yield return (language.Address("terms"), guide.Terms[0].Place);
        }
        if (guide.Resources.Length > 0)
        {
            yield return (language.Address("resources"), guide.Resources[0].Place with { Line = 0, Column = 0 });
        }
        if (guide.Flow is { } flow)
        {
            yield return (language.Address("flow"), flow.Place);
            yield return (language.Address("flow_map"), flow.Place);
        }
        foreach (var step in guide.Steps)
        {
            yield return (step.Address, step.AddressPlace);
        }
        foreach (var page in guide.AllPages())
        {
            yield return (page.Address, page.AddressPlace);
        }
        foreach (var file in guide.Attachments)
        {
            yield return (file.Address, new(file.File));
        }
        foreach (var alias in guide.Steps.SelectMany(s => s.Aliases).Concat(guide.AllPages().SelectMany(p => p.Aliases)))
        {
            yield return ("/" + alias.Value.Trim('/') + "/", alias.Place);
        }
    }
}
