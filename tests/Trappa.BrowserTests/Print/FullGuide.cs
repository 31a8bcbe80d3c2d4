using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Trappa.BrowserTests.Browser;
using Trappa.Commands;
using Trappa.Printing;
using Trappa.Render;
using Trappa.Render.Print;
using Trappa.Tests;

namespace Trappa.BrowserTests.Print;

/// <summary>A guide whose cards are as full as they can be in a size, built and printed in memory.</summary>
internal sealed class FullGuide
{
    /// <summary>Its address, which the code on the last card says.</summary>
    public const string Address = "https://exempel.se/guide/";

    /// <summary>The address of its one resource, on the back of the last card.</summary>
    public const string Resource = "https://bank.example.org/all/";

    private const double Points = 25.4 / 72;

    private static readonly ImmutableArray<string> Words =
        ["att", "veta", "vad", "man", "kan", "göra", "känna", "sig", "sedd", "få", "höra", "om", "möten", "på", "orten", "hälsa", "någon", "åt", "ögat"];

    private readonly Geometry _geometry;
    private readonly TextMeasure _measure = new(FontWidths.Read(), LineBreaks.Read());

    private FullGuide(Geometry geometry) => _geometry = geometry;

    /// <summary>The cards in a size, as PDFs by the kind of printing.</summary>
    /// <param name="geometry">The size.</param>
    /// <param name="steps">Number of steps.</param>
    public static ImmutableDictionary<Sides, byte[]> Print(Geometry geometry, int steps = 8)
    {
        var (result, pages) = Build(geometry, steps, 0);
        var jobs = pages.Select(p => new PrintJob(p.Address[1..] + "index.html", p.Sides + ".pdf", geometry.PaperWidth, geometry.PaperHeight)).ToImmutableArray();
        var printed = PdfPrinter.Print(Program, result.Files, Address, "en", jobs, TimeSpan.FromMinutes(2));
        Assert.True(printed.Fault is null, $"{printed.Fault}: {printed.Detail}");
        return pages.Zip(printed.Files).ToImmutableDictionary(p => p.First.Sides, p => p.Second.Bytes.ToArray());
    }

    /// <summary>Builds it, with so many lines too many on each back.</summary>
    public static (BuildResult Result, ImmutableArray<CardsPage> Pages) Build(Geometry geometry, int steps, int tooMany)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["content/steps"]);
        File.WriteAllText(folder["content/site.yaml"], """
            title: Full guide
            language: en
            address: https://exempel.se/guide/
            edition: {month: 2026-04}
            sections:
              - {name: needs, heading: Needs, role: need, kind: list, card: 1}
              - {name: signs, heading: Signs, role: sign, kind: list}
              - {name: asides, heading: Asides, kind: list}

            """);
        File.WriteAllText(folder["content/index.md"], "# Full guide\n");
        File.WriteAllText(folder["content/cards.yaml"], geometry.Yaml + "back:\n  - {section: needs, label: Needs}\nbooklet: {steps: [{section: asides}]}\nsigns: 9\n");
        File.WriteAllText(folder["content/resources.yaml"], $"- {{id: bank, title: The bank, text: More., state: found, address: \"{Resource}\"}}\n");
        File.WriteAllText(folder["content/flow.yaml"], Flow(steps));
        var guide = new FullGuide(geometry);
        for (var number = 1; number <= steps; number++)
        {
            File.WriteAllText(folder[string.Create(CultureInfo.InvariantCulture, $"content/steps/{number:D2}-s{number}.md")], guide.Step(number, tooMany));
        }
        var result = Pipeline.Run(new(folder.Path, new(new(2026, 11, 23)), false));
        return (result, result.Guide is { } made && !result.HasErrors ? PrintPages.All(made) : []);
    }

    private static string Program => Browser.InstalledBrowser.FindOrGet() ?? throw new InvalidOperationException("No browser to print with.");

    // Each question has two steps beside it, and the next one below.
    private static string Flow(int steps)
    {
        var flow = new StringBuilder("title: Which step?\nstart: q1\nreaders: [{id: me, name: Me}]\nquestions:\n");
        for (var step = 1; step <= steps; step += 2)
        {
            var number = (step + 1) / 2;
            flow.Append(CultureInfo.InvariantCulture, $"  - id: q{number}\n    about: step {step}\n    ask: Är personen på steg {step}?\n    answers:\n");
            flow.Append(CultureInfo.InvariantCulture, $"      - {{text: Ja, to: \"step:s{step}\"}}\n      - {{text: Ibland, to: \"step:s{Math.Min(step + 1, steps)}\"}}\n");
            if (step + 2 <= steps)
            {
                flow.Append(CultureInfo.InvariantCulture, $"      - {{text: Nej, to: q{number + 1}}}\n      - {{text: Vet inte, to: q{number + 1}}}\n");
            }
        }
        return flow.ToString();
    }

    // A front is number and name, one line of who, signs; a back begins with its number, so that one sees whose it is.
    private string Step(int number, int tooMany)
    {
        var (width, height) = (_geometry.Width - 8, _geometry.Height - 8);
        var front = height - 7 - (16 * Points) - 1 - (11 * Points);
        var sign = Filled($"sign {number}", (int)((front - 1) / (9.5 * Points)), width, "• ");
        var need = Filled($"back {number}", (int)(height / (9.5 * Points)) + tooMany, width, "Needs: ");
        return $"---\nname: Åsa{number}\nlead: Who {number} is.\nsigns: [{sign}]\nneeds: [{need}]\n---\n";
    }

    // As many words as so many lines hold.
    private string Filled(string start, int lines, double width, string before)
    {
        var text = new StringBuilder(start);
        for (var i = start.Length; ; i++)
        {
            var word = Words[i * 7 % Words.Length];
            var runs = before[0] == '•' ? ImmutableArray.Create(new TextRun($"{before}{text} {word}", false))
                : [new TextRun(before, true), new TextRun($"{text} {word}", false)];
            if (_measure.Lines(runs, 8, width).Lines > lines)
            {
                return text.ToString();
            }
            text.Append(' ').Append(word);
        }
    }
}
