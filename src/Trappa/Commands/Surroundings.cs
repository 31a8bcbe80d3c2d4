using System.Collections.Immutable;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Parse;
using Trappa.Printing;
using Trappa.Web;
using Trappa.Words;

namespace Trappa.Commands;

/// <summary>What a command takes from the world outside, so that a test can give it another.</summary>
/// <param name="Output">For machines.</param>
/// <param name="Error">For people.</param>
/// <param name="Folder">The folder that relative paths start from.</param>
/// <param name="Today">The clock's date.</param>
/// <param name="IsTerminal">Whether a person reads <paramref name="Error"/> as it comes.</param>
/// <param name="Colour">Whether it may be coloured (a terminal, and no <c>NO_COLOR</c>: no-color.org).</param>
public sealed record Surroundings(
    TextWriter Output, TextWriter Error, string Folder, DateOnly Today, bool IsTerminal, bool Colour)
{
    /// <summary>Finds a browser to print with; null where nothing is to be printed, as in most tests.</summary>
    public Func<string?>? FindBrowser { get; init; }

    /// <summary>How long a browser may take to print: long on an old machine with much to do; one that hangs is given up.</summary>
    public TimeSpan PrintLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Makes the connections for a command that asks other people's servers.</summary>
    public Func<HttpMessageHandler> Connections { get; init; } = Requests.Connections;

    /// <summary>What limits of time and waiting go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Finds the program that knows how words are spelt; null where nothing is to be looked up, as in most tests.</summary>
    public Func<string?>? FindHunspell { get; init; }

    /// <summary>How long looking words up may take.</summary>
    public TimeSpan SpellingLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A line that a person answers with; null where no person is there to be asked.</summary>
    public Func<string?>? Answer { get; init; }

    /// <summary>The language that the environment asks for, as <c>sv_SE.UTF-8</c> (POSIX, "Internationalization Variables"); empty for none.</summary>
    public string Locale { get; init; } = "";

    /// <summary>The language in which to speak of the command itself: the one of the guide that it is for, else the environment's.</summary>
    internal Lazy<Language> Language { get; init; } = new(() => Parser.LanguageFor(new([], BuiltInTemplates.Read(), [], []), ""));

    /// <summary>Is told how many characters a command that ends with one site has read to make it; null where nobody asks.</summary>
    public Action<long>? Expect { get; init; }

    /// <summary>Ends a command that would go on until it is interrupted.</summary>
    public CancellationToken Stop { get; init; }

    // In the order in which they stand before each other (POSIX.1-2024, §8.2).
    private static readonly ImmutableArray<string> LocaleNames = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess() => new(
        Console.Out, Console.Error, Environment.CurrentDirectory,
        DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
        IsScreen,
        IsScreen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
    {
        FindBrowser = () => InstalledBrowser.Find(Environment.GetEnvironmentVariable),
        Expect = BuildMemory.Expect,
        FindHunspell = () => Hunspell.Find(Environment.GetEnvironmentVariable),
        Locale = LocaleNames.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "",
        Answer = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.ReadLine,
    };

    // A terminal that calls itself dumb shows control sequences as text (terminfo's entry of that name).
    private static bool IsScreen => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
}

/// <summary>Exit codes of the program.</summary>
public static class ExitCodes
{
    /// <summary>All is fine; there may be warnings.</summary>
    public const int Fine = 0;
    /// <summary>The content has errors; nothing was written.</summary>
    public const int ContentErrors = 1;
    /// <summary>The command was called in a way it does not know.</summary>
    public const int WrongUse = 2;
    /// <summary>Our own fault (<c>EX_SOFTWARE</c> of BSD's sysexits).</summary>
    public const int OwnFault = 70;
}
