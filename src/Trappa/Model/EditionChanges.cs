using System.Collections.Immutable;

namespace Trappa.Model;

/// <summary>What is another in one edition than in the one before, in the order of the guide.</summary>
/// <param name="Steps">Steps that are in both and have changed.</param>
/// <param name="NewSteps">Steps that have come.</param>
/// <param name="GoneSteps">Steps that are there no more.</param>
/// <param name="NewPages">Pages that have come.</param>
/// <param name="GonePages">Pages that are there no more.</param>
/// <param name="Reworded">Pages with another title or other words, each with its title before.</param>
public sealed record EditionChanges(
    ImmutableArray<StepChange> Steps, ImmutableArray<Step> NewSteps, ImmutableArray<Step> GoneSteps,
    ImmutableArray<Page> NewPages, ImmutableArray<Page> GonePages, ImmutableArray<(Page Page, string Before)> Reworded)
{
    /// <summary>Whether nothing that readers read has changed.</summary>
    public bool IsEmpty => Steps.IsEmpty && NewSteps.IsEmpty && GoneSteps.IsEmpty && NewPages.IsEmpty && GonePages.IsEmpty && Reworded.IsEmpty;

    /// <summary>The changes from one edition to another. A step or page is the same where its address is, or leads to it.</summary>
    public static EditionChanges Between(Guide before, Guide now)
    {
        var moves = Moves.Of(now);
        var steps = Pairs(before.Steps, now.Steps, s => s.Address, moves);
        var pages = Pairs([.. before.AllPages()], [.. now.AllPages()], p => p.Address, moves);
        return new(
            [.. steps.Where(p => p is { Old: not null, New: not null }).Select(p => StepChange.Between(p.Old!, p.New!)).Where(c => !c.IsEmpty)],
            [.. steps.Where(p => p.Old is null).Select(p => p.New!)],
            [.. steps.Where(p => p.New is null).Select(p => p.Old!)],
            [.. pages.Where(p => p.Old is null).Select(p => p.New!)],
            [.. pages.Where(p => p.New is null).Select(p => p.Old!)],
            [.. pages.Where(p => p is { Old: not null, New: not null } && WordsOf(p.Old) != WordsOf(p.New)).Select(p => (p.New!, p.Old!.Title))]);
    }

    /// <summary>What belongs together, in the order of the new; what is gone comes last.</summary>
    internal static ImmutableArray<(T? Old, T? New)> Pairs<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> now, Func<T, string> address, ImmutableDictionary<string, string> moves)
        where T : class
    {
        var old = before.DistinctBy(t => moves.GetValueOrDefault(address(t), address(t)), StringComparer.Ordinal)
            .ToDictionary(t => moves.GetValueOrDefault(address(t), address(t)), StringComparer.Ordinal);
        var there = now.Select(address).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Select(t => (old.GetValueOrDefault(address(t)), (T?)t)),
            .. before.Where(t => !there.Contains(moves.GetValueOrDefault(address(t), address(t)))).Select(t => ((T?)t, (T?)null)),
        ];
    }

    private static string WordsOf(Page page) => Tidy(page.Title + " " + page.Lead?.Plain + " " + page.Body.Plain);

    /// <summary>Words with one space between, and without what only typography sees.</summary>
    internal static string Tidy(string text) => string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A step that has changed.</summary>
/// <param name="Step">The step as it is now.</param>
/// <param name="Before">Its name before.</param>
/// <param name="HasOtherWords">Whether its lead or text says something else.</param>
/// <param name="Parts">Sections that have changed.</param>
public sealed record StepChange(Step Step, string Before, bool HasOtherWords, ImmutableArray<PartChange> Parts)
{
    /// <summary>Whether nothing has changed.</summary>
    public bool IsEmpty => Step.Name == Before && !HasOtherWords && Parts.IsEmpty;

    internal static StepChange Between(Step before, Step now) => new(now, before.Name,
        EditionChanges.Tidy(before.Lead.Plain + " " + before.Body.Plain) != EditionChanges.Tidy(now.Lead.Plain + " " + now.Body.Plain),
        [.. now.Parts.Select(p => p.Section.Name).Union(before.Parts.Select(p => p.Section.Name), StringComparer.Ordinal)
            .Select(name => PartChange.Between(Part(before, name), Part(now, name))).Where(p => !p.Added.IsEmpty || !p.Gone.IsEmpty)]);

    private static StepPart? Part(Step step, string name) => step.Parts.FirstOrDefault(p => p.Section.Name == name);
}

/// <summary>A section of a step that has changed. What has other words has gone and come.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Added">Its new texts.</param>
/// <param name="Gone">Those that are there no more.</param>
public sealed record PartChange(string Heading, ImmutableArray<string> Added, ImmutableArray<string> Gone)
{
    internal static PartChange Between(StepPart? before, StepPart? now)
    {
        var (old, next) = (Texts(before), Texts(now));
        return new((now ?? before)!.Heading, [.. next.Except(old, StringComparer.Ordinal)], [.. old.Except(next, StringComparer.Ordinal)]);
    }

    private static ImmutableArray<string> Texts(StepPart? part) =>
        part is null ? [] : [.. part.Items.Concat(part.Quotes.Select(q => q.Text)).Select(t => EditionChanges.Tidy(t.Plain))];
}
