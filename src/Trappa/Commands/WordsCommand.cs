using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Parse;
using Trappa.Words;

namespace Trappa.Commands;

/// <summary><c>trappa words</c>: proof-reading. All wording, its spelling, how hard it is to read, and typography to put right.</summary>
internal static class WordsCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var output = new Option<string>("--out")
        {
            DefaultValueFactory = _ => "words.html",
            HelpName = "FILE",
        };
        var format = new Option<string>("--format")
        {
            DefaultValueFactory = _ => "html",
        };
        SharedOptions.AcceptOnly(format, surroundings, "html", "json", "text", "github", "sarif");
        var fix = new Option<bool>("--fix");
        var yes = new Option<bool>("--yes");
        var command = new Command("words")
        {
            shared.Folder, shared.Date, shared.Drafts, output, format, fix, yes,
        };
        command.SetAction(parsed =>
        {
            var request = shared.Request(parsed, surroundings);
            var (language, report, earlier) = Read(request, surroundings);
            if (report is null)
            {
                Report.Write(earlier, language, "text", surroundings);
                return ExitCodes.ContentErrors;
            }
            return parsed.GetValue(fix) ? Fix(report, request.Root, parsed.GetValue(yes), surroundings)
                : Show(report, parsed.GetValue(format)!, parsed.GetValue(output)!, surroundings);
        });
        return command;
    }

    private static (Language, WordsReport?, ImmutableArray<Diagnostic>) Read(BuildRequest request, Surroundings surroundings)
    {
        var read = Pipeline.Check(request);
        if (read.Guide is not { } guide)
        {
            return (read.Language, null, read.Diagnostics);
        }
        var sources = Loader.Load(request.Root);
        var report = WordsReport.Of(sources, Parser.Parse(sources).Parsed, guide,
            words => Hunspell.Ask(surroundings.FindHunspell?.Invoke(), words, guide.Language, surroundings.SpellingLimit));
        return (read.Language, report with { Found = [.. report.Found, .. read.Diagnostics] }, read.Diagnostics);
    }

    private static int Show(WordsReport report, string format, string output, Surroundings surroundings)
    {
        var language = report.Words.Guide.Language;
        if (format == "json")
        {
            surroundings.Output.Write(WordsJson.Of(report));
            return ExitCodes.Fine;
        }
        if (format != "html")
        {
            Report.Write(report.Found, language, format, surroundings);
            return ExitCodes.Fine;
        }
        try
        {
            File.WriteAllText(Path.Combine(surroundings.Folder, output), WordsPage.Of(report));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unwritable(language, output, e, surroundings);
        }
        Report.Write([.. report.Found.Where(d => d.Code == Codes.SpellingLeftOut)], language, "text", surroundings);
        foreach (var (title, found) in WordsPage.Groups(report))
        {
            surroundings.Error.WriteLine($"{title}: {found.Count.ToString(CultureInfo.InvariantCulture)}");
        }
        surroundings.Error.WriteLine(language.Fill("words_written", ("file", output)));
        return ExitCodes.Fine;
    }

    private static int Fix(WordsReport report, string root, bool isAgreed, Surroundings surroundings)
    {
        var language = report.Words.Guide.Language;
        if (report.Corrected.IsEmpty)
        {
            surroundings.Error.WriteLine(language.Word("words_fix_nothing"));
            return ExitCodes.Fine;
        }
        foreach (var file in report.Corrected)
        {
            surroundings.Output.Write(FileDifference.Of(file));
        }
        if (!isAgreed && surroundings.Answer is not { } answer)
        {
            surroundings.Error.WriteLine(language.Word("words_fix_yes"));
            return ExitCodes.Fine;
        }
        if (!isAgreed && !IsYes(language, surroundings))
        {
            surroundings.Error.WriteLine(language.Word("words_fix_left"));
            return ExitCodes.Fine;
        }
        foreach (var file in report.Corrected)
        {
            try
            {
                File.WriteAllBytes(Path.Combine(root, file.Path), new UTF8Encoding(false).GetBytes(file.After));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Unwritable(language, file.Path, e, surroundings);
            }
        }
        surroundings.Error.WriteLine(language.Fill("words_fixed", ("count", report.Corrected.Length.ToString(CultureInfo.InvariantCulture))));
        return ExitCodes.Fine;
    }

    private static bool IsYes(Language language, Surroundings surroundings)
    {
        surroundings.Error.Write(language.Fill("words_fix_ask", ("yes", language.Value("yes")), ("no", language.Value("no"))) + " ");
        return surroundings.Answer!()?.Trim().ToLowerInvariant() is { Length: > 0 } said && language.Value("yes").StartsWith(said, StringComparison.Ordinal);
    }

    private static int Unwritable(Language language, string file, Exception fault, Surroundings surroundings)
    {
        surroundings.Error.WriteLine(language.Fill("words_unwritable", ("file", file), ("reason", fault.Message.ReplaceLineEndings(" "))));
        return ExitCodes.ContentErrors;
    }
}
