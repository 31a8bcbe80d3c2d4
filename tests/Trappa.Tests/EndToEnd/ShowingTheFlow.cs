using System.Text.Json;
using System.Xml.Linq;
using Trappa.Commands;

namespace Trappa.Tests.EndToEnd;

/// <summary><c>trappa flow</c>, as from a terminal.</summary>
public class ShowingTheFlow
{
    private static readonly string Triage = Repository.PathOf("tests", "guides", "triage");
    private static readonly string Forty = Repository.PathOf("tests", "guides", "forty-questions");

    [Fact]
    public void Every_way_is_a_row_of_an_aligned_table()
    {
        Assert.Equal(new Terminal(ExitCodes.Fine, """
            What should we do now?

            Reader                Answers                              Outcome              Questions
            --------------------  -----------------------------------  -------------------  ---------
            Someone else is hurt  Yes → Yes                            Ring 112                     2
            Someone else is hurt  Yes → No → Yes                       Rest and look again          3
            Someone else is hurt  Yes → No → No                        See a doctor today           3
            Someone else is hurt  Yes → No → Not sure                  See a doctor today           3
            Someone else is hurt  No                                   Ring 112                     1
            Someone else is hurt  I cannot tell                        Ring 112                     1
            I am hurt             Yes → Yes                            Ring 112                     2
            I am hurt             Yes → No → Yes                       Rest and look again          3
            I am hurt             Yes → No → No                        See a doctor today           3
            I am hurt             Yes → No → It hurts too much to try  See a doctor today           3
            I am hurt             No                                   Ring 112                     1
            I am hurt             I cannot tell                        Ring 112                     1

            Ways for each reader: 6. Questions on the longest: 3. Questions in the mean: 2.17.

            """, ""), Terminal.Run("flow", Triage));
    }

    [Fact]
    public void Past_a_thousand_ways_they_are_counted_and_the_shortest_to_each_outcome_is_shown()
    {
        var ran = Terminal.Run("flow", Forty);

        var lines = ran.Output.Split('\n');
        Assert.Equal("Min cykel  Nej → Ja → Nej                                     Laga däcket               3        4", lines[4]);
        Assert.Equal("Min cykel  Ja → Ja → Ja → Ja → Ja → Ja → Ja → Ja              Cykeln går att köra       8  5764801", lines[12]);
        Assert.Equal(["", "Vägar för varje läsare: 9608001. Frågor på den längsta: 32. Frågor i medel: 24,00.", ""], lines[13..]);
    }

    [Fact]
    public void The_first_guides_ways_end_within_four_questions()
    {
        var ran = Terminal.Run("flow", "--date", "2024-05-01");

        Assert.Equal(ExitCodes.Fine, ran.ExitCode);
        Assert.EndsWith("Vägar för varje läsare: 29. Frågor på den längsta: 4. Frågor i medel: 3,03.\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_same_as_JSON()
    {
        var json = JsonDocument.Parse(Terminal.Run("flow", Triage, "--format", "json").Output).RootElement;

        Assert.Equal(("6", 3, 2.17m, true, 12), (json.GetProperty("ways").GetString(), json.GetProperty("longest").GetInt32(),
            json.GetProperty("mean").GetDecimal(), json.GetProperty("complete").GetBoolean(), json.GetProperty("rows").GetArrayLength()));
        Assert.Equal("""{"reader":"self","answers":["Yes","No","It hurts too much to try"],"outcome":"doctor","questions":3,"ways":"2"}""",
            JsonSerializer.Serialize(json.GetProperty("rows")[9]));
    }

    [Fact]
    public void Mermaid_gets_a_chart() => Assert.Equal("""
        flowchart TD
          n0["Do they breathe and answer?"]
          n1["Is there blood that does not stop?"]
          n2["Can they move what is hurt?"]
          n3(["Ring 112"])
          n4(["See a doctor today"])
          n5(["Rest and look again"])
          n0 -->|"Yes"| n1
          n0 -->|"No / I cannot tell"| n3
          n1 -->|"Yes"| n3
          n1 -->|"No"| n2
          n2 -->|"Yes"| n5
          n2 -->|"No / Not sure"| n4

        """, Terminal.Run("flow", Triage, "--mermaid").Output);

    [Theory]
    [InlineData("triage")]
    [InlineData("forty-questions")]
    public void The_drawing_is_a_file_of_its_own_that_fetches_nothing(string guide)
    {
        var ran = Terminal.Run("flow", Repository.PathOf("tests", "guides", guide), "--svg");

        var svg = XDocument.Parse(ran.Output);
        Assert.Equal("{http://www.w3.org/2000/svg}svg", svg.Root!.Name.ToString());
        Assert.DoesNotContain(svg.Descendants().SelectMany(e => e.Attributes()), a => a.Name.LocalName is "href" or "style" or "src");
        Assert.DoesNotContain("url(", ran.Output, StringComparison.Ordinal);
        Assert.Equal(ran.Output, Terminal.Run("flow", Repository.PathOf("tests", "guides", guide), "--svg").Output);
    }

    [Fact]
    public void A_guide_without_a_flow_says_where_it_would_stand()
    {
        Assert.Equal(new Terminal(ExitCodes.ContentErrors, "", "The guide has no questions to go through. They stand in the file content/flow.yaml.\n"),
            Terminal.Run("flow", Repository.PathOf("tests", "guides", "first-aid")));
    }

    [Theory]
    [InlineData("--svg")]
    [InlineData("--mermaid")]
    public void What_is_wrong_in_the_content_is_told_instead(string form)
    {
        var ran = Terminal.Run("flow", Repository.PathOf("tests", "guides", "invalid", "TR334-flow-circle"), form);

        Assert.Equal((ExitCodes.ContentErrors, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith("content/flode.yaml:18:41: fel TR334 ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_forms_at_once_are_wrong_use() =>
        Assert.Equal(new Terminal(ExitCodes.WrongUse, "", "Choose one of --svg, --mermaid and --format.\nTry: trappa --help\n"),
            Terminal.Run("flow", Triage, "--svg", "--format", "json"));

    [Fact]
    public void Its_help_has_an_example() =>
        Assert.Contains("trappa flow --svg > flode.svg", Terminal.Run("flow", "--help").Output, StringComparison.Ordinal);
}
