using System.CommandLine;
using System.Globalization;
using Trappa.Model;
using Trappa.Publishing;

namespace Trappa.Commands;

/// <summary><c>trappa compare</c>: two editions side by side, word by word.</summary>
internal static class CompareCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var editions = new Option<string[]>("--edition")
        {
            HelpName = "YYYY-MM",
        };
        var output = new Option<string>("--out")
        {
            DefaultValueFactory = _ => "compare.html",
            HelpName = "FILE",
        };
        var command = new Command("compare")
        {
            shared.Folder, shared.Date, editions, output,
        };
        editions.Validators.Add(result =>
        {
            if (result.Tokens.Count > 2)
            {
                result.AddError(surroundings.Language.Value.Word("usage_two_editions"));
            }
        });
        command.SetAction(parsed => Compare(Pipeline.Check(shared.Request(parsed, surroundings)), parsed.GetValue(editions) ?? [],
            parsed.GetValue(output)!, surroundings));
        return command;
    }

    private static int Compare(CheckedGuide read, string[] names, string output, Surroundings surroundings)
    {
        var language = read.Language;
        if (read.Guide is not { } guide)
        {
            Report.Write(read.Diagnostics, language, "text", surroundings);
            return ExitCodes.ContentErrors;
        }
        var known = guide.Frozen.Select(f => f.Name).ToList();
        if (names.FirstOrDefault(n => !known.Contains(n)) is { } unknown)
        {
            surroundings.Error.WriteLine(language.Fill("compare_unknown", ("name", unknown), ("known", known.Count == 0 ? language.Word("nothing_known")
                : language.Fill("known_names", ("names", string.Join(", ", known))))));
            return ExitCodes.ContentErrors;
        }
        if (known.Count == 0)
        {
            surroundings.Error.WriteLine(language.Word("compare_none"));
            return ExitCodes.ContentErrors;
        }
        var before = guide.Frozen[known.IndexOf(names.Length > 0 ? names[0] : known[^1])];
        var after = names.Length == 2 ? guide.Frozen[known.IndexOf(names[1])] : null;
        var (count, html) = EditionComparison.Of(before.Guide, Called(before), after?.Guide ?? guide, after is null ? language.Word("compare_working") : Called(after));
        try
        {
            File.WriteAllText(Path.Combine(surroundings.Folder, output), html);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(language.Fill("edition_unwritable", ("file", output), ("reason", e.Message.ReplaceLineEndings(" "))));
            return ExitCodes.ContentErrors;
        }
        surroundings.Error.WriteLine(language.Fill("compare_written", ("count", count.ToString(CultureInfo.InvariantCulture)), ("file", output)));
        return ExitCodes.Fine;
    }

    private static string Called(FrozenEdition edition) => edition.Guide.Site.Edition?.Name ?? edition.Name;
}
