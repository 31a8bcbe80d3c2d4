using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trappa.Languages;
using Trappa.Model;
using Trappa.Schemas;

namespace Trappa.Commands;

/// <summary><c>trappa schema</c>: the fields of the guide's files as JSON Schema and snippets, for editors' programs.</summary>
internal static class SchemaCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var output = new Option<string>("--out")
        {
            DefaultValueFactory = _ => "_schema",
            HelpName = "DIR",
        };
        var command = new Command("schema")
        {
            shared.Folder, output,
        };
        command.SetAction(parsed =>
        {
            var request = shared.Request(parsed, surroundings);
            return Write(request with { Model = request.Model with { Drafts = true } }, parsed.GetValue(output)!, surroundings);
        });
        return command;
    }

    // Whoever needs a schema most has errors in the files; only a guide that cannot be read at all has none.
    private static int Write(BuildRequest request, string output, Surroundings surroundings)
    {
        var read = Pipeline.Check(request);
        if (read.Guide is not { } guide)
        {
            Report.Write(read.Diagnostics, read.Language, "text", surroundings);
            return ExitCodes.ContentErrors;
        }
        var folder = Path.GetFullPath(Path.Combine(request.Root, output));
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (kind, schema) in JsonSchemas.Of(guide))
            {
                File.WriteAllText(Path.Combine(folder, FileOf(kind, guide.Language)), Text(schema));
            }
            File.WriteAllText(Path.Combine(folder, "trappa.code-snippets"), Text(Snippets.Of(guide)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(read.Language.Fill("words_unwritable", ("file", output), ("reason", e.Message.ReplaceLineEndings(" "))));
            return ExitCodes.ContentErrors;
        }
        surroundings.Error.WriteLine(guide.Language.Fill("schemas_written", ("folder", folder)));
        return ExitCodes.Fine;
    }

    // As the file or folder that it is for: flode.json for flode.yaml, steg.json for what is in steg/.
    private static string FileOf(FieldGroup kind, Language language) => kind.Name switch
    {
        "site" => "site",
        "resource" => Path.GetFileNameWithoutExtension(language.File("resources")),
        "step" or "quote" or "term" => language.Folder(kind.Name + "s"),
        "page" => language.Reference("page"),
        _ => Path.GetFileNameWithoutExtension(language.File(kind.Name)),
    } + ".json";

    private static string Text(JsonObject schema)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            schema.WriteTo(writer);
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
