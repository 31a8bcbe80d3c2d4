using System.Collections.Immutable;
using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>
/// The decision flow: a graph of questions whose answers lead to questions or outcomes. Nodes are numbered:
/// 0 … <c>Questions.Length - 1</c> are the questions, what follows are the outcomes.
/// Where the file is wrong the model keeps what could be read; the check proves the rest.
/// </summary>
public sealed record Flow
{
    /// <summary>Title of its page, in plain text.</summary>
    public required string Title { get; init; }
    /// <summary>What stands under the title, or null.</summary>
    public required Prose? Lead { get; init; }
    /// <summary>Most questions on any way, as the file sets it; null where it sets none.</summary>
    public required int? Limit { get; init; }
    /// <summary>Node of the first question; -1 where there is none.</summary>
    public required int Start { get; init; }
    /// <summary>Who may read it: the same questions in other words. At least one.</summary>
    public required ImmutableArray<Reader> Readers { get; init; }
    /// <summary>Questions, in the order of the file.</summary>
    public required ImmutableArray<Question> Questions { get; init; }
    /// <summary>Outcomes, in the order of the file.</summary>
    public required ImmutableArray<Outcome> Outcomes { get; init; }
    /// <summary>Where the file begins.</summary>
    public required Place Place { get; init; }
    /// <summary>Where the first question is chosen: the field, or the file.</summary>
    public required Place StartPlace { get; init; }
    /// <summary>Where the limit is set: the field, or the file.</summary>
    public required Place LimitPlace { get; init; }

    /// <summary>Number of nodes.</summary>
    public int Nodes => Questions.Length + Outcomes.Length;

    /// <summary>The question of a node, or null where the node is an outcome.</summary>
    public Question? QuestionAt(int node) => node >= 0 && node < Questions.Length ? Questions[node] : null;

    /// <summary>The answer of a turn.</summary>
    public Answer At(Turn turn) => Questions[turn.Question].Answers[turn.Answer];

    /// <summary>An answer in the words of the first reader.</summary>
    public string WordsOf(Turn turn) => At(turn).Texts.FirstOrDefault(t => t.Length > 0) ?? "…";

    /// <summary>The texts that its own file has, each once; what outcomes show of their steps is not among them.</summary>
    public IEnumerable<Prose> Texts() => Questions.SelectMany(q => q.Texts).OfType<QuestionText>().SelectMany(t => new[] { t.Sign, t.Say })
        .Concat(Outcomes.SelectMany(o => o.Texts).SelectMany(t => t.Parts.SelectMany(p => p.Items).Prepend(t.Lead)))
        .Prepend(Lead).OfType<Prose>()
        .Where(t => t.Place.File == Place.File)
        .Distinct<Prose>(ReferenceEqualityComparer.Instance);

    /// <summary>The outcome of a node, or null where the node is a question.</summary>
    public Outcome? OutcomeAt(int node) => node >= Questions.Length ? Outcomes[node - Questions.Length] : null;
}

/// <summary>Somebody who goes through the flow, and the words that meet them.</summary>
/// <param name="Id">The name under which the file gives wording for them.</param>
/// <param name="Name">What they choose: "Jag själv".</param>
/// <param name="Text">A line under the choice, in plain text; may be empty.</param>
/// <param name="Result">What stands above an outcome's name: "Det här ligger närmast"; may be empty.</param>
/// <param name="Sections">What an outcome shows them of a step, in order.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Reader(
    string Id, string Name, string Text, string Result, ImmutableArray<OutcomeSection> Sections, Place Place);

/// <summary>A section of a step that an outcome shows.</summary>
/// <param name="Role">Which.</param>
/// <param name="Heading">What stands above it, in this reader's words.</param>
/// <param name="Most">Most items shown, or null for all.</param>
public sealed record OutcomeSection(Role Role, string Heading, int? Most);

/// <summary>A question, which is a variable as well: its certain answers give it a value.</summary>
public sealed record Question
{
    /// <summary>Its name in the file; also the variable's, as a step's profile has it.</summary>
    public required string Id { get; init; }
    /// <summary>What it is about, in a word or two; the name where the file says nothing.</summary>
    public required string About { get; init; }
    /// <summary>Its wording, one for each reader in their order; null where it is missing.</summary>
    public required ImmutableArray<QuestionText?> Texts { get; init; }
    /// <summary>What it asks where there is little room, on a printed card; null where the file says nothing of it.</summary>
    public string? CardText { get; init; }
    /// <summary>Answers, in the order of the file.</summary>
    public required ImmutableArray<Answer> Answers { get; init; }
    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }
}

/// <summary>How a reader is asked.</summary>
/// <param name="Ask">The question, in plain text.</param>
/// <param name="Sign">What to notice, or null.</param>
/// <param name="Say">How to ask it aloud, or null.</param>
public sealed record QuestionText(string Ask, Prose? Sign, Prose? Say);

/// <summary>An answer.</summary>
public sealed record Answer
{
    /// <summary>Its words, in plain text, one for each reader; empty where they are missing.</summary>
    public required ImmutableArray<string> Texts { get; init; }
    /// <summary>The value that it gives the question's variable, or null where it says nothing.</summary>
    public required string? Value { get; init; }
    /// <summary>The node that it leads to; -1 where that is not known.</summary>
    public required int To { get; init; }
    /// <summary>What an outcome reminds of after this answer, in plain text, one for each reader; null where there is nothing.</summary>
    public required ImmutableArray<string?> Reminders { get; init; }
    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }
    /// <summary>Where it says what it leads to.</summary>
    public required Place ToPlace { get; init; }
}

/// <summary>An answer given on a way.</summary>
/// <param name="Question">Node of the question.</param>
/// <param name="Answer">0-based place of the answer in it.</param>
public readonly record struct Turn(int Question, int Answer);

/// <summary>Where a way ends: a step, or something beside the ladder.</summary>
public sealed record Outcome
{
    /// <summary>Its name in the file; a step's slug where it is a step.</summary>
    public required string Id { get; init; }
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }
    /// <summary>The step, or null where it is none.</summary>
    public required Step? Step { get; init; }
    /// <summary>What holds of someone here, by variable: the step's profile, or the outcome's own.</summary>
    public required ImmutableSortedDictionary<string, Claim> Profile { get; init; }
    /// <summary>What it says, one for each reader in their order.</summary>
    public required ImmutableArray<OutcomeText> Texts { get; init; }
    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }
}

/// <summary>What an outcome says to a reader.</summary>
/// <param name="Lead">One line of who this is, or null.</param>
/// <param name="Parts">Its sections: the step's, or what the file says instead.</param>
public sealed record OutcomeText(Prose? Lead, ImmutableArray<OutcomePart> Parts);

/// <summary>A section of an outcome.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Heading">What stands above it.</param>
/// <param name="Items">Its texts; empty for quotes.</param>
/// <param name="Quotes">Its quotes; empty for texts.</param>
public sealed record OutcomePart(Role Role, string Heading, ImmutableArray<Prose> Items, ImmutableArray<Quote> Quotes);
