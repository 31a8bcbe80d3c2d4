using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Trappa.Model;
using Trappa.Web;

namespace Trappa.Commands;

/// <summary>Options that several commands have in common.</summary>
internal sealed class SharedOptions
{
    public SharedOptions(Surroundings surroundings)
    {
        Folder = new("DIR")
        {
            DefaultValueFactory = _ => ".",
        };
        Folder.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } folder && !Directory.Exists(Path.Combine(surroundings.Folder, folder)))
            {
                result.AddError(folder.StartsWith('-') && result.Parent is CommandResult { Command: var command }
                    ? WrongUse.Unknown(folder, command, surroundings.Language.Value)
                    : surroundings.Language.Value.Fill("usage_no_folder", ("folder", folder)));
            }
        });
        Date = new("--date")
        {
            HelpName = "YYYY-MM-DD",
            CustomParser = result => ParseDate(result, surroundings),
        };
        BaseUrl = new("--base-url")
        {
            HelpName = "URL",
        };
        BaseUrl.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } url && SiteFile.AbsoluteAddress(url) is null)
            {
                result.AddError(surroundings.Language.Value.Fill("usage_no_address", ("value", url)));
            }
        });
        Against.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && PublishedBuild.IsAddress(given) && WebAddress.Askable(given) is null)
            {
                result.AddError(surroundings.Language.Value.Fill("usage_no_address", ("value", given)));
            }
        });
        AcceptOnly(Format, surroundings, "text", "json", "sarif", "github");
    }

    public Argument<string> Folder { get; }

    public Option<DateOnly?> Date { get; }

    public Option<string?> BaseUrl { get; }

    public Option<bool> Drafts { get; } = new("--drafts");

    public Option<bool> Portable { get; } = new("--portable")
    {
    };

    /// <summary>For commands that make the whole site, as it is published.</summary>
    public Option<string?> Editor { get; } = new("--editor")
    {
        HelpName = "DIR",
    };

    /// <summary>For commands that compare with what is published.</summary>
    public Option<string?> Against { get; } = new("--against")
    {
        HelpName = "DIR|URL",
    };

    public Option<string> Format { get; } = new("--format")
    {
        DefaultValueFactory = _ => "text",
    };

    public void AddTo(Command command)
    {
        command.Add(Folder);
        command.Add(BaseUrl);
        command.Add(Date);
        command.Add(Drafts);
        command.Add(Portable);
        command.Add(Format);
    }

    /// <summary>For commands that say what they find in words alone and write no site.</summary>
    public void AddForReading(Command command)
    {
        command.Add(Folder);
        command.Add(BaseUrl);
        command.Add(Date);
        command.Add(Drafts);
    }

    public BuildRequest Request(ParseResult parsed, Surroundings surroundings) => new(
        Path.GetFullPath(Path.Combine(surroundings.Folder, parsed.GetValue(Folder)!)),
        new(parsed.GetValue(Date) ?? surroundings.Today, parsed.GetValue(BaseUrl), parsed.GetValue(Drafts)),
        parsed.GetValue(Portable))
    {
        Locale = surroundings.Locale,
        EditorFolder = parsed.GetValue(Editor) is { } packages ? Path.GetFullPath(Path.Combine(surroundings.Folder, packages)) : null,
    };

    /// <summary>Lets an option be one of a few words, which completion offers and who writes another is told of.</summary>
    public static void AcceptOnly(Option<string> option, Surroundings surroundings, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !words.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError(surroundings.Language.Value.Fill("usage_among",
                    ("name", option.Name), ("value", token.Value), ("allowed", string.Join(", ", words))));
            }
        });
    }

    private static DateOnly? ParseDate(ArgumentResult result, Surroundings surroundings)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        result.AddError(surroundings.Language.Value.Fill("usage_no_date", ("value", text)));
        return null;
    }
}
