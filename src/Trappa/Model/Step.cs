using System.Collections.Immutable;
using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>What a section of a step is for; by this the flow, the cards and search know it, whatever it is called.</summary>
public enum Role
{
    /// <summary>Nothing that others ask for.</summary>
    None,
    /// <summary>What one can recognise.</summary>
    Sign,
    /// <summary>What one can say aloud.</summary>
    Say,
    /// <summary>What the person may need.</summary>
    Need,
    /// <summary>What the person can do.</summary>
    Do,
    /// <summary>How to invite.</summary>
    Invite,
    /// <summary>What leads onward.</summary>
    Next,
}

/// <summary>What a section holds.</summary>
public enum SectionKind
{
    /// <summary>A list of short texts.</summary>
    List,
    /// <summary>One text.</summary>
    Text,
    /// <summary>Names of quotes.</summary>
    Quote,
}

/// <summary>A section that steps may have, declared in <c>site.yaml</c>.</summary>
/// <param name="Name">The front matter field.</param>
/// <param name="Heading">What the page says above it.</param>
/// <param name="Kind">List, text or quote.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Required">Whether every step must have it.</param>
/// <param name="CardOrder">Place on the back of the card, or null when it is not there.</param>
public sealed record StepSection(
    string Name, string Heading, SectionKind Kind, Role Role, bool Required, int? CardOrder);

/// <summary>A step of the ladder.</summary>
public sealed record Step
{
    /// <summary>From which day to which it holds, and what follows.</summary>
    internal Validity Validity { get; init; } = Validity.Always;
    /// <summary>What readers are told when its last day is over, or null.</summary>
    public string? Past { get; init; }
    /// <summary>1-based place on the ladder.</summary>
    public required int Number { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Where its name is said, or null where it is the file's.</summary>
    public Place? NamePlace { get; init; }
    /// <summary>Its part of the address.</summary>
    public required string Slug { get; init; }
    /// <summary>Root-absolute address.</summary>
    public required string Address { get; init; }
    /// <summary>One line of who this is.</summary>
    public required Prose Lead { get; init; }
    /// <summary>One line of what tells it apart from its neighbours, or null.</summary>
    public required Prose? Difference { get; init; }
    /// <summary>Its sections, in page order; those it lacks are left out.</summary>
    public required ImmutableArray<StepPart> Parts { get; init; }
    /// <summary>What follows the sections; may be empty.</summary>
    public required Prose Body { get; init; }
    /// <summary>What holds of someone on this step, by variable of the flow.</summary>
    public required ImmutableSortedDictionary<string, Claim> Profile { get; init; }
    /// <summary>Its own words for its card, by field; empty where the card takes the step's.</summary>
    public ImmutableArray<CardText> CardTexts { get; init; } = [];
    /// <summary>Addresses it had before.</summary>
    public required ImmutableArray<OldAddress> Aliases { get; init; }
    /// <summary>Where its address is said: the field, or the file whose name it is made of.</summary>
    public required Place AddressPlace { get; init; }
    /// <summary>Where the step's file begins.</summary>
    public required Place Place { get; init; }

    /// <summary>Its texts, quotes aside.</summary>
    internal IEnumerable<Prose> Texts() =>
        [.. Parts.SelectMany(p => p.Items), Lead, Body, .. Difference is null ? [] : new[] { Difference }];
}

/// <summary>What a profile says of one variable of the flow.</summary>
/// <param name="Value">The value that someone there has given.</param>
/// <param name="NamePlace">Where the variable is named.</param>
/// <param name="ValuePlace">Where the value stands.</param>
public sealed record Claim(string Value, Place NamePlace, Place ValuePlace);

/// <summary>One section of one step.</summary>
/// <param name="Section">The declaration.</param>
/// <param name="Heading">Its heading here: the declared one, or the step's own.</param>
/// <param name="Items">The texts of a list, or the one text; empty for quotes.</param>
/// <param name="Quotes">The quotes; empty for the other kinds.</param>
/// <param name="Place">Where the field stands in the step's file.</param>
public sealed record StepPart(
    StepSection Section, string Heading, ImmutableArray<Prose> Items, ImmutableArray<Quote> Quotes, Place Place);
