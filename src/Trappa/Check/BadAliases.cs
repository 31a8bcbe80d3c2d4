using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>TR119: an address of before that none on this site can have been, so that nothing could lead from it.</summary>
internal static class BadAliases
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) =>
        input.Guide.Steps.SelectMany(s => s.Aliases).Concat(input.Guide.AllPages().SelectMany(p => p.Aliases))
            .Where(a => !IsAddress(a.Value))
            .Select(a => new Diagnostic(Codes.BadAlias, a.Place, ("value", a.Value)));

    private static bool IsAddress(string alias) => alias.Trim('/').Split('/').All(part =>
        part is not ("" or "." or "..") && part.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '~' or '\u0308' or '\u030A'));
}
