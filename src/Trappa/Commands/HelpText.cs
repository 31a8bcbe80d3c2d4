using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.Text;
using Trappa.Languages;

namespace Trappa.Commands;

/// <summary><c>--help</c>: what a command does and what may follow it, in the words of the language's file: the library's own are English.</summary>
internal sealed class HelpText(Surroundings surroundings) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        surroundings.Output.Write(Of(parseResult.CommandResult.Command, surroundings.Language.Value));
        return ExitCodes.Fine;
    }

    private static string Of(Command command, Language language)
    {
        var names = Path(command);
        var key = names.Length == 0 ? "root" : string.Join('_', names);
        var text = new StringBuilder(language.Help(key, "about")).Append("\n\n").Append(language.Word("help_usage"))
            .Append("\n  ").AppendJoin(' ', names.Prepend("trappa"))
            .AppendJoin("", command.Arguments.Select(a => " " + Shown(a)))
            .Append(command.Subcommands.Count > 0 ? " " + language.Word("help_command") : "").Append(" [--…]\n");
        if (language.Help(key, "example") is { } example)
        {
            Heading(text, language.Word("help_example"));
            text.Append("  ").Append(example.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        }
        Table(text, language.Word("help_commands"), command.Subcommands.Select(c => (c.Name, FirstSentence(language.Help(string.Join('_', Path(c)), "about")))));
        Table(text, language.Word("help_options"), command.Arguments.Select(a => (Shown(a), language.Help(key, KeyOf(a.Name))))
            .Concat(command.Options.Select(o => (string.Join(", ", o.Aliases.Where(a => a != "-?" && a != "/?" && a != "/h").Append(o.Name)) + Value(o), language.Help(key, KeyOf(o.Name))))));
        return text.ToString();
    }

    private static void Table(StringBuilder text, string heading, IEnumerable<(string Name, string? Words)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }
        Heading(text, heading);
        var width = all.Max(r => r.Name.Length);
        foreach (var (name, words) in all)
        {
            text.Append("  ").Append(name.PadRight(width)).Append("  ").Append(words).Append('\n');
        }
    }

    private static void Heading(StringBuilder text, string words) => text.Append('\n').Append(words).Append('\n');

    private static string[] Path(Command command) => command is RootCommand ? [] : [.. command.Parents.OfType<Command>().SelectMany(Path), command.Name];

    private static string? FirstSentence(string? text) => text?.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end ? text[..(end + 1)] : text;

    private static string KeyOf(string name) => name.TrimStart('-').Replace('-', '_').ToLowerInvariant();

    private static string Shown(Argument argument)
    {
        var name = Choices(argument) ?? argument.Name;
        return argument.HasDefaultValue ? $"[{name}]" : name;
    }

    private static string Value(Option option) =>
        option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? "" : " " + (Choices(option) ?? option.HelpName);

    private static string? Choices(Symbol symbol) =>
        symbol.GetCompletions(CompletionContext.Empty).Select(c => c.Label).ToList() is { Count: > 0 } words ? string.Join('|', words) : null;
}
