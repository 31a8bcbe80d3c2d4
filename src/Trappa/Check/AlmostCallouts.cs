using System.Text.RegularExpressions;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>
/// TR229: a callout's first line that readers would see. A callout begins a quote that is in nothing else, on a line of its own
/// (GitHub Docs, "Alerts"): not in a list, not in a quote, not after other words. A backslash before it says that it is to be seen.
/// </summary>
internal static partial class AlmostCallouts
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Texts.SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(Prose prose)
    {
        var text = prose.Text.Text;
        if (!text.Contains("[!", StringComparison.Ordinal))
        {
            yield break;
        }
        foreach (var at in prose.SignsOf('['))
        {
            if ((at == 0 || text[at - 1] != '\\') && FirstLine().Match(text, at) is { Success: true, Value: var found })
            {
                yield return new(Codes.AlmostCallout, prose.Text.At(at, found.Length), ("text", found));
            }
        }
    }

    [GeneratedRegex(@"\G\[![A-Za-z]+\]")]
    private static partial Regex FirstLine();
}
