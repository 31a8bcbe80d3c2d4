using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Render.Assets;

/// <summary>
/// What is wrong with a project's own style sheet: what it would fetch from another site, which would learn who reads what,
/// and marks without their other half. All sheets stand in a page one after the other, so that these would break the next.
/// </summary>
internal static class StyleFaults
{
    private static readonly ImmutableArray<string> BeforeAddress = ["url(", "src(", "@import"];

    /// <param name="file">Path of the sheet from the project's folder.</param>
    /// <param name="css">The sheet.</param>
    public static ImmutableArray<Diagnostic> Find(string file, string css)
    {
        var text = new MarkdownText(css, new(file, 1, 1));
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var open = new Stack<int>();
        for (var at = 0; at < css.Length;)
        {
            var end = StyleSheet.End(css, at);
            if (end < 0)
            {
                found.Add(new(Codes.StyleSyntax, text.At(at, 1)));
                return found.ToImmutable();
            }
            if (css[at] == '{')
            {
                open.Push(at);
            }
            else if (css[at] == '}' && !open.TryPop(out _))
            {
                found.Add(new(Codes.StyleSyntax, text.At(at, 1)));
            }
            else if (Address(css, at, end) is { } address && IsOutside(address))
            {
                found.Add(new(Codes.FetchedFromElsewhere, text.At(at, end - at), ("address", address)));
            }
            at = end;
        }
        if (open.Count > 0)
        {
            found.Add(new(Codes.StyleSyntax, text.At(open.Last(), 1)));
        }
        return found.ToImmutable();
    }

    // Of a whole url() without quotation marks, or of a string in one or after @import.
    private static string? Address(string css, int at, int end)
    {
        if (css[at] is 'u' or 'U' && end > at + 1)
        {
            return css[(at + 4)..(end - 1)].Trim();
        }
        return css[at] is '"' or '\'' && BeforeAddress.Any(b => css.AsSpan(0, at).TrimEnd().EndsWith(b, StringComparison.OrdinalIgnoreCase))
            ? css[(at + 1)..(end - 1)].Trim() : null;
    }

    private static bool IsOutside(string address) => address.StartsWith("//", StringComparison.Ordinal)
        || address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
