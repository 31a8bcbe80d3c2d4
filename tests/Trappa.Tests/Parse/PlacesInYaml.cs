namespace Trappa.Tests.Parse;

/// <summary>A letter of a field is told where it stands in the file, however YAML lets the field be written.</summary>
public class PlacesInYaml
{
    [Theory]
    [InlineData("lead: go to [x](term:nope)", 3, 17)]
    [InlineData("lead: \"go to [x](term:nope)\"", 3, 18)]
    [InlineData("lead: \"say \\\"hi\\\" to [x](term:nope)\"", 3, 26)]
    [InlineData("lead: \"\\u00e5 \\xe5 [x](term:nope)\"", 3, 24)]
    [InlineData("lead: \"one \\\n  line [x](term:nope)\"", 4, 12)]
    [InlineData("lead: 'it''s [x](term:nope)'", 3, 18)]
    [InlineData("lead: plain on\n  two lines [x](term:nope)", 4, 17)]
    [InlineData("lead: \"in marks on\n\n  two lines [x](term:nope)\"", 5, 17)]
    [InlineData("lead: >-\n  folded\n  text [x](term:nope)", 5, 12)]
    [InlineData("lead: |\n  as it\n    stands [x](term:nope)", 5, 16)]
    [InlineData("lead: \"got ''{{ nope }}''\"", 3, 14)]
    [InlineData("lead: \"\\U0001F600 [x](term:nope)\"", 3, 23)]
    public void A_wrong_name_is_told_where_it_stands(string field, int line, int column) =>
        Assert.Contains(BuiltGuide.Of(
            ("content/site.yaml", "title: G\naddress: https://example.org/\n"),
            ("content/index.md", "# G\n"),
            ("content/steps/01-a.md", $"---\nname: A\n{field}\n---\n")).Errors,
            e => e.EndsWith($" content/steps/01-a.md:{line}:{column}", StringComparison.Ordinal));
}
