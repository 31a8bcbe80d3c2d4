using Trappa.Diagnostics;

namespace Trappa.Check;

/// <summary>TR307: a fact whose last day is over is still in use.</summary>
internal static class DatedFacts
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Guide.Facts
        .Where(f => f.Until?.Date < input.Guide.Site.Date)
        .Select(f => new Diagnostic(Codes.DatePassed, f.Until!.Place,
            ("name", f.Name), ("date", input.Guide.Language.Day(f.Until.Date))));
}
