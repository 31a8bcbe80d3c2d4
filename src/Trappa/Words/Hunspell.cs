using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Trappa.Languages;

namespace Trappa.Words;

/// <summary>What hunspell said of some words.</summary>
/// <param name="Wrong">Words that it does not know → what it would have instead.</param>
/// <param name="Fault">Why it did not look at all of them, in the guide's language; null where it did.</param>
public sealed record SpellingAnswers(ImmutableDictionary<string, ImmutableArray<string>> Wrong, string? Fault);

/// <summary>The installed program hunspell, asked in its pipe mode (hunspell(1), <c>-a</c>).</summary>
public static class Hunspell
{
    private const int MostSuggestions = 5;

    /// <summary>The program that <c>HUNSPELL_PATH</c> names, else the one on the path; null where there is none.</summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static string? Find(Func<string, string?> variable)
    {
        if (variable("HUNSPELL_PATH") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }
        return (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, "hunspell"), Path.Combine(folder, "hunspell.exe") }).FirstOrDefault(File.Exists);
    }

    /// <summary>Asks about words. One that hangs is ended after the time given; what it said until then holds.</summary>
    /// <param name="program">The program, or null where none was found.</param>
    /// <param name="words">Each once.</param>
    /// <param name="language">Whose dictionary is used.</param>
    /// <param name="limit">The most time it may take.</param>
    public static SpellingAnswers Ask(string? program, ImmutableArray<string> words, Language language, TimeSpan limit)
    {
        if (language.Dictionary is not { } dictionary || program is null)
        {
            return Nothing(language.Word(program is null ? "spelling_no_program" : "spelling_no_language"));
        }
        using var process = new Process { StartInfo = Start(program, dictionary) };
        try
        {
            process.Start();
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return Nothing(language.Fill("spelling_failed", ("detail", e.Message.ReplaceLineEndings(" "))));
        }
        var isLate = 0;
        using var clock = new Timer(_ =>
        {
            Interlocked.Exchange(ref isLate, 1);
            End(process);
        }, null, limit, Timeout.InfiniteTimeSpan);
        var grumble = process.StandardError.ReadToEndAsync();
        var asking = Task.Run(() => Write(process.StandardInput, words));
        var (wrong, isWhole) = Listen(process.StandardOutput, words);
        End(process);
        asking.Wait();
        if (isWhole)
        {
            return new(wrong, null);
        }
        return new(wrong, isLate == 1 ? language.Word("spelling_too_slow")
            : grumble.Result.Contains("affix or dictionary", StringComparison.Ordinal) ? language.Fill("spelling_no_dictionary", ("name", dictionary))
            : language.Fill("spelling_failed", ("detail", FirstLine(grumble.Result))));
    }

    private static SpellingAnswers Nothing(string fault) => new(ImmutableDictionary<string, ImmutableArray<string>>.Empty, fault);

    private static ProcessStartInfo Start(string program, string dictionary)
    {
        var utf8 = new UTF8Encoding(false);
        return new(program, ["-a", "-i", "UTF-8", "-d", dictionary])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            UseShellExecute = false,
        };
    }

    private static void Write(StreamWriter input, ImmutableArray<string> words)
    {
        try
        {
            foreach (var word in words)
            {
                // The caret says that what follows is no command of the pipe.
                input.Write('^');
                input.Write(word);
                input.Write('\n');
            }
            input.Close();
        }
        catch (IOException)
        {
            // It has ended before it heard all: what it did not say tells so.
        }
    }

    // For each word a line for each part of it, then an empty one: * + - are right, & and # are not.
    private static (ImmutableDictionary<string, ImmutableArray<string>> Wrong, bool IsWhole) Listen(StreamReader output, ImmutableArray<string> words)
    {
        var wrong = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (output.ReadLine()?.StartsWith("@(#)", StringComparison.Ordinal) != true)
        {
            return (wrong.ToImmutable(), false);
        }
        foreach (var word in words)
        {
            string? line;
            while ((line = output.ReadLine()) is { Length: > 0 })
            {
                if (line[0] is '&' or '#' or '?')
                {
                    wrong[word] = Suggestions(line);
                }
                else if (line[0] is not ('*' or '+' or '-'))
                {
                    return (wrong.ToImmutable(), false);
                }
            }
            if (line is null)
            {
                return (wrong.ToImmutable(), false);
            }
        }
        return (wrong.ToImmutable(), true);
    }

    private static ImmutableArray<string> Suggestions(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? [] : [.. line[(colon + 2)..].Split(", ").Take(MostSuggestions)];
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim() is { Length: > 0 } line ? line : "?";

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It has ended by itself.
        }
    }
}
