namespace Trappa.Render.Html;

/// <summary>
/// What stands after the main part of a page (foot, menu) once the pass has run over it. It is the same on page after
/// page but for its addresses, and more than a quarter of a page's tags: those are worked out for each page, the rest is
/// taken from the page before.
/// </summary>
/// <param name="Source">Its HTML as the layout made it.</param>
/// <param name="Links">Its addresses, each with what is written before it since the last.</param>
/// <param name="Rest">What is written after the last.</param>
/// <param name="Findings">What the pass met in it, without targets.</param>
internal sealed record PageTail(string Source, IReadOnlyList<TailLink> Links, string Rest, PageFindings Findings)
{
    private const string Landmark = "</main>";

    /// <summary>Where the tail of a page begins; -1 where it has none.</summary>
    public static int IndexIn(ReadOnlySpan<char> html) => html.LastIndexOf(Landmark);
}

/// <summary>An address in a page's tail.</summary>
/// <param name="Before">What is written before it.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Address">Its value in the source.</param>
internal readonly record struct TailLink(string Before, string Attribute, string Address);

/// <summary>The tail that one thread met last.</summary>
internal sealed class LastTail
{
    /// <summary>It, or null before the first page.</summary>
    public PageTail? Tail { get; set; }
}

/// <summary>Takes down a page's tail while the pass runs over it.</summary>
/// <param name="source">Its HTML as the layout made it.</param>
/// <param name="start">Where it begins in what the pass writes.</param>
/// <param name="before">What the pass had met before it.</param>
internal sealed class TailRecording(string source, int start, NoteCounts before)
{
    private readonly List<TailLink> _links = [];
    private int _written = start;

    /// <summary>Whether nothing in it but addresses depends on the page.</summary>
    public bool IsSame { get; set; } = true;

    /// <summary>An address whose attribute was written just now.</summary>
    /// <param name="output">All that the pass wrote.</param>
    /// <param name="from">Where the attribute begins in it.</param>
    /// <param name="attribute">Name of the attribute.</param>
    /// <param name="address">Its value in the source.</param>
    public void Link(ReadOnlySpan<char> output, int from, ReadOnlySpan<char> attribute, string address)
    {
        _links.Add(new(output[_written..from].ToString(), attribute.ToString(), address));
        _written = output.Length;
    }

    /// <summary>The tail, when the pass has come to its end.</summary>
    public PageTail End(ReadOnlySpan<char> output, PageNotes notes) => new(source, _links, output[_written..].ToString(), notes.Since(before));
}
