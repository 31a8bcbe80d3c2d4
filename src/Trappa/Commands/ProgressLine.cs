namespace Trappa.Commands;

/// <summary>One line that says what goes on, for a person at a terminal; nothing where nobody watches.</summary>
internal sealed class ProgressLine(Surroundings surroundings) : IDisposable
{
    // To the line's start, and erase it: ECMA-48 §8.3.41 (EL).
    private const string Erase = "\r\x1b[2K";

    /// <summary>Says it in place of what was said before.</summary>
    public void Show(string text)
    {
        if (surroundings.IsTerminal)
        {
            surroundings.Error.Write(Erase + text + " …");
            surroundings.Error.Flush();
        }
    }

    /// <summary>Leaves the line to what comes after.</summary>
    public void Dispose()
    {
        if (surroundings.IsTerminal)
        {
            surroundings.Error.Write(Erase);
        }
    }
}
