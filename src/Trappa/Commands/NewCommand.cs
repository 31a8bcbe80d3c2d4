using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Trappa.Load;
using Trappa.Parse;

namespace Trappa.Commands;

/// <summary><c>trappa new</c>: a small guide that is whole, and reads as a lesson in how to go on.</summary>
internal static class NewCommand
{
    private const string Prefix = "new/";

    public static Command Create(Surroundings surroundings)
    {
        var folder = new Argument<string>("DIR");
        folder.Validators.Add(result =>
        {
            var full = Path.Combine(surroundings.Folder, result.GetValueOrDefault<string>());
            if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
            {
                result.AddError(surroundings.Language.Value.Fill("usage_folder_full", ("folder", result.GetValueOrDefault<string>())));
            }
        });
        var files = Files();
        var language = new Option<string>("--language")
        {
            DefaultValueFactory = _ => "en",
        };
        SharedOptions.AcceptOnly(language, surroundings, [.. files.Select(f => f.Language).Distinct()]);
        var command = new Command("new")
        {
            folder, language,
        };
        command.SetAction(parsed => Make(parsed.GetValue(folder)!, parsed.GetValue(language)!, files, surroundings));
        return command;
    }

    private static int Make(
        string folder, string language, ImmutableArray<(string Language, string Path, string Resource)> files, Surroundings surroundings)
    {
        var month = surroundings.Today.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        try
        {
            foreach (var file in files.Where(f => f.Language == language))
            {
                Write(Path.Combine(surroundings.Folder, folder, file.Path), Text(file.Resource).Replace("{month}", month, StringComparison.Ordinal));
            }
            // The site, and what compare, messages, schema and words write.
            Write(Path.Combine(surroundings.Folder, folder, ".gitignore"), "/_site/\n/_schema/\n/*.html\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(surroundings.Language.Value.Fill("words_unwritable", ("file", folder), ("reason", e.Message.ReplaceLineEndings(" "))));
            return ExitCodes.ContentErrors;
        }
        var speaks = Parser.LanguageFor(Loader.Load(Path.Combine(surroundings.Folder, folder)), surroundings.Locale);
        surroundings.Error.WriteLine(speaks.Fill("new_made", ("folder", folder), ("typed", folder.Contains(' ') ? $"\"{folder}\"" : folder)));
        return ExitCodes.Fine;
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static ImmutableArray<(string Language, string Path, string Resource)> Files() =>
        [.. from name in typeof(NewCommand).Assembly.GetManifestResourceNames()
            where name.StartsWith(Prefix, StringComparison.Ordinal)
            let slash = name.IndexOf('/', Prefix.Length)
            orderby name
            select (name[Prefix.Length..slash], name[(slash + 1)..], name)];

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(NewCommand).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
