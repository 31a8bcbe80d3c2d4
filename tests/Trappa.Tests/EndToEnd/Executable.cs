using System.Diagnostics;

namespace Trappa.Tests.EndToEnd;

/// <summary>
/// The program as its users start it: the one that <c>TRAPPA_EXE</c> names, so that what ships is what is tested, else
/// the one that was built with the tests.
/// </summary>
internal static class Executable
{
    internal static string Path { get; } = Environment.GetEnvironmentVariable("TRAPPA_EXE") is { Length: > 0 } named
        ? named
        : System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "trappa.exe" : "trappa");

    /// <summary>What it answered.</summary>
    internal sealed record Answer(int Code, string Out, string Error);

    /// <summary>Starts it in a folder; the caller ends it.</summary>
    internal static Process Start(string folder, params string[] words) =>
        Process.Start(new ProcessStartInfo(Path, words)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Runs it in a folder to its end.</summary>
    internal static Answer Run(string folder, params string[] words)
    {
        using var process = Start(folder, words);
        process.StandardInput.Close();
        // Both at once: a program waits when the one that nobody reads is full.
        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, text, error.Result);
    }
}
