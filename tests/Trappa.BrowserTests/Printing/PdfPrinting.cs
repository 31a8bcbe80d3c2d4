using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;
using Trappa.BrowserTests.Browser;
using Trappa.Printing;
using Trappa.Render;
using Trappa.Tests;

namespace Trappa.BrowserTests.Printing;

/// <summary>Pages become PDFs by the installed browser, and whatever the browser does, we go on.</summary>
public sealed partial class PdfPrinting
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private static ImmutableArray<OutputFile> Site(string body, string style = "") =>
    [
        Text("blad/index.html", $$"""
            <!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Öva (på) papper</title>
            <style>@page{size:A4;margin:20mm}body{font-family:"Liberation Sans",Arial,Arimo,Helvetica}{{style}}</style></head>
            <body><h1>Rubrik å</h1>{{body}}</body></html>
            """),
        Text("blad/bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><rect width=\"10\" height=\"10\"/></svg>"),
    ];

    [Fact]
    public void A_page_becomes_a_tagged_PDF_of_exact_size_with_title_language_and_links_that_say_where_they_lead()
    {
        var pdf = Print(Site("<h2 id='x'>Två</h2><p>Text <a href='https://example.org/'>ut</a> och <a href='#x'>in</a></p><img src='bild.svg' alt='En bild'>"));
        Assert.Contains("/MediaBox [0 0.0302 595.2756 841.92]", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("/Outlines", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang (sv)", pdf, StringComparison.Ordinal);
        Assert.Contains("/Alt (En bild)", pdf, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", pdf, StringComparison.Ordinal);
        Assert.Contains(Encoding.Latin1.GetString("Öva (på) papper</rdf:li>"u8), pdf, StringComparison.Ordinal);
        Assert.Contains("/Contents (https://example.org/)", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("Date", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_page_gives_the_same_bytes_also_beside_others()
    {
        var once = Print(Site("<p>Samma</p>"));
        var result = PdfPrinter.Print(InstalledBrowser(), Site("<p>Samma</p>"), null, "sv",
            [Job with { Pdf = "a.pdf" }, Job with { Pdf = "b.pdf" }, Job with { Pdf = "c.pdf" }], Long);
        Assert.Null(result.Fault);
        Assert.Equal(["a.pdf", "b.pdf", "c.pdf"], result.Files.Select(f => f.Path));
        Assert.All(result.Files, f => Assert.StartsWith(Encoding.Latin1.GetString(f.Bytes.Span), once, StringComparison.Ordinal));
    }

    [Fact]
    public void A_font_that_was_not_measured_is_told_of()
    {
        var result = PdfPrinter.Print(InstalledBrowser(), Site("<p>Annan</p>", "p{font-family:monospace}"), null, "sv", [Job], Long);
        Assert.Equal(PrintFault.OtherFont, result.Fault);
        Assert.Contains("Mono", result.Detail, StringComparison.Ordinal);
        Assert.Empty(result.Files);
    }

    [Fact]
    public void A_guide_in_letters_that_were_not_measured_gets_PDFs_with_what_font_there_is()
    {
        using var folder = new TemporaryFolder();
        using var said = new StringWriter();
        var code = Commands.CommandLine.Run(
            ["build", Repository.PathOf("tests", "guides", "rtl"), "--out", folder["site"], "--date", "2024-05-01", "--base-url", "https://example.org/", "--pdf", "require"],
            new(TextWriter.Null, said, Repository.Root, new(2024, 5, 1), IsTerminal: false, Colour: false) { FindBrowser = InstalledBrowser, PrintLimit = Long });
        Assert.True(code == 0, said.ToString());
        Assert.Equal(["booklet.pdf", "cards-one-sided.pdf", "cards.pdf", "handbook-large-print.pdf", "handbook.pdf"],
            Directory.GetFiles(folder["site/print"], "*.pdf").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        using var cards = UglyToad.PdfPig.PdfDocument.Open(folder["site/print/cards.pdf"]);
        Assert.Contains(cards.GetPage(1).Letters, l => l.Value.Any(c => c is >= '\u0600' and <= '\uFEFC'));
    }

    [Fact]
    public void Only_the_PDFs_that_have_a_sign_that_Arial_lacks_are_left_out()
    {
        using var folder = new TemporaryFolder();
        using var said = new StringWriter();
        var here = new Commands.Surroundings(TextWriter.Null, said, folder.Path, new(2024, 5, 1), IsTerminal: false, Colour: false) { FindBrowser = InstalledBrowser, PrintLimit = Long };
        Assert.Equal(0, Commands.CommandLine.Run(["new", "guide", "--language", "en"], here));
        File.WriteAllText(folder["guide/content/basics/thanks.md"], "---\ntitle: Thanks\n---\n\nSay thanks \u2713.\n");
        Assert.True(Commands.CommandLine.Run(["build", "guide"], here) == 0, said.ToString());
        Assert.Contains("warning TR520 The PDFs were not made (handbook.pdf, handbook-large-print.pdf: the text has signs that Arial lacks).", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(["booklet.pdf", "cards-one-sided.pdf", "cards.pdf"],
            Directory.GetFiles(folder["guide/_site/print"], "*.pdf").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        var page = File.ReadAllText(folder["guide/_site/print/index.html"]);
        Assert.Contains("cards.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handbook.pdf", page, StringComparison.Ordinal);
        Assert.Contains("href=handbook/", page.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_asked_of_any_network_and_no_script_runs()
    {
        var pdf = Print(Site("<p>a</p><img src='https://example.org/x.png' alt='ute'><script>document.title='skript'</script>"));
        Assert.DoesNotContain("skript", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 1\n", PrintFault.Ended)]
    [InlineData("printf 'nonsense\\0' >&4\nsleep 600\n", PrintFault.Ended)]
    [InlineData("sleep 600\n", PrintFault.TooSlow)]
    [InlineData("printf '{\"id\":1,\"error\":{\"message\":\"too old\"}}\\0' >&4\nsleep 600\n", PrintFault.Refused)]
    [InlineData("printf '{\"id\":1,\"result\":{}}\\0' >&4\nsleep 600\n", PrintFault.Refused)]
    public void A_browser_that_crashes_hangs_or_talks_nonsense_is_ended_and_told_of(string program, PrintFault fault)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("a shell script is no program there");
            return;
        }
        using var folder = new TemporaryFolder();
        var browser = Program(folder, program);
        // As long as the shell takes to begin on a busy machine, and no longer than one waits for a test.
        var result = PdfPrinter.Print(browser, Site("<p>a</p>"), null, "sv", [Job], fault == PrintFault.TooSlow ? TimeSpan.FromSeconds(2) : Long);
        Assert.Equal(fault, result.Fault);
        AssertLeavesNothing(folder);
    }

    // A process of its own, that the end of the browser does not end, fills the profile for a while.
    internal const string Straggler = """
        for option; do case "$option" in --user-data-dir=*) profile="${option#*=}";; esac; done
        setsid sh -c 'i=0; while [ $i -lt 5000 ]; do i=$((i + 1)); : > "$0/$i" || exit; done' "$profile" </dev/null >/dev/null 2>&1 3<&- 4>&- &

        """;

    [Fact]
    public void A_profile_that_is_still_written_to_is_removed_once_it_is_not()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("a shell script is no program there");
            return;
        }
        using var folder = new TemporaryFolder();
        var browser = Program(folder, Straggler + "exit 1\n");
        Assert.Equal(PrintFault.Ended, PdfPrinter.Print(browser, Site("<p>a</p>"), null, "sv", [Job], Long).Fault);
        AssertLeavesNothing(folder);
    }

    [Fact]
    public void Without_a_browser_there_is_none_to_find()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(Trappa.Printing.InstalledBrowser.Find(name => name == "PATH" ? folder[""] : name == "CHROME_PATH" ? folder["none"] : null));
        File.WriteAllText(folder["chromium"], "");
        Assert.Equal(folder["chromium"], Trappa.Printing.InstalledBrowser.Find(name => name == "CHROME_PATH" ? folder["chromium"] : null));
        Assert.Equal(folder["chromium"], Trappa.Printing.InstalledBrowser.Find(name => name == "PATH" ? Path.GetDirectoryName(folder["chromium"]) : null));
    }

    private static PrintJob Job => new("blad/index.html", "blad.pdf", 210, 297);

    // Where Playwright had to get one of its own, it is found where Playwright keeps it.
    private static string InstalledBrowser()
    {
        if (Browser.InstalledBrowser.FindOrGet() is { } installed)
        {
            return installed;
        }
        using var playwright = Playwright.CreateAsync().GetAwaiter().GetResult();
        return playwright.Chromium.ExecutablePath;
    }

    private static string Print(ImmutableArray<OutputFile> site)
    {
        var result = PdfPrinter.Print(InstalledBrowser(), site, null, "sv", [Job], Long);
        Assert.True(result.Fault is null, $"{result.Fault}: {result.Detail}");
        var pdf = Encoding.Latin1.GetString(Assert.Single(result.Files).Bytes.Span);
        // With what is packed (ISO 32000-1 §7.5.7) unpacked behind it.
        return pdf + string.Concat(Packed().Matches(pdf).Select(m => Unpacked(m.Groups[1].Value)));
    }

    private static string Unpacked(string packed)
    {
        using var output = new MemoryStream();
        using var inflate = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(packed)), CompressionMode.Decompress);
        inflate.CopyTo(output);
        return Encoding.Latin1.GetString(output.ToArray());
    }

    [GeneratedRegex(@"/Type /ObjStm.*?>> stream\n(.*?)\nendstream", RegexOptions.Singleline)]
    private static partial Regex Packed();

    // A shell script as browser, that writes down first which process it is and which profile it was given.
    [UnsupportedOSPlatform("windows")]
    private static string Program(TemporaryFolder folder, string script)
    {
        File.WriteAllText(folder["browser"], $$"""
            #!/bin/sh
            echo $$ > '{{folder["process"]}}'
            for option; do case "$option" in --user-data-dir=*) echo "${option#*=}" > '{{folder["profile"]}}';; esac; done
            {{script}}
            """);
        File.SetUnixFileMode(folder["browser"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder["browser"];
    }

    // Other tests, in other processes too, print at the same time: only what this one began is looked at.
    private static void AssertLeavesNothing(TemporaryFolder folder)
    {
        Assert.False(Directory.Exists(File.ReadAllText(folder["profile"]).Trim()));
        var process = int.Parse(File.ReadAllText(folder["process"]), CultureInfo.InvariantCulture);
        Assert.DoesNotContain(Process.GetProcesses(), p => p.Id == process);
    }

    private static OutputFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
