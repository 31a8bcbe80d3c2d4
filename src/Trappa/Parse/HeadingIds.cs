using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Languages;

namespace Trappa.Parse;

/// <summary>
/// Gives each heading an id: the one its writer set (<c>## Behov {#behov}</c>), else a slug of its words with a
/// number after it where that is taken.
/// </summary>
internal static class HeadingIds
{
    public static void Set(List<HeadingBlock> headings, Language language)
    {
        if (headings.Count == 0)
        {
            return;
        }
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var own = headings.ConvertAll(TakeOwn);
        taken.UnionWith(own.OfType<string>());
        for (var i = 0; i < headings.Count; i++)
        {
            headings[i].GetAttributes().Id = own[i] ?? Free(language.Slug(PlainText.Of(headings[i].Inline)), taken, numbers);
        }
    }

    // The last words of the heading, taken away from it: {#id}.
    private static string? TakeOwn(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is not LiteralInline literal)
        {
            return null;
        }
        var text = literal.Content.AsSpan();
        var trimmed = text.TrimEnd();
        var open = trimmed.LastIndexOf("{#");
        if (open < 0 || !trimmed.EndsWith('}'))
        {
            return null;
        }
        var id = trimmed[(open + 2)..^1].ToString();
        if (id.Length == 0 || !id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
        {
            return null;
        }
        literal.Content = new(text[..open].TrimEnd().ToString());
        return id;
    }

    // The number goes on where the last heading of these words stopped: thousands of them may be alike.
    private static string Free(string slug, HashSet<string> taken, Dictionary<string, int> numbers)
    {
        var stem = slug.Length == 0 ? "section" : slug;
        if (taken.Add(stem))
        {
            return stem;
        }
        var number = numbers.GetValueOrDefault(stem, 2);
        string id;
        do
        {
            id = stem + "-" + (number++).ToString(CultureInfo.InvariantCulture);
        }
        while (!taken.Add(id));
        numbers[stem] = number;
        return id;
    }
}
