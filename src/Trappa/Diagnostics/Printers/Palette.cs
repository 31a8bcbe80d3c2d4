namespace Trappa.Diagnostics.Printers;

/// <summary>How a terminal is told to colour a word: escape sequences of ECMA-48, or nothing.</summary>
/// <param name="Place">Before a place in a file.</param>
/// <param name="Error">Before the word for an error.</param>
/// <param name="Warning">Before the word for a warning.</param>
/// <param name="Remedy">Before what to do about it.</param>
/// <param name="Reset">After each of them.</param>
public sealed record Palette(string Place, string Error, string Warning, string Remedy, string Reset)
{
    /// <summary>No colour.</summary>
    public static Palette Plain { get; } = new("", "", "", "", "");

    /// <summary>Weight and the terminal's own sixteen colours, which its user has chosen to be readable.</summary>
    public static Palette Coloured { get; } = new("\e[1m", "\e[1;31m", "\e[1;33m", "\e[2m", "\e[0m");

    /// <summary>
    /// Colour for a person at a terminal who has not asked for none: no-color.org says that <c>NO_COLOR</c> counts
    /// when it is there and not empty; <c>TERM=dumb</c> is a terminal that knows no sequences.
    /// </summary>
    public static Palette For(bool isTerminal, Func<string, string?> environment) =>
        isTerminal && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb" ? Coloured : Plain;
}
