using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Parser;

namespace Trappa.Printing;

/// <summary>
/// Page numbers for a long page. A browser that prints cannot say on which page a link's target is (it lacks CSS
/// Generated Content 3's <c>target-counter</c>), so the page is printed, its targets are looked up in the PDF, and it is
/// printed again with their numbers. What has to begin on a left page gets an empty one before it where it does not.
/// </summary>
internal static partial class PageNumbers
{
    /// <summary>The page, from 1, that each named destination of a PDF is on (ISO 32000-1 §12.3.2.3).</summary>
    /// <exception cref="PrintException">It cannot be read.</exception>
    public static FrozenDictionary<string, int> Of(byte[] pdf)
    {
        var file = PdfFile.Read(pdf);
        var order = new Dictionary<int, int>();
        Count(file, Reference(file[file.Root], "Pages"), order);
        var names = Reference(file[file.Root], "Dests");
        return names == 0 ? FrozenDictionary<string, int>.Empty : Destination().Matches(file[names])
            .Select(m => (Name: Uri.UnescapeDataString(m.Groups[1].Value.Replace('#', '%')), Page: int.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture)))
            .Where(d => order.ContainsKey(d.Page))
            .ToFrozenDictionary(d => d.Name, d => order[d.Page], StringComparer.Ordinal);
    }

    /// <summary>The page with its numbers.</summary>
    /// <param name="html">The page as it was printed without any.</param>
    /// <param name="pages">Where its targets were.</param>
    /// <returns>The page to print, and where its targets will be.</returns>
    public static (string Html, FrozenDictionary<string, int> Pages) Fill(string html, FrozenDictionary<string, int> pages)
    {
        var document = new HtmlParser().ParseDocument(html);
        // Pages, as they were, that get an empty one before them.
        var empty = new List<int>();
        foreach (var place in document.QuerySelectorAll("div.blank[data-before]"))
        {
            if (pages.TryGetValue(place.GetAttribute("data-before")!, out var page) && (page + empty.Count) % 2 != 0)
            {
                empty.Add(page);
                place.ClassName = "blank left-empty";
            }
        }
        var moved = pages.ToFrozenDictionary(p => p.Key, p => p.Value + empty.Count(e => e <= p.Value), StringComparer.Ordinal);
        foreach (var number in document.QuerySelectorAll("span.leaf[data-page]"))
        {
            if (moved.TryGetValue(number.GetAttribute("data-page")!, out var page))
            {
                number.TextContent = page.ToString(CultureInfo.InvariantCulture);
            }
        }
        return (document.ToHtml(), moved);
    }

    private static void Count(PdfFile file, int node, Dictionary<int, int> order)
    {
        if (Kids().Match(file[node]) is not { Success: true } kids)
        {
            order[node] = order.Count + 1;
            return;
        }
        foreach (Match kid in Kid().Matches(kids.Groups[1].Value))
        {
            Count(file, int.Parse(kid.Groups[1].ValueSpan, CultureInfo.InvariantCulture), order);
        }
    }

    private static int Reference(string dictionary, string name) =>
        Regex.Match(dictionary, "/" + name + @" (\d+) 0 R", RegexOptions.CultureInvariant) is { Success: true } found
            ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"/([^\s/\[\]<>()]+) \[(\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Destination();

    [GeneratedRegex(@"/Kids \[([^\]]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Kid();
}
