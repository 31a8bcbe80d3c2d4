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
            Description = "The project's folder, with content/ in it.",
            DefaultValueFactory = _ => ".",
        };
        Folder.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } folder && !Directory.Exists(Path.Combine(surroundings.Folder, folder)))
            {
                result.AddError($"There is no folder '{folder}'.");
            }
        });
        Date = new("--date")
        {
            Description = "The day for which dated things are judged, as YYYY-MM-DD. Default: today.",
            HelpName = "YYYY-MM-DD",
            CustomParser = ParseDate,
        };
        BaseUrl = new("--base-url")
        {
            Description = "The site's address, such as https://example.org/guide/. Stands before the one in site.yaml.",
            HelpName = "URL",
        };
        BaseUrl.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } url && SiteFile.AbsoluteAddress(url) is null)
            {
                result.AddError($"'{url}' is not an address: it begins with https:// and has no ? or #.");
            }
        });
        Against.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && PublishedBuild.IsAddress(given) && WebAddress.Askable(given) is null)
            {
                result.AddError($"'{given}' is not an address.");
            }
        });
        Format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
    }

    public Argument<string> Folder { get; }

    public Option<DateOnly?> Date { get; }

    public Option<string?> BaseUrl { get; }

    public Option<bool> Drafts { get; } = new("--drafts") { Description = "Build drafts as well." };

    public Option<bool> Portable { get; } = new("--portable")
    {
        Description = "Links end in index.html, so that the site can be read from a folder without a server.",
    };

    /// <summary>For commands that make the whole site, as it is published.</summary>
    public Option<string?> Editor { get; } = new("--editor")
    {
        Description = "The node_modules folder that the editing page is made from, if site.yaml asks for one.",
        HelpName = "DIR",
    };

    /// <summary>For commands that compare with what is published.</summary>
    public Option<string?> Against { get; } = new("--against")
    {
        Description = "The site as it is published: its folder or its address. Default: _site in the project's folder.",
        HelpName = "DIR|URL",
    };

    public Option<string> Format { get; } = new("--format")
    {
        Description = "How messages are written. text goes to standard error, the others to standard output.",
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
        EditorFolder = parsed.GetValue(Editor) is { } packages ? Path.GetFullPath(Path.Combine(surroundings.Folder, packages)) : null,
    };

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        result.AddError($"'{text}' is not a date: write it as 2025-04-30.");
        return null;
    }
}
