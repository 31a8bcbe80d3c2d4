using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>TR318: the address of a resource has been written, and its state not: readers are still told that there is none.</summary>
internal static class HiddenAddress
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Guide.Resources
        .Where(r => r is { State: ResourceState.Missing, Url: not null })
        .Select(r => new Diagnostic(Codes.AddressNotShown, r.UrlPlace ?? r.Place, ("name", r.Title)));
}
