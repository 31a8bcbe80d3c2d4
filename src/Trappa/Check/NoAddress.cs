using Trappa.Diagnostics;

namespace Trappa.Check;

/// <summary>TR304: neither <c>site.yaml</c> nor <c>--base-url</c> gives an address, so the site goes without what needs one.</summary>
internal static class NoAddress
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Guide.Site.Address is null
        ? [new(Codes.NoAddress, new("content/site.yaml"))]
        : [];
}
