using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Trappa.Render.Print;

/// <summary>
/// Turns what was written for a page of the site into a part of one long page: headings go down, ids become the part's
/// own, links to pages become links within, buttons go. Works on the HTML that our own templates and prose make.
/// </summary>
/// <param name="anchors">Address of a page of the site → its id here.</param>
internal sealed partial class HandbookText(FrozenDictionary<string, string> anchors)
{
    /// <summary>The part.</summary>
    /// <param name="html">As for a page; its <c>h1</c> has the part's id already.</param>
    /// <param name="id">The part's id.</param>
    /// <param name="down">How many levels its headings go down.</param>
    public string Part(string html, string id, int down)
    {
        html = Button().Replace(html, "");
        html = Heading().Replace(html, m => m.Groups[1].Value
            + (char)(Math.Min(m.Groups[2].ValueSpan[0] + down, '6')));
        html = Id().Replace(html, m => m.Groups[1].Value == id ? m.Value : $" id=\"{id}-{m.Groups[1].Value}\"");
        return Link().Replace(html, m => $" href=\"{(m.Groups[1].ValueSpan.StartsWith("#") ? $"#{id}-{m.Groups[1].Value[1..]}" : Target(m.Groups[1].Value))}\"");
    }

    /// <summary>Where an address of the site leads here: to an id of this page, or as it did.</summary>
    public string Target(string address)
    {
        var parts = address.Split('#', 2);
        return !anchors.TryGetValue(parts[0], out var anchor) ? address
            : parts.Length > 1 ? $"#{anchor}-{parts[1]}" : "#" + anchor;
    }

    [GeneratedRegex(@"<button\b.*?</button>|<div class=""acts"">\s*(?:<button\b.*?</button>\s*)*</div>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex(@"(</?h)([1-6])(?=[\s>])", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@" id=""([^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@" href=""([/#][^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
