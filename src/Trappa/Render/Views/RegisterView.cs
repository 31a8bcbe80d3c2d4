using System.Collections.Immutable;
using Scriban.Runtime;
using Trappa.Model;
using Trappa.Render.Search;

namespace Trappa.Render.Views;

/// <summary>All that the guide has, from A to Ö: <c>register</c>. Useful where there is no script, and on paper.</summary>
internal static class RegisterView
{
    // More names than these are a page that a phone takes seconds to show and nobody reads to its end.
    private const int MostNames = 2_000;

    /// <summary>The register, letter by letter. A large guide's has no names of parts of pages on the web: search finds them.</summary>
    /// <param name="guide">The guide.</param>
    /// <param name="passages">All that can be found in it.</param>
    /// <param name="within">On one long page: where on it an address is, as a fragment; what is not there is left out. Null on the web.</param>
    public static ScriptArray Of(Guide guide, ImmutableArray<Passage> passages, Func<string, string>? within = null)
    {
        var order = Comparer<string>.Create(guide.Language.Compare);
        var named = within is null && passages.Length > MostNames ? passages.Where(p => p.Kind != PassageKind.Part) : passages;
        var letters = Entries(guide, named)
            .Where(e => within is null || within(e.Address).StartsWith('#'))
            .Where(e => e.Name.Any(char.IsLetterOrDigit))
            .DistinctBy(e => (e.Name.ToLowerInvariant(), e.Address))
            .OrderBy(e => e.Name, order).ThenBy(e => e.Address, StringComparer.Ordinal)
            .GroupBy(e => Letter(e.Name), StringComparer.Ordinal);
        return View.List(letters.Select((letter, i) => View.Of(
            ("letter", letter.Key),
            ("id", "r" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("entries", View.List(letter.Select(e => View.Of(
                ("name", e.Name),
                ("url", e.Address),
                ("id", within?.Invoke(e.Address)[1..]),
                ("where", e.Where.Length == 0 ? null : e.Where))))))));
    }

    private static IEnumerable<(string Name, string Address, string Where)> Entries(Guide guide, IEnumerable<Passage> passages) =>
        passages.Where(p => p.Kind != PassageKind.Quote)
        .Select(p => p.Kind == PassageKind.Page ? (Name: p.Page, p.Address, Where: "") : (Name: p.Heading, p.Address, Where: p.Page))
        // The sections that every step has would be told of eight times; their steps are there.
        .Where(e => !guide.Sections.Any(s => s.Heading == e.Name));

    private static string Letter(string name)
    {
        var first = name.First(char.IsLetterOrDigit);
        return char.IsDigit(first) ? "0–9" : char.ToUpperInvariant(first).ToString();
    }
}
