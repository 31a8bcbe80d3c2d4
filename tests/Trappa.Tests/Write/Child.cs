using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Trappa.Commands;
using Trappa.Write;

namespace Trappa.Tests.Write;

/// <summary>
/// The test program in another part: a process that writes sites, to be killed, to run out of disk or to be
/// somebody else. An environment variable says which part; without it nothing happens here.
/// </summary>
internal static partial class Child
{
    private const string Part = "TRAPPA_TEST_PART";

    /// <summary>The user that owns nothing, by convention of Linux and its NFS.</summary>
    private const uint Nobody = 65534;

    // Before Main, so that it does not matter which entry point the test framework generates.
    [ModuleInitializer]
    internal static void PlayPart()
    {
        if (Environment.GetEnvironmentVariable(Part) is not { } part)
        {
            return;
        }
        var words = part.Split('|');
        switch (words[0])
        {
            case "loop":
                Loop(words[1], words[2] == "exchange");
                break;
            case "write":
                Tell(words[1], int.Parse(words[2]));
                break;
            case "nobody":
                Tell(words[1] + "-rehearsal", 40);
                Tell(words[1] + "-rehearsal", 40);
                BecomeNobody();
                Tell(words[1], 40);
                break;
            case "build":
                Build(words[1], words[2]);
                break;
            case "print":
                Print(words[1], words[2], words[3], words[4]);
                break;
            case "build as nobody":
                Build(words[1], words[2] + "-rehearsal");
                BecomeNobody();
                Build(words[1], words[2]);
                break;
            case "check as nobody":
                Terminal.Check(words[1]);
                BecomeNobody();
                Console.Write(Terminal.Check(words[1]).Error);
                break;
        }
        Environment.Exit(0);
    }

    /// <summary>Starts this program in a part, if need be by way of another program that starts it.</summary>
    internal static Process Start(string part, params string[] by)
    {
        string[] command = [.. by, Environment.ProcessPath!, typeof(Child).Assembly.Location];
        if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.Ordinal))
        {
            command = command[..^1];
        }
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            Environment = { [Part] = part },
        };
        return Process.Start(start)!;
    }

    private static void Loop(string target, bool exchange)
    {
        var options = exchange ? WriteOptions.Default : WriteOptions.Default with { Exchange = (_, _) => false };
        var editions = new[] { Sites.Edition("old", 300), Sites.Edition("new", 300) };
        for (var round = 0; ; round++)
        {
            SiteWriter.Write(editions[round % 2], target, options);
            Console.WriteLine(round);
        }
    }

    private static void Tell(string target, int pages)
    {
        foreach (var diagnostic in SiteWriter.Write(Sites.Edition("new", pages), target))
        {
            Console.WriteLine(diagnostic.Code.Id);
        }
        Console.WriteLine("done");
    }

    private static void Build(string guide, string target) =>
        Console.Write(Terminal.Run("build", guide, "--out", target, "--date", "2024-05-01").Error);

    private static void Print(string guide, string target, string browser, string pdf)
    {
        var code = CommandLine.Run(["build", guide, "--out", target, "--date", "2024-05-01", "--pdf", pdf],
            new(Console.Out, Console.Out, Repository.Root, new(2024, 5, 1), IsTerminal: false, Colour: false) { FindBrowser = () => browser });
        Console.WriteLine($"exit code {code}");
    }

    private static void BecomeNobody()
    {
        // What was compiled while rehearsing needs no file any more that nobody may not read.
        if (SetGroup(Nobody) != 0 || SetUser(Nobody) != 0)
        {
            throw new InvalidOperationException(Marshal.GetLastPInvokeErrorMessage());
        }
    }

    [LibraryImport("libc", EntryPoint = "setgid", SetLastError = true)]
    private static partial int SetGroup(uint id);

    [LibraryImport("libc", EntryPoint = "setuid", SetLastError = true)]
    private static partial int SetUser(uint id);
}
