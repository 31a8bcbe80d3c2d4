using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Printing;
using Trappa.Publishing.Hosts;
using Trappa.Write;

namespace Trappa.Commands;

/// <summary><c>trappa build</c>: the whole site, or nothing of it.</summary>
internal static class BuildCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new SharedOptions(surroundings);
        var output = new Option<string?>("--out")
        {
            HelpName = "DIR",
        };
        var command = new Command("build");
        var pdf = new Option<string>("--pdf")
        {
            DefaultValueFactory = _ => "auto",
        };
        var preview = new Option<bool>("--preview")
        {
        };
        var compress = new Option<bool>("--compress")
        {
        };
        SharedOptions.AcceptOnly(pdf, surroundings, "auto", "require", "skip");
        options.AddTo(command);
        command.Add(output);
        command.Add(pdf);
        command.Add(preview);
        command.Add(compress);
        command.Add(options.Editor);
        command.SetAction(parsed =>
        {
            var request = options.Request(parsed, surroundings) with { Preview = parsed.GetValue(preview), Compress = parsed.GetValue(compress), Expect = surroundings.Expect };
            var target = parsed.GetValue(output) is { } given
                ? Path.GetFullPath(Path.Combine(surroundings.Folder, given))
                : Path.Combine(request.Root, "_site");
            // The system's library that hashes takes a tenth of a small build to load: it is loaded while the guide is read. A
            // process that ended in the middle of that could fail.
            var hashing = Task.Run(() => SHA256.HashData([]));
            var code = Build(request, target, parsed.GetValue(pdf)!, parsed.GetValue(options.Format)!, surroundings);
            Task.WaitAny(hashing);
            return code;
        });
        return command;
    }

    private static int Build(BuildRequest request, string target, string pdf, string format, Surroundings surroundings)
    {
        var clock = Stopwatch.StartNew();
        SiteWriter.Recover(target);
        var faults = SiteWriter.Precheck(request.Root,
            [Path.Combine(request.Root, "content"), Path.Combine(request.Root, "templates")], target);
        var (result, diagnostics) = Made(request, faults, target, pdf, surroundings);
        Report.Write(diagnostics, result.Language, format, surroundings);
        if (diagnostics.Any(IsError))
        {
            return ExitCodes.ContentErrors;
        }
        surroundings.Error.WriteLine(result.Language.Fill("built",
            ("pages", Number(result.Pages)),
            ("files", Number(result.Files.Length)),
            ("bytes", Number(result.Files.Sum(f => f.Length))),
            ("milliseconds", Number(clock.ElapsedMilliseconds)),
            ("folder", Path.GetRelativePath(surroundings.Folder, target))));
        return ExitCodes.Fine;
    }

    // The site, written if nothing is wrong with it.
    private static (BuildResult Result, ImmutableArray<Diagnostic> Diagnostics) Made(
        BuildRequest request, ImmutableArray<Diagnostic> faults, string target, string pdf, Surroundings surroundings)
    {
        using var progress = new ProgressLine(surroundings);
        progress.Show("content → " + Path.GetFileName(target));
        var result = pdf == "skip" || surroundings.FindBrowser is not { } find
            ? Pipeline.Run(request) : Printed(request, find(), pdf == "require", surroundings.PrintLimit, progress);
        var diagnostics = result.Diagnostics.AddRange(faults);
        if (result.Guide?.Site.Editing is { } editing && request.EditorFolder is null)
        {
            diagnostics = diagnostics.Add(new(Codes.EditPageLeftOut, editing.Place, ("packages", EditorPackages.Names)));
        }
        if (diagnostics.Any(IsError))
        {
            return (result, diagnostics);
        }
        result = request.Compress ? result with { Files = CompressedFiles.Beside(result.Files) } : result;
        return (result, diagnostics.AddRange(SiteWriter.Write(result.Files, target)));
    }

    // The site with its PDFs; without them, and with a word about it, where they cannot be made.
    private static BuildResult Printed(BuildRequest request, string? browser, bool isRequired, TimeSpan limit, ProgressLine progress)
    {
        var result = Pipeline.Run(request with { HasPdfs = browser is not null });
        if (result.HasErrors || result.Jobs.IsEmpty)
        {
            return result;
        }
        // What has a sign that would need another font cannot be printed; where not all has one, the rest is.
        var lacking = result.Jobs.Where(j => j.LacksSigns).Select(j => j.Pdf).ToImmutableArray();
        var isPart = browser is not null && !isRequired && !lacking.IsEmpty && lacking.Length < result.Jobs.Length;
        if (isPart)
        {
            result = Pipeline.Run(request with { HasPdfs = true, WithoutPdfs = lacking });
            result = result with
            {
                Jobs = [.. result.Jobs.Where(j => !j.LacksSigns)],
                Diagnostics = result.Diagnostics.Add(LeftOut(result.Language, isRequired, string.Join(", ", lacking.Select(Path.GetFileName)) + ": " + result.Language.Word("pdf_signs"))),
            };
        }
        progress.Show(string.Join(", ", result.Jobs.Select(j => Path.GetFileName(j.Pdf))));
        var hindrance = !lacking.IsEmpty && !isPart ? "pdf_signs" : browser is null ? "pdf_no_browser" : null;
        var printed = hindrance is null
            ? PdfPrinter.Print(browser!, result.Files, result.Guide?.Site.Address, result.Language.Code, result.Jobs, limit)
            : new([], PrintFault.OtherFont, "");
        if (printed.Fault is null)
        {
            return result with { Files = result.Files.AddRange(printed.Files).Add(PdfList.Of(printed.Files)).Sort((a, b) => string.CompareOrdinal(a.Path, b.Path)) };
        }
        var without = browser is null ? result : Pipeline.Run(request);
        var detail = hindrance is not null ? result.Language.Word(hindrance) : result.Language.Fill("pdf_" + printed.Fault.ToString()!.ToLowerInvariant(), ("detail", printed.Detail));
        return without with
        {
            Diagnostics = without.Diagnostics.Add(LeftOut(result.Language, isRequired, detail)),
        };
    }

    private static Trappa.Diagnostics.Diagnostic LeftOut(Language language, bool isRequired, string detail) =>
        new(isRequired ? Codes.PdfsFailed : Codes.PdfsLeftOut, new("content/" + language.File("cards")), ("detail", detail));

    private static bool IsError(Trappa.Diagnostics.Diagnostic diagnostic) => diagnostic.Code.Severity == Severity.Error;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
