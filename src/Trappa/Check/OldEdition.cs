using System.Globalization;
using Trappa.Diagnostics;

namespace Trappa.Check;

/// <summary>TR392: the edition is older than the guide itself lets it be; readers are told so on every page.</summary>
internal static class OldEdition
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Guide.Site is { IsOld: true, Edition: { } edition, MostMonths: { } most }
        ? [new(Codes.EditionOld, new("content/site.yaml"), ("month", input.Guide.Language.Month(edition.Year, edition.Month)),
            ("months", most.ToString(CultureInfo.InvariantCulture)))]
        : [];
}
