using Trappa.Commands;

namespace Trappa.Tests;

/// <summary>What the program said, run as from a terminal.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Output">What it wrote for machines.</param>
/// <param name="Error">What it wrote for people.</param>
internal sealed record Terminal(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the program by its front door, in the repository's folder and on a day of its own.</summary>
    public static Terminal Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(args, new(output, error, Repository.Root, new(2024, 5, 1), IsTerminal: false, Colour: false));
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary><c>trappa check</c> of a guide, on the first of May 2024.</summary>
    public static Terminal Check(string folder) => Run("check", folder, "--date", "2024-05-01");
}
