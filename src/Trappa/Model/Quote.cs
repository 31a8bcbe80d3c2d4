using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>Whose voice a quote is.</summary>
public enum QuoteKind
{
    /// <summary>Something one can say aloud to a person.</summary>
    Say,
    /// <summary>The guide's own voice, pulled out of its text.</summary>
    Voice,
}

/// <summary>A quote snippet.</summary>
/// <param name="Name">File name without ending; the id by which others refer to it.</param>
/// <param name="Kind">Whose voice.</param>
/// <param name="Text">The words, without quotation marks.</param>
/// <param name="Address">Its place on the page of all quotes.</param>
/// <param name="Place">Where its file begins.</param>
public sealed record Quote(string Name, QuoteKind Kind, Prose Text, string Address, Place Place);

/// <summary>A term of the glossary.</summary>
/// <param name="Name">The term.</param>
/// <param name="Slug">Its fragment on the glossary page.</param>
/// <param name="Address">Root-absolute address with fragment.</param>
/// <param name="Short">One sentence, shown in place.</param>
/// <param name="Body">The longer text; may be empty.</param>
/// <param name="Place">Where its file begins.</param>
public sealed record Term(string Name, string Slug, string Address, Prose Short, Prose Body, Place Place);
