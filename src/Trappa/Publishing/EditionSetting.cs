using System.Globalization;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Publishing;

/// <summary>Sets the edition in <c>site.yaml</c> and leaves everything else of the file as it is written.</summary>
internal static class EditionSetting
{
    /// <summary>The file's text with another edition; null where it has none with a month of its own.</summary>
    /// <param name="text">The file, with the line ends it has.</param>
    /// <param name="site">The same, read.</param>
    /// <param name="language">The guide's language.</param>
    /// <param name="month">The new month, <c>2025-04</c>.</param>
    /// <param name="name">The new name.</param>
    public static string? Set(string text, YamlMap site, Language language, string month, string name)
    {
        if (site.Find(language.Field("edition")) is not YamlMap edition || edition.Find(language.Field("month")) is not YamlText old)
        {
            return null;
        }
        // The later place first, so that the earlier one is still where it was.
        return new (YamlText? Node, string Value)[] { (edition.Find(language.Field("name")) as YamlText, name), (old, month) }
            .Where(c => c.Node is not null).OrderByDescending(c => c.Node!.Place)
            .Aggregate(text, (t, c) => Replace(t, c.Node!, c.Value));
    }

    /// <summary>The usual name of an edition: its month in words, with a capital.</summary>
    public static string NameOf(DateOnly month, Language language)
    {
        var words = language.Month(month.Year, month.Month);
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    private static string Replace(string text, YamlText node, string value)
    {
        var start = 0;
        for (var line = 1; line < node.Place.Line; line++)
        {
            start = text.IndexOf('\n', start) + 1;
        }
        start += node.Place.Column - 1;
        var written = text[start] is '"' or '\'' ? text[(start + 1)..].IndexOf(text[start]) + 2 : node.Value.Length;
        var quote = text[start] is '"' or '\'' ? text[start].ToString() : Quote(value);
        return text[..start] + quote + value + quote + text[(start + written)..];
    }

    private static string Quote(string value) => value.Contains(": ", StringComparison.Ordinal) || value.Contains('#') || value.Contains(',') || value[0] is '[' or '{' or '&' or '*' or '!' or '%' or '@' ? "\"" : "";
}
