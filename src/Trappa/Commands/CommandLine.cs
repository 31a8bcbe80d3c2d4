using System.CommandLine;
using System.CommandLine.Help;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Parse;

namespace Trappa.Commands;

/// <summary>The program's commands and options.</summary>
public static class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(string[] args, Surroundings surroundings)
    {
        surroundings = surroundings with { Language = new(() => LanguageOf(args, surroundings)) };
        var root = new RootCommand
        {
            BuildCommand.Create(surroundings),
            CheckCommand.Create(surroundings),
            FlowCommand.Create(surroundings),
            ServeCommand.Create(surroundings),
            NewCommand.Create(surroundings),
            PlanCommand.Create(surroundings),
            HostCommand.Create(surroundings),
            EditionCommand.Create(surroundings),
            CompareCommand.Create(surroundings),
            LinksCommand.Create(surroundings),
            MessagesCommand.Create(surroundings),
            WordsCommand.Create(surroundings),
            SchemaCommand.Create(surroundings),
        };
        root.Options.OfType<HelpOption>().Single().Action = new HelpText(surroundings);
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
            {
                var language = surroundings.Language.Value;
                foreach (var fault in WrongUse.Of(parsed, language).Distinct())
                {
                    surroundings.Error.WriteLine(fault);
                }
                surroundings.Error.WriteLine(language.Word("usage_help"));
                return ExitCodes.WrongUse;
            }
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = surroundings.Output,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
#pragma warning disable CA1031 // The last resort: whatever it is, it is ours, and the user is told so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            OwnFault.Tell(e, surroundings);
            return ExitCodes.OwnFault;
        }
    }

    // The guide in a folder that the command names, or in the one it is called from, says in which language its people read.
    private static Language LanguageOf(string[] args, Surroundings surroundings) => Parser.LanguageFor(
        Loader.Load(args.Append(".").Select(a => Path.Combine(surroundings.Folder, a))
            .FirstOrDefault(f => Directory.Exists(Path.Combine(f, "content"))) ?? surroundings.Folder),
        surroundings.Locale);
}
