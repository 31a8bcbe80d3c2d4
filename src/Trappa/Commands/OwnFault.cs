using Trappa.Languages;

namespace Trappa.Commands;

/// <summary>What is said when the program itself fails: whose fault it is, and where those who mend it find the rest.</summary>
internal static class OwnFault
{
    /// <summary>Tells it in the language of who reads; where in the program it was goes into a file of its own.</summary>
    public static void Tell(Exception fault, Surroundings surroundings)
    {
        var trace = fault.ToString();
        if (Kept(trace) is { } file)
        {
            surroundings.Error.WriteLine(LanguageOf(surroundings)?.Fill("own_fault", ("file", file))
                ?? $"trappa: this is a fault of the program, not of your content. Send the file {file} to those who look after Trappa.");
        }
        else
        {
            // A disk without room is told of on the screen alone.
            surroundings.Error.WriteLine(trace);
        }
    }

#pragma warning disable CA1031 // The fault may lie where the language is read: then it is told in English.
    private static Language? LanguageOf(Surroundings surroundings)
    {
        try
        {
            return surroundings.Language.Value;
        }
        catch (Exception)
        {
            return null;
        }
    }
#pragma warning restore CA1031

    private static string? Kept(string trace)
    {
        try
        {
            var file = Path.GetTempFileName();
            File.WriteAllText(file, trace);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
