using System.Collections.Immutable;
using System.Text;
using Trappa.Languages;

namespace Trappa.Diagnostics;

/// <summary>How bad it is: an error stops the build, a warning does not.</summary>
public enum Severity
{
    /// <summary>Told, and the build goes on.</summary>
    Warning,
    /// <summary>Nothing is written; the site that stands is left alone.</summary>
    Error,
}

/// <summary>A kind of thing that can be wrong. The table of all of them is <see cref="Codes"/>.</summary>
/// <param name="Id"><c>TR</c> and three digits; never given to another meaning once released.</param>
/// <param name="Name">What it finds, in English, as in the name of its test.</param>
/// <param name="Severity">Error or warning.</param>
public sealed record Code(string Id, string Name, Severity Severity);

/// <summary>
/// Something wrong that a user can mend: what, where, and with which words. The words come from the language's
/// file by <see cref="Code"/>, so that stages and rules never build sentences.
/// </summary>
/// <param name="Code">The kind.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Arguments">What fills the placeholders of the message, by name.</param>
public sealed record Diagnostic(Code Code, Place Place, ImmutableArray<(string Name, string Value)> Arguments)
{
    /// <summary>A diagnostic with its arguments in a row.</summary>
    public Diagnostic(Code code, Place place, params ReadOnlySpan<(string Name, string Value)> arguments)
        : this(code, place, arguments.ToImmutableArray())
    {
    }

    /// <summary>By value, arguments included, so that what is found twice can be told once.</summary>
    public bool Equals(Diagnostic? other) =>
        other is not null && Code == other.Code && Place == other.Place && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Arguments.Aggregate(HashCode.Combine(Code.Id, Place), static (hash, argument) => HashCode.Combine(hash, argument.Value));

    /// <summary>What is wrong, in the given language.</summary>
    public string Message(Language language) => Fill(language.Message(Code.Id), Arguments);

    /// <summary>How to mend it, in the given language.</summary>
    public string Remedy(Language language) => Fill(language.Remedy(Code.Id), Arguments);

    // Left to right, once: an argument is what a user wrote, and may itself look like a placeholder. An argument
    // may be empty, as a suggestion is where nothing is near; the space beside it goes with it.
    private static string Fill(string text, ImmutableArray<(string Name, string Value)> arguments)
    {
        var filled = new StringBuilder(text.Length);
        var at = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            foreach (var (name, value) in arguments)
            {
                if (text.AsSpan(open + 1).StartsWith(name + "}", StringComparison.Ordinal))
                {
                    filled.Append(text, at, open - at).Append(value);
                    at = open + name.Length + 2;
                    break;
                }
            }
        }
        return filled.Append(text, at, text.Length - at).ToString().Trim();
    }
}
