using System.Collections.Immutable;

namespace Trappa.Model;

/// <summary>Words as the guide wants them.</summary>
/// <param name="Hyphenation">Word in lower case → the same with U+00AD where it may be broken.</param>
/// <param name="Avoid">Words to avoid → what to write instead.</param>
/// <param name="Synonyms">Word that readers use → word that the guide uses.</param>
/// <param name="Compounds">Compounds in lower case with a bar between their parts, for search.</param>
public sealed record WordList(
    ImmutableSortedDictionary<string, string> Hyphenation,
    ImmutableSortedDictionary<string, string> Avoid,
    ImmutableSortedDictionary<string, string> Synonyms,
    ImmutableArray<string> Compounds)
{
    /// <summary>Words that are right though no dictionary has them.</summary>
    public ImmutableArray<string> Own { get; init; } = [];

    /// <summary>How hard a text may be to read.</summary>
    public ReadabilityLimits Limits { get; init; } = new(40, 20);

    /// <summary>No words.</summary>
    public static WordList Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        []);
}

/// <summary>How hard a text may be to read.</summary>
/// <param name="Lix">The highest LIX of a page: below 40 is easy (Björnsson 1968).</param>
/// <param name="Sentence">Words of the longest sentence.</param>
public sealed record ReadabilityLimits(int Lix, int Sentence);
