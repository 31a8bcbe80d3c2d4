using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Trappa.Commands;
using Trappa.Diagnostics;
using Trappa.Printing;
using Trappa.Render.Print;
using Trappa.Tests;

namespace Trappa.BrowserTests.Print;

/// <summary>A booklet whose step pages are as full as they can be; printed once for all tests.</summary>
public sealed class FullBooklet
{
    /// <summary>The guide's address, which the code on the last page says.</summary>
    public const string Address = "https://exempel.se/guide/";

    private const double Points = 25.4 / 72;

    private static readonly string[] Words = ["att", "veta", "vad", "man", "kan", "göra", "känna", "sig", "sedd", "åt", "ögat", "på", "orten"];

    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _printed = new();

    /// <summary>The PDF.</summary>
    /// <param name="paper">A4 or Letter.</param>
    public byte[] On(string paper) => _printed.GetOrAdd(paper, _ => new(() => Print(paper))).Value;

    /// <summary>Builds and prints it anew.</summary>
    public static byte[] Print(string paper)
    {
        using var folder = new TemporaryFolder();
        void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
            File.WriteAllText(folder[path], text);
        }
        Write("content/site.yaml", $"""
            title: Folded guide
            language: en
            description: Åtta sidor att bära i fickan.
            address: {Address}
            edition: {"{month: 2026-04}"}
            folders: {"{basics: {title: Before you talk}}"}
            sections:
              - {"{name: needs, heading: Needs, role: need, kind: list}"}

            """);
        Write("content/index.md", "# Folded guide\n");
        Write("content/cards.yaml", (paper == "A4" ? "" : "presets: [{name: us, paper: Letter, width: 88.9, height: 50.8, columns: 2, rows: 5}]\n")
            + "booklet: {steps: [{section: needs, label: Needs}], pages: [basics/thanks]}\nback: [{section: needs, may-drop: 1}]\n");
        Write("content/basics/thanks.md", "---\ntitle: Say thanks\nlead: What people do matters.\n---\n");
        Write("content/resources.yaml", "- {id: bank, title: The bank, text: More., state: found, address: \"https://bank.example.org/all/\"}\n");
        Write("content/flow.yaml", "title: Which step?\nstart: first\nreaders: [{id: meet, name: Somebody I meet}]\nquestions:\n  - id: first\n    ask: Hur högt upp, ända däruppe?\n    answers:\n"
            + string.Concat(Enumerable.Range(1, 8).Select(n => $"      - {{text: As far as {n}, to: \"step:s{n}\"}}\n")));
        var (width, height) = paper == "A4" ? (74.25 - 10, 105 - 14) : (69.85 - 10, 107.95 - 14);
        // Two steps on a page: their names, a line of who, what stands between them; the rest is needs.
        var lines = (int)((((height - 3.5) / 2) - ((13 + 9.5) * Points) - 1.2) / (9.5 * Points));
        for (var n = 1; n <= 8; n++)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"content/steps/{n:D2}-s{n}.md"),
                $"---\nname: Åsa{n}\nlead: Who {n} is.\nneeds: [{Filled($"back {n}", lines, width)}]\n---\n");
        }
        var result = Pipeline.Run(new(folder.Path, new(new(2026, 11, 23)), false));
        Assert.Equal([], result.Diagnostics.Where(d => d.Code.Id is "TR372" or "TR374" || d.Code.Severity == Severity.Error).Select(d => $"{d.Place} {d.Message(result.Language)}"));
        var pdf = PrintPages.Pdfs(result.Guide!).Single(p => p.IsFolded);
        var printed = PdfPrinter.Print(Browser.InstalledBrowser.FindOrGet() ?? throw new InvalidOperationException("No browser to print with."),
            result.Files, Address, "en", [new(pdf.Address[1..] + "index.html", pdf.File, pdf.Paper.Width, pdf.Paper.Height)], TimeSpan.FromMinutes(2));
        Assert.True(printed.Fault is null, $"{printed.Fault}: {printed.Detail}");
        return printed.Files[0].Bytes.ToArray();
    }

    // As many words as so many lines hold.
    private static string Filled(string start, int lines, double width)
    {
        var measure = new TextMeasure(FontWidths.Read(), LineBreaks.Read());
        var text = new StringBuilder(start);
        for (var i = start.Length; ; i++)
        {
            var word = Words[i * 7 % Words.Length];
            if (measure.Lines([new TextRun("Needs: ", true), new TextRun($"{text} {word}", false)], 8, width).Lines > lines)
            {
                return text.ToString();
            }
            text.Append(' ').Append(word);
        }
    }
}
