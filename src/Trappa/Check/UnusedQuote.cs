using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>TR302: a quote that no step and no page shows. The page of all quotes shows it anyway, hence a warning.</summary>
internal static class UnusedQuote
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var used = input.Guide.Steps.SelectMany(s => s.Parts).SelectMany(p => p.Quotes).Select(q => q.Name)
            .Concat(input.Texts.SelectMany(t => t.Targets.Values).OfType<QuoteTarget>().Select(t => t.Name))
            .ToHashSet(StringComparer.Ordinal);
        return input.Guide.Quotes.Where(q => !used.Contains(q.Name))
            .Select(q => new Diagnostic(Codes.UnusedQuote, q.Place, ("name", q.Name)));
    }
}
