using System.CommandLine;
using System.CommandLine.Parsing;
using Trappa.Languages;
using Trappa.Model;

namespace Trappa.Commands;

/// <summary>What is wrong with how a command was called, in words that the person at the terminal reads: the library has its own in English alone.</summary>
internal static class WrongUse
{
    /// <summary>A line for each fault, the words that nobody knows first.</summary>
    public static IEnumerable<string> Of(ParseResult parsed, Language language) =>
        parsed.UnmatchedTokens.Select(word => Unknown(word, parsed.CommandResult.Command, language))
            .Concat(parsed.Errors.Select(error => Text(error, parsed, language)).OfType<string>());

    /// <summary>A word that a command does not know.</summary>
    public static string Unknown(string word, Command command, Language language) => language.Fill("usage_unknown", ("word", word), ("suggestion",
        Nearest.Suggestion(language, word, command.Subcommands.Select(c => c.Name).Concat(command.Options.SelectMany(o => o.Aliases.Prepend(o.Name)))))).TrimEnd();

    // What has a value that was refused says itself why, in the same language.
    private static string? Text(ParseError error, ParseResult parsed, Language language) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => language.Fill("usage_without_value", ("name", option.Option.Name)),
        OptionResult { IdentifierTokenCount: > 1, Option: { Arity.MaximumNumberOfValues: 1 } option } => language.Fill("usage_twice", ("name", option.Name)),
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => language.Fill("usage_without_value", ("name", option.Option.Name)),
        ArgumentResult { Tokens.Count: 0 } argument => language.Fill("usage_missing", ("name", argument.Argument.Name)),
        CommandResult when parsed.UnmatchedTokens.Count > 0 => null,
        CommandResult { Command: { Action: null } command } =>
            language.Fill("usage_no_command", ("commands", string.Join(", ", command.Subcommands.Select(c => c.Name)))),
        _ => error.Message,
    };
}
