using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Trappa.Diagnostics;
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
            Description = "The folder to write. Default: _site in the project's folder.",
            HelpName = "DIR",
        };
        var command = new Command("build",
            "Build the site. With an error in the content nothing is written and the site that stands is left alone."
            + "\n\nExample:\n  trappa build --out public --base-url https://example.org/guide/");
        options.AddTo(command);
        command.Add(output);
        command.SetAction(parsed =>
        {
            var request = options.Request(parsed, surroundings);
            var target = parsed.GetValue(output) is { } given
                ? Path.GetFullPath(Path.Combine(surroundings.Folder, given))
                : Path.Combine(request.Root, "_site");
            return Build(request, target, parsed.GetValue(options.Format)!, surroundings);
        });
        return command;
    }

    private static int Build(BuildRequest request, string target, string format, Surroundings surroundings)
    {
        var clock = Stopwatch.StartNew();
        SiteWriter.Recover(target);
        var faults = SiteWriter.Precheck(request.Root,
            [Path.Combine(request.Root, "content"), Path.Combine(request.Root, "templates")], target);
        var result = Pipeline.Run(request);
        var diagnostics = result.Diagnostics.AddRange(faults);
        if (!diagnostics.Any(IsError))
        {
            diagnostics = diagnostics.AddRange(SiteWriter.Write(result.Files, target));
        }
        Report.Write(diagnostics, result.Language, format, surroundings);
        if (diagnostics.Any(IsError))
        {
            return ExitCodes.ContentErrors;
        }
        surroundings.Error.WriteLine(result.Language.Fill("built",
            ("pages", Number(result.Pages)),
            ("files", Number(result.Files.Length)),
            ("bytes", Number(result.Files.Sum(f => (long)f.Bytes.Length))),
            ("milliseconds", Number(clock.ElapsedMilliseconds)),
            ("folder", Path.GetRelativePath(surroundings.Folder, target))));
        return ExitCodes.Fine;
    }

    private static bool IsError(Trappa.Diagnostics.Diagnostic diagnostic) => diagnostic.Code.Severity == Severity.Error;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
