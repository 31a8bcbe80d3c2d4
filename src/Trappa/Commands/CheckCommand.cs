using System.CommandLine;

namespace Trappa.Commands;

/// <summary><c>trappa check</c>: all that <c>build</c> does up to the writing.</summary>
internal static class CheckCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var options = new SharedOptions(surroundings);
        var command = new Command("check");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var result = Pipeline.Run(options.Request(parsed, surroundings) with { Expect = surroundings.Expect });
            Report.Write(result.Diagnostics, result.Language, parsed.GetValue(options.Format)!, surroundings);
            return result.HasErrors ? ExitCodes.ContentErrors : ExitCodes.Fine;
        });
        return command;
    }
}
