using System.Text.Json;
using Trappa.Diagnostics;
using Trappa.Diagnostics.Printers;
using Trappa.Languages;

namespace Trappa.Tests.Diagnostics;

public class Printing
{
    private static readonly Language Swedish = LanguageFile.Read("sv", """
        ui: {error: fel, warning: varning}
        messages:
          TR991: {text: "Okänt fält: {field}", remedy: "Menade du ”{near}”?"}
          TR992: {text: "100 %: inget, att rätta", remedy: ""}
        """, new(() => null));

    private static readonly Diagnostic[] Some =
    [
        new(new("TR991", "UnknownField", Severity.Error), new("content/steg/03 väljare.md", 4, 3, 5),
            ("field", "nman\u001b[2J\nx"), ("near", "namn")),
        new(new("TR992", "Nothing", Severity.Warning), new("content/a,b:c.md", 7)),
        new(new("TR992", "Nothing", Severity.Warning), new("/a disk/_site")),
    ];

    [Fact]
    public void People_get_the_place_what_is_wrong_and_what_to_do_without_control_characters() =>
        Assert.Equal(
            "content/steg/03 väljare.md:4:3: fel TR991 Okänt fält: nman\uFFFD[2J x\n" +
            "    Menade du ”namn”?\n" +
            "content/a,b:c.md:7: varning TR992 100 %: inget, att rätta\n" +
            "/a disk/_site: varning TR992 100 %: inget, att rätta\n",
            TextPrinter.Print(Some, Swedish));

    [Fact]
    public void At_a_terminal_words_have_colours() =>
        Assert.Equal(
            "\e[1mcontent/a,b:c.md:7:\e[0m \e[1;33mvarning TR992\e[0m 100 %: inget, att rätta\n",
            TextPrinter.Print(Some[1..2], Swedish, Palette.Coloured));

    [Theory]
    [InlineData(true, null, "xterm", true)]
    [InlineData(true, "", "xterm", true)]
    [InlineData(true, "1", "xterm", false)]
    [InlineData(true, null, "dumb", false)]
    [InlineData(false, null, "xterm", false)]
    public void Colour_is_for_terminals_whose_user_has_not_asked_for_none(bool terminal, string? noColor, string term, bool coloured) =>
        Assert.Equal(
            coloured ? Palette.Coloured : Palette.Plain,
            Palette.For(terminal, name => name == "NO_COLOR" ? noColor : term));

    [Fact]
    public void GitHub_gets_commands_with_its_own_escapes() =>
        Assert.Equal(
            "::error file=content/steg/03 väljare.md,line=4,col=3,endColumn=8,title=TR991::Okänt fält: nman\u001b[2J%0Ax%0AMenade du ”namn”?\n" +
            "::warning file=content/a%2Cb%3Ac.md,line=7,title=TR992::100 %25: inget, att rätta\n" +
            "::warning file=/a disk/_site,title=TR992::100 %25: inget, att rätta\n",
            GitHubPrinter.Print(Some, Swedish));

    [Fact]
    public void Programs_get_JSON()
    {
        Assert.Equal(
            """
            {
              "format": 1,
              "errors": 0,
              "warnings": 1,
              "diagnostics": [
                {
                  "code": "TR992",
                  "name": "Nothing",
                  "severity": "warning",
                  "file": "content/a,b:c.md",
                  "line": 7,
                  "message": "100 %: inget, att rätta",
                  "remedy": ""
                }
              ]
            }

            """,
            JsonPrinter.Print(Some[1..2], Swedish));
        using var json = JsonDocument.Parse(JsonPrinter.Print(Some, Swedish));
        Assert.Equal("Okänt fält: nman\u001b[2J\nx", json.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString());
    }

    [Fact]
    public void Code_scanning_gets_SARIF()
    {
        using var sarif = JsonDocument.Parse(SarifPrinter.Print(Some, Swedish));
        var run = sarif.RootElement.GetProperty("runs")[0];
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Equal(["TR991", "TR992"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules")
            .EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(
            ["TR991 0 error content/steg/03%20v%C3%A4ljare.md", "TR992 1 warning content/a%2Cb%3Ac.md", "TR992 1 warning file:///a%20disk/_site"],
            run.GetProperty("results").EnumerateArray().Select(r => string.Join(' ',
                r.GetProperty("ruleId"), r.GetProperty("ruleIndex"), r.GetProperty("level"),
                Location(r).GetProperty("artifactLocation").GetProperty("uri"))));
        Assert.Equal(
            """{"startLine":4,"startColumn":3,"endColumn":8}""",
            JsonSerializer.Serialize(Location(run.GetProperty("results")[0]).GetProperty("region")));

        static JsonElement Location(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");
    }

    [Fact]
    public void Nothing_wrong_is_nothing_for_people_and_an_empty_list_for_programs()
    {
        Assert.Equal("", TextPrinter.Print([], Swedish));
        Assert.Equal("", GitHubPrinter.Print([], Swedish));
        Assert.Contains("\"diagnostics\": []", JsonPrinter.Print([], Swedish), StringComparison.Ordinal);
        Assert.Contains("\"results\": []", SarifPrinter.Print([], Swedish), StringComparison.Ordinal);
    }
}
