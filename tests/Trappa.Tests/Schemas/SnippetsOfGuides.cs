using System.Text.Json;
using System.Text.RegularExpressions;

namespace Trappa.Tests.Schemas;

/// <summary>The snippets that <c>trappa schema</c> writes: what an editor's program puts into a Markdown file is right there.</summary>
public sealed partial class SnippetsOfGuides(SchemasOfGuides.Written first) : IClassFixture<SchemasOfGuides.Written>
{
    [Theory]
    [InlineData("steg", "steg/09-nytt.md", "namn: 1\ningress: 1\n")]
    [InlineData("citat", "citat/nytt.md", "slag: inbjudan\n---\n")]
    [InlineData("begrepp", "begrepp/nytt.md", "namn: 1\nkort: 1\n")]
    [InlineData("sida", "grunder/nytt.md", "titel: 1\n---\n")]
    public void A_new_file_has_all_that_it_must_have(string prefix, string file, string begins)
    {
        var text = Snippet(prefix, body => body.StartsWith("---\n", StringComparison.Ordinal));

        Assert.StartsWith("---\n" + begins, Expanded(text), StringComparison.Ordinal);
        Assert.EndsWith("---\n\n$0", text, StringComparison.Ordinal);
        Assert.True(first.Passes(file, Expanded(text)), text);
    }

    [Theory]
    [InlineData("citat", "citat: ${1|", "slant")]
    [InlineData("slag", "slag: ${1|inbjudan,", "röst|}")]
    [InlineData("medlem", "medlem: ${1|", "nej")]
    [InlineData("behov", "behov:\n  - $1", "")]
    [InlineData("kräver", "kräver: {$1}", "")]
    [InlineData("utkast", "utkast: ${1|ja,nej|}", "")]
    [InlineData("gäller-till", "gäller-till: ${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}", "")]
    public void A_field_is_completed_by_its_name_with_the_values_that_it_may_have(string name, string begins, string has)
    {
        var body = Snippet(name, b => b.StartsWith(begins, StringComparison.Ordinal));

        Assert.Contains(has, body, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_says_what_it_is_and_shows_in_Markdown_alone()
    {
        var all = Snippets().ToList();

        Assert.True(all.Count > 40);
        Assert.All(all, s => Assert.Equal("markdown", s.GetProperty("scope").GetString()));
        Assert.All(all, s => Assert.NotEqual("", s.GetProperty("description").GetString()));
    }

    private string Snippet(string prefix, Func<string, bool> isThis) => Assert.Single(
        Snippets().Where(s => s.GetProperty("prefix").GetString() == prefix)
            .Select(s => string.Join('\n', s.GetProperty("body").EnumerateArray().Select(l => l.GetString()))).Distinct(), b => isThis(b));

    private IEnumerable<JsonElement> Snippets()
    {
        using var written = JsonDocument.Parse(first.Snippets());
        return [.. written.RootElement.EnumerateObject().Select(s => s.Value.Clone())];
    }

    // As somebody who takes each first choice and writes 1 everywhere else.
    private static string Expanded(string body) => Stops().Replace(body.Replace("$0", "", StringComparison.Ordinal), m => m.Groups[1].Success ? m.Groups[1].Value : "1");

    [GeneratedRegex(@"\$\{[0-9]+\|([^,|]+)[^}]*\|\}|\$[0-9]+")]
    private static partial Regex Stops();
}
