using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Trappa.Publishing;

/// <summary>Words that are others in one text than in the other, with a few around them.</summary>
/// <param name="Before">The words before them.</param>
/// <param name="Old">The words that go; empty where some only come.</param>
/// <param name="New">The words that come; empty where some only go.</param>
/// <param name="After">The words after them.</param>
public sealed record WordChange(string Before, string Old, string New, string After)
{
    // Enough to find the place by.
    private const int Around = 4;

    /// <summary>The changes between two texts, in the order of the second.</summary>
    public static ImmutableArray<WordChange> Between(string old, string next)
    {
        var differences = Differ.Instance.CreateDiffs(old, next, ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(Split));
        var (before, after) = (differences.PiecesOld, differences.PiecesNew);
        return [.. differences.DiffBlocks.Select(b => new WordChange(
            Words(after, b.InsertStartB - Around, b.InsertStartB),
            Words(before, b.DeleteStartA, b.DeleteStartA + b.DeleteCountA),
            Words(after, b.InsertStartB, b.InsertStartB + b.InsertCountB),
            Words(after, b.InsertStartB + b.InsertCountB, b.InsertStartB + b.InsertCountB + Around)))];
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Words(IReadOnlyList<string> words, int start, int end) =>
        string.Join(' ', words.Skip(Math.Max(0, start)).Take(Math.Max(0, end - Math.Max(0, start))));
}
