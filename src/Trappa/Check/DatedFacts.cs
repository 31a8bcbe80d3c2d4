using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>TR307, TR309, TR390, TR391: a fact whose last day is over is still in use, or soon will be; or its first is to come.</summary>
internal static class DatedFacts
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var (today, language) = (input.Guide.Site.Date, input.Guide.Language);
        return input.Guide.Facts
            .Where(f => f.Until?.Date < today)
            .Select(f => new Diagnostic(f.IsErrorAfter ? Codes.DateExpired : Codes.DatePassed, f.Until!.Place,
                ("name", f.Name), ("date", language.Day(f.Until.Date))))
            .Concat(input.Guide.Facts.SelectMany(f => NearDays.Of(f.Name, f.From, f.Until, today, language)));
    }
}
