using System.Collections.Immutable;
using System.CommandLine;
using Trappa.Diagnostics;
using Trappa.Diagnostics.Printers;
using Trappa.Links;
using Trappa.Model;
using Trappa.Web;

namespace Trappa.Commands;

/// <summary><c>trappa links</c>: whether the addresses outside the guide still answer. Never part of a build.</summary>
internal static class LinksCommand
{
    private const string UsualState = ".trappa/links.json";

    public static Command Create(Surroundings surroundings)
    {
        var options = new SharedOptions(surroundings);
        var state = new Option<string?>("--state")
        {
            HelpName = "FILE",
        };
        var format = new Option<string>("--format")
        {
            DefaultValueFactory = _ => "text",
        };
        SharedOptions.AcceptOnly(format, surroundings, "text", "json");
        var command = new Command("links");
        options.AddForReading(command);
        command.Add(state);
        command.Add(format);
        command.SetAction((parsed, cancelled) =>
        {
            var request = options.Request(parsed, surroundings);
            var file = parsed.GetValue(state) is { } given ? Path.GetFullPath(Path.Combine(surroundings.Folder, given)) : Path.Combine(request.Root, UsualState);
            return Check(request, file, parsed.GetValue(format)!, surroundings, cancelled);
        });
        return command;
    }

    private static async Task<int> Check(BuildRequest request, string file, string format, Surroundings surroundings, CancellationToken cancelled)
    {
        var read = Pipeline.Check(request);
        var language = read.Language;
        if (read.HasErrors || read.Guide is not { } guide)
        {
            Report.Write(read.Diagnostics, language, "text", surroundings);
            return ExitCodes.ContentErrors;
        }
        var shown = Path.GetRelativePath(request.Root, file).Replace(Path.DirectorySeparatorChar, '/');
        var (known, fault) = ReadState(file, shown);
        if (known is null)
        {
            Report.Write([fault!], language, "text", surroundings);
            return ExitCodes.ContentErrors;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(surroundings.Stop, cancelled);
        using var requests = new Requests(surroundings.Connections(), surroundings.Clock, language.Code, guide.Site.Address);
        var addresses = OutsideAddresses.Of(guide);
        var answers = await new LinkChecker(requests, surroundings.Clock).Check(addresses.Select(a => a.Asked).Distinct(StringComparer.Ordinal), stop.Token);
        if (IsOffline(answers))
        {
            // Such a day says nothing of the addresses.
            Report.Write([new(Codes.NoNetwork, new("content"))], language, "text", surroundings);
            return ExitCodes.ContentErrors;
        }
        var day = request.Model.Date;
        var report = new LinkReport(addresses, answers, known.After(answers, day), day, language);
        surroundings.Output.Write(format == "json" ? report.Json() : report.Text(surroundings.Colour ? Palette.Coloured : Palette.Plain));
        if (WriteState(file, shown, report.History) is { } unwritten)
        {
            Report.Write([unwritten], language, "text", surroundings);
            return ExitCodes.ContentErrors;
        }
        return report.Diagnostics().Any(d => d.Code.Severity == Severity.Error) ? ExitCodes.ContentErrors : ExitCodes.Fine;
    }

    // One server may be gone; that no machine of several can be reached is for want of a network here.
    private static bool IsOffline(ImmutableSortedDictionary<string, LinkAnswer> answers) =>
        answers.Values.All(a => a.IsSilent) && answers.Keys.Select(a => new Uri(a).Host).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;

    private static (LinkHistory? Known, Diagnostic? Fault) ReadState(string file, string shown)
    {
        try
        {
            return File.Exists(file) ? LinkHistory.Read(File.ReadAllText(file), shown) : (LinkHistory.Empty, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new(Codes.LinkStateUnreadable, new(shown)));
        }
    }

    // Beside it first, so that a stop halfway leaves what was known.
    private static Diagnostic? WriteState(string file, string shown, LinkHistory history)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file + ".new", history.Write());
            File.Move(file + ".new", file, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(Codes.LinkStateUnwritable, new(shown), ("reason", e.Message.ReplaceLineEndings(" ")));
        }
    }
}
