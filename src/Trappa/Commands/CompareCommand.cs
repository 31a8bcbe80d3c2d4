using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Publishing;

namespace Trappa.Commands;

/// <summary><c>trappa compare</c>: two editions, or what is published and what the files say, side by side, word by word.</summary>
internal static class CompareCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var editions = new Option<string[]>("--edition")
        {
            HelpName = "YYYY-MM",
        };
        var against = shared.Against;
        var output = new Option<string>("--out")
        {
            DefaultValueFactory = _ => "compare.html",
            HelpName = "FILE",
        };
        var command = new Command("compare")
        {
            shared.Folder, shared.BaseUrl, shared.Date, editions, against, output,
        };
        editions.Validators.Add(result =>
        {
            if (result.Tokens.Count > 2)
            {
                result.AddError(surroundings.Language.Value.Word("usage_two_editions"));
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(against) is { Implicit: false } && result.GetResult(editions) is { Implicit: false })
            {
                result.AddError(surroundings.Language.Value.Word("usage_edition_or_published"));
            }
        });
        command.SetAction(async (parsed, cancelled) =>
        {
            var (request, file) = (shared.Request(parsed, surroundings), parsed.GetValue(output)!);
            return parsed.GetValue(against) is { } published
                ? await WithPublished(request, published, file, surroundings, cancelled)
                : WithEdition(Pipeline.Check(request), parsed.GetValue(editions) ?? [], file, surroundings);
        });
        return command;
    }

    private static int WithEdition(CheckedGuide read, string[] names, string output, Surroundings surroundings)
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
        return Write(EditionComparison.Rows(before.Guide, after?.Guide ?? guide), language, Called(before),
            after is null ? language.Word("compare_working") : Called(after), output, surroundings);
    }

    private static async Task<int> WithPublished(BuildRequest request, string given, string output, Surroundings surroundings, CancellationToken cancelled)
    {
        var (result, published) = await PublishedBuild.Of(request, given, (r, p) => SiteComparison.ToRead(r.Guide!, r.Files, p), surroundings, cancelled);
        if (published is null)
        {
            return ExitCodes.ContentErrors;
        }
        var unread = SiteComparison.ToRead(result.Guide!, result.Files, published).Where(p => !published.Read.ContainsKey(p)).ToList();
        if (unread.Count > 0)
        {
            surroundings.Error.WriteLine(result.Language.Fill("compare_unread", ("pages", string.Join(", ", unread.Select(p => "/" + p[..^"index.html".Length])))));
        }
        return Write(SiteComparison.Rows(result.Guide!, result.Files, published), result.Language, result.Language.Word("compare_published"),
            result.Language.Word("compare_working"), output, surroundings);
    }

    private static int Write(ImmutableArray<ComparedRow> rows, Language language, string before, string after, string output, Surroundings surroundings)
    {
        try
        {
            File.WriteAllText(Path.Combine(surroundings.Folder, output), ComparisonPage.Of(rows, language, before, after));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(language.Fill("edition_unwritable", ("file", output), ("reason", e.Message.ReplaceLineEndings(" "))));
            return ExitCodes.ContentErrors;
        }
        surroundings.Error.WriteLine(language.Fill("compare_written", ("count", rows.Length.ToString(CultureInfo.InvariantCulture)), ("file", output)));
        return ExitCodes.Fine;
    }

    private static string Called(FrozenEdition edition) => edition.Guide.Site.Edition?.Name ?? edition.Name;
}
