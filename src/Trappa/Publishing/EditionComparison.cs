using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Publishing;

/// <summary>The texts that differ between two editions.</summary>
internal static class EditionComparison
{
    /// <summary>In the order of the later one; what is gone stands after what it stood after.</summary>
    /// <param name="before">The earlier edition.</param>
    /// <param name="after">The later one, by whose addresses of before a step renamed is the same step.</param>
    public static ImmutableArray<ComparedRow> Rows(Guide before, Guide after)
    {
        var moves = Moves.Of(after);
        var old = Passages.Of(before, moves).DistinctBy(t => t.Key).ToImmutableArray();
        var next = Passages.Of(after, moves).DistinctBy(t => t.Key).ToImmutableArray();
        return [.. Paired(old, next).Where(r => r.Old?.Text != r.New?.Text)
            .Select(r => new ComparedRow((r.New ?? r.Old)!.Group, (r.New ?? r.Old)!.Label, r.Old?.Text ?? "", r.New?.Text ?? ""))];
    }

    private static IEnumerable<(ComparedText? Old, ComparedText? New)> Paired(ImmutableArray<ComparedText> old, ImmutableArray<ComparedText> next)
    {
        var before = old.ToDictionary(t => t.Key, StringComparer.Ordinal);
        var there = next.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var goneAfter = new Dictionary<string, List<ComparedText>>(StringComparer.Ordinal);
        var last = "";
        foreach (var text in old)
        {
            if (there.Contains(text.Key))
            {
                last = text.Key;
            }
            else
            {
                (goneAfter.TryGetValue(last, out var list) ? list : goneAfter[last] = []).Add(text);
            }
        }
        return goneAfter.GetValueOrDefault("", []).Select(t => ((ComparedText?)t, (ComparedText?)null))
            .Concat(next.SelectMany(t => goneAfter.GetValueOrDefault(t.Key, []).Select(g => ((ComparedText?)g, (ComparedText?)null))
                .Prepend((before.GetValueOrDefault(t.Key), t))));
    }
}
