using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Check;

/// <summary>TR303: a page asks for a layout that <c>templates/layouts/</c> does not have.</summary>
internal static class UnknownLayout
{
    public static IEnumerable<Diagnostic> Check(CheckInput input) => input.Guide.AllPages()
        .Where(p => p.Layout is not null && !input.Layouts.Contains(p.Layout.Value))
        .Select(p => new Diagnostic(Codes.UnknownLayout, p.Layout!.Place, ("name", p.Layout.Value),
            ("suggestion", Nearest.Suggestion(input.Guide.Language, p.Layout.Value, input.Layouts))));
}
