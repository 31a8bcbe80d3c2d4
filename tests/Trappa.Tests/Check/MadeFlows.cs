using System.Globalization;
using System.Text;
using Trappa.Check;
using Trappa.Check.Flows;
using Trappa.Model;

namespace Trappa.Tests.Check;

/// <summary>Flows far larger than anyone writes, made in a folder of their own.</summary>
public sealed class MadeFlows : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MadeFlows()
    {
        Directory.CreateDirectory(_folder["content"]);
        File.WriteAllText(_folder["content/site.yaml"], "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\n");
        File.WriteAllText(_folder["content/index.md"], "# Start\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_million_questions_are_counted_and_not_read()
    {
        Write("start: q0\nläsare: [{id: jag, namn: Jag}]\nfrågor: [" + new StringBuilder().Insert(0, "{},", 1_000_000) + "]\n");

        Expect("""
            content/flode.yaml:4:9: fel TR349 ”frågor” är 1000000 stycken. Det får vara högst 10000.
                Ta bort det som inte behövs. Är listan gjord av ett program? Se efter om det har gått runt.

            """);
    }

    [Fact]
    public void A_million_answers_outcomes_and_readers_are_counted_and_not_read()
    {
        Write("start: q0\nläsare: [" + new StringBuilder().Insert(0, "{},", 300_000) + "]\nfrågor: [{id: q, svar: ["
            + new StringBuilder().Insert(0, "{},", 600_000) + "]}]\nutfall: [" + new StringBuilder().Insert(0, "{},", 300_000) + "]\n");

        Expect("""
            content/flode.yaml:3:9: fel TR349 ”läsare” är 300000 stycken. Det får vara högst 20.
                Ta bort det som inte behövs. Är listan gjord av ett program? Se efter om det har gått runt.
            content/flode.yaml:4:9: fel TR349 ”svar” är 600000 stycken. Det får vara högst 100000.
                Ta bort det som inte behövs. Är listan gjord av ett program? Se efter om det har gått runt.
            content/flode.yaml:5:9: fel TR349 ”utfall” är 300000 stycken. Det får vara högst 10000.
                Ta bort det som inte behövs. Är listan gjord av ett program? Se efter om det har gått runt.

            """);
    }

    [Fact]
    public void Of_a_fault_in_many_places_the_first_are_told_and_how_many_more()
    {
        var answers = string.Concat(Enumerable.Range(0, 25).Select(i => $"    - {{text: S{i}, till: utt}}\n"));
        Write("start: q\nläsare: [{id: jag, namn: Jag}]\nfrågor:\n- id: q\n  fråga: Q?\n  svar:\n" + answers
            + "utfall: [{id: ut, namn: Ut, jag: {ingress: Tack.}}]\n");

        var told = Terminal.Check(_folder.Path).Error.Split('\n');

        Assert.Equal(20, told.Count(l => l.Contains(" TR330 ", StringComparison.Ordinal)));
        Assert.Equal([
            "content/flode.yaml:28:25: fel TR359 Fler fel av samma slag: 5.",
            "    Rätta dem som står här ovanför och kontrollera igen. De har ofta samma orsak.", ""], told[40..]);
    }

    [Fact]
    public void Ten_thousand_questions_with_shared_ways_are_proved_as_they_stand()
    {
        Write(Shared(10_000));

        Assert.Equal([], Proofs());
        var ways = FlowWays.Of(ReadGuide.Of(_folder.Path).Flow!)!;
        Assert.Equal(10_000, ways.Longest);
        Assert.True(ways.Count.ToString(CultureInfo.InvariantCulture).Length > 1000);
    }

    [Fact]
    public void One_answer_among_ten_thousand_questions_that_leads_to_the_wrong_end_is_told()
    {
        Write(Shared(10_000).Replace("{text: Ja, betyder: ja, till: ja}", "{text: Ja, betyder: ja, till: nej}", StringComparison.Ordinal));

        // The last question's two answers both lead to the end that wants a no.
        Assert.Equal(["TR337 content/flode.yaml:70006:8", "TR344 content/flode.yaml:70002:37"], Proofs());
    }

    [Fact]
    public void Ten_thousand_questions_in_one_circle_are_told_once()
    {
        Write(Shared(10_000).Replace("till: ja}", "till: q0}", StringComparison.Ordinal));

        Assert.Equal(["TR334 content/flode.yaml:70002:37"], Proofs().Where(p => p.StartsWith("TR334", StringComparison.Ordinal)));
    }

    // Each question leads to the next and to the one after that: the ways are as many as Fibonacci's numbers.
    private static string Shared(int count)
    {
        var text = new StringBuilder("start: q0\nläsare: [{id: jag, namn: Jag}]\nfrågor:\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- id: q{i}\n  om: det\n  fråga: Q{i}?\n  svar:\n");
            text.Append(i == count - 1 ? "    - {text: Ja, betyder: ja, till: ja}\n    - {text: Nej, betyder: nej, till: nej}\n    - {text: Vet inte, till: nej}\n"
                : string.Create(CultureInfo.InvariantCulture, $"    - {{text: Ja, betyder: ja, till: q{i + 1}}}\n    - {{text: Nej, betyder: nej, till: q{Math.Min(i + 2, count - 1)}}}\n    - {{text: Vet inte, till: q{i + 1}}}\n"));
        }
        var last = count - 1;
        return text.Append(CultureInfo.InvariantCulture,
            $"utfall:\n- {{id: ja, namn: Ja, kräver: {{q{last}: ja}}, jag: {{ingress: Tack.}}}}\n- {{id: nej, namn: Nej, kräver: {{q{last}: nej}}, jag: {{ingress: Tack.}}}}\n").ToString();
    }

    private IEnumerable<string> Proofs() => FlowProofs.Check(new CheckInput(ReadGuide.Of(_folder.Path), [], []))
        .OrderBy(d => d.Code.Id, StringComparer.Ordinal).Select(d => d.Code.Id + " " + d.Place);

    private void Write(string flow) => File.WriteAllText(_folder["content/flode.yaml"], "titel: Vilket?\n" + flow);

    private void Expect(string told) => Assert.Equal(told, Terminal.Check(_folder.Path).Error);
}
