using System.Collections.Frozen;
using System.Collections.Immutable;
using Markdig.Syntax;
using QuoteBlock = Trappa.Parse.QuoteBlocks.QuoteBlock;

namespace Trappa.Model;

/// <summary>What is another in one edition than in the one before, in the order of the guide.</summary>
/// <param name="Steps">Steps that are in both and have changed.</param>
/// <param name="NewSteps">Steps that have come.</param>
/// <param name="GoneSteps">Steps that are there no more.</param>
/// <param name="NewPages">Pages that have come.</param>
/// <param name="GonePages">Pages that are there no more.</param>
/// <param name="Reworded">Pages with another title or other words, each with its title before.</param>
/// <param name="HasOtherFlow">Whether the flow asks, answers or says something else; a flow that has come or gone counts.</param>
/// <param name="Quotes">Quotes that no step has, come or changed, and then those that are gone.</param>
/// <param name="Terms">Terms that have come or changed, and then those that are gone.</param>
/// <param name="Resources">Outside resources that have come or changed, and then those that are gone.</param>
public sealed record EditionChanges(
    ImmutableArray<StepChange> Steps, ImmutableArray<Step> NewSteps, ImmutableArray<Step> GoneSteps,
    ImmutableArray<Page> NewPages, ImmutableArray<Page> GonePages, ImmutableArray<(Page Page, string Before)> Reworded,
    bool HasOtherFlow, ImmutableArray<(Quote? Before, Quote? Now)> Quotes, ImmutableArray<(Term? Before, Term? Now)> Terms,
    ImmutableArray<ResourceChange> Resources)
{
    /// <summary>Whether nothing that readers read has changed.</summary>
    public bool IsEmpty => Steps.IsEmpty && NewSteps.IsEmpty && GoneSteps.IsEmpty && NewPages.IsEmpty && GonePages.IsEmpty && Reworded.IsEmpty
        && !HasOtherFlow && Quotes.IsEmpty && Terms.IsEmpty && Resources.IsEmpty;

    /// <summary>The changes from one edition to another. A step or page is the same where its address is, or leads to it.</summary>
    public static EditionChanges Between(Guide before, Guide now)
    {
        var moves = Moves.Of(now);
        var quotes = (Before: QuotesOf(before), Now: QuotesOf(now));
        var ofSteps = QuotesOfSteps(before).Concat(QuotesOfSteps(now)).ToFrozenSet(StringComparer.Ordinal);
        var steps = Pairs(before.Steps, now.Steps, s => s.Address, moves);
        var pages = Pairs([.. before.AllPages()], [.. now.AllPages()], p => p.Address, moves);
        return new(
            [.. steps.Where(p => p is { Old: not null, New: not null }).Select(p => StepChange.Between(p.Old!, p.New!, quotes)).Where(c => !c.IsEmpty)],
            [.. steps.Where(p => p.Old is null).Select(p => p.New!)],
            [.. steps.Where(p => p.New is null).Select(p => p.Old!)],
            [.. pages.Where(p => p.Old is null).Select(p => p.New!)],
            [.. pages.Where(p => p.New is null).Select(p => p.Old!)],
            [.. pages.Where(p => p is { Old: not null, New: not null } && WordsOf(p.Old, quotes.Before) != WordsOf(p.New, quotes.Now)).Select(p => (p.New!, p.Old!.Title))],
            !FlowWords(before, moves).SequenceEqual(FlowWords(now, moves)),
            [.. Pairs(before.Quotes, now.Quotes, q => q.Name, moves)
                .Where(p => Tidy(p.Old?.Text.Plain ?? "") != Tidy(p.New?.Text.Plain ?? "") && !ofSteps.Contains((p.New ?? p.Old)!.Name))],
            [.. Pairs(before.Terms, now.Terms, t => t.Slug, moves).Where(p => WordsOf(p.Old, quotes.Before) != WordsOf(p.New, quotes.Now))],
            [.. Pairs(before.Resources, now.Resources, r => r.Id, moves).Select(p => new ResourceChange(p.Old, p.New)).Where(c => !c.IsEmpty)]);
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

    private static string WordsOf(Page page, FrozenDictionary<string, string> quotes) =>
        Tidy(page.Title + " " + page.Lead?.Plain + " " + WordsOf(page.Body, quotes));

    private static string WordsOf(Term? term, FrozenDictionary<string, string> quotes) =>
        term is null ? "" : Tidy(term.Name + " " + term.Short.Plain + " " + WordsOf(term.Body, quotes));

    // A quote of a step is told with the step.
    private static IEnumerable<string> QuotesOfSteps(Guide guide) =>
        guide.Steps.SelectMany(s => s.Parts).SelectMany(p => p.Quotes).Select(q => q.Name);

    private static IEnumerable<(string Key, string Words)> FlowWords(Guide guide, ImmutableDictionary<string, string> moves) =>
        guide.Flow is { } flow ? FlowTexts.Of(flow, guide.Language, moves).Select(t => (t.Key, Tidy(t.Text))) : [];

    // A text says what the quotes say that it shows.
    internal static string WordsOf(Prose text, FrozenDictionary<string, string> quotes) => Tidy(text.Plain + " "
        + string.Join(' ', text.Tree.Descendants<QuoteBlock>().Select(q => quotes.GetValueOrDefault(q.Name))));

    private static FrozenDictionary<string, string> QuotesOf(Guide guide) =>
        guide.Quotes.ToFrozenDictionary(q => q.Name, q => q.Text.Plain, StringComparer.Ordinal);

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

    internal static StepChange Between(Step before, Step now, (FrozenDictionary<string, string> Before, FrozenDictionary<string, string> Now) quotes) => new(
        now, before.Name,
        EditionChanges.Tidy(before.Lead.Plain) + " " + EditionChanges.WordsOf(before.Body, quotes.Before)
            != EditionChanges.Tidy(now.Lead.Plain) + " " + EditionChanges.WordsOf(now.Body, quotes.Now),
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

/// <summary>An outside resource before and now.</summary>
/// <param name="Before">As it was; null where it has come.</param>
/// <param name="Now">As it is; null where it is gone.</param>
public sealed record ResourceChange(Resource? Before, Resource? Now)
{
    /// <summary>Whether nothing has changed.</summary>
    public bool IsEmpty => Before is not null && Now is not null && !IsRenamed && !IsOver && !HasOtherWords && Before.Link == Now.Link;
    /// <summary>Whether it is in both and has another name.</summary>
    public bool IsRenamed => Before is not null && Now is not null && Before.Title != Now.Title;
    /// <summary>Whether its time has passed since.</summary>
    public bool IsOver => Now?.State == ResourceState.Past && Before?.State is not (null or ResourceState.Past);
    /// <summary>Whether it is in both and something else is said of it.</summary>
    public bool HasOtherWords => Before is not null && Now is not null
        && EditionChanges.Tidy(Before.Text.Plain + " " + Before.SearchFor) != EditionChanges.Tidy(Now.Text.Plain + " " + Now.SearchFor);
}
