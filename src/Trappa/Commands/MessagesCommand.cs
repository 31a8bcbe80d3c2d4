using System.CommandLine;
using Trappa.Publishing;

namespace Trappa.Commands;

/// <summary><c>trappa messages</c>: a page of all messages, in the language of the guide.</summary>
internal static class MessagesCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var output = new Option<string>("--out")
        {
            DefaultValueFactory = _ => "messages.html",
            HelpName = "FILE",
        };
        var command = new Command("messages")
        {
            shared.Folder, shared.Date, output,
        };
        command.SetAction(parsed =>
        {
            var language = Pipeline.Check(shared.Request(parsed, surroundings)).Language;
            var file = parsed.GetValue(output)!;
            try
            {
                File.WriteAllText(Path.Combine(surroundings.Folder, file), MessagesPage.Of(language));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                surroundings.Error.WriteLine(language.Fill("edition_unwritable", ("file", file), ("reason", e.Message.ReplaceLineEndings(" "))));
                return ExitCodes.ContentErrors;
            }
            surroundings.Error.WriteLine(language.Fill("messages_written", ("file", file)));
            return ExitCodes.Fine;
        });
        return command;
    }
}
