using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;

namespace Trappa.Model;

/// <summary>What <c>kort.yaml</c> says of paper: which cards there are, what stands on them, what may be left out.</summary>
public sealed record PrintSettings
{
    /// <summary>Sizes of cards and the sheets they are printed on; the first is the usual one. Never empty.</summary>
    public required ImmutableArray<CardPreset> Presets { get; init; }
    /// <summary>What stands on the back of a step's card, in order.</summary>
    public required ImmutableArray<CardField> Back { get; init; }
    /// <summary>Ids of the resources that may be left out of the last card and of the booklet's last page, the first to go first.</summary>
    public required ImmutableArray<string> ResourcesMayDrop { get; init; }
    /// <summary>Most signs on the front.</summary>
    public required int Signs { get; init; }
    /// <summary>Whether the last card, and the booklet's cover, has a box for the holder's own name and phone.</summary>
    public required bool HasOwnBox { get; init; }
    /// <summary>What stands in the folded booklet.</summary>
    public required BookletSettings Booklet { get; init; }
    /// <summary>Whether there is a card with the flow.</summary>
    public required bool HasFlow { get; init; }
    /// <summary>The file, or where it would be.</summary>
    public required Place Place { get; init; }
}

/// <summary>A sheet of paper, upright.</summary>
/// <param name="Name">Its name: <c>A4</c>, <c>Letter</c>.</param>
/// <param name="Width">Millimetres.</param>
/// <param name="Height">Millimetres.</param>
public sealed record Paper(string Name, double Width, double Height)
{
    /// <summary>The same sheet, lying.</summary>
    public Paper Lying => new(Name, Height, Width);

    /// <summary>ISO 216.</summary>
    public static Paper A4 { get; } = new("A4", 210, 297);

    /// <summary>ANSI/ASME Y14.1: 8.5 by 11 inches.</summary>
    public static Paper Letter { get; } = new("Letter", 215.9, 279.4);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Paper> All { get; } = [A4, Letter];
}

/// <summary>A size of card and how its cards lie on a sheet, side by side without gaps. Millimetres.</summary>
public sealed record CardPreset
{
    /// <summary>Its name: <c>85x54</c>.</summary>
    public required string Name { get; init; }
    /// <summary>The sheet.</summary>
    public required Paper Paper { get; init; }
    /// <summary>Width of a card.</summary>
    public required double Width { get; init; }
    /// <summary>Height of a card.</summary>
    public required double Height { get; init; }
    /// <summary>Cards beside each other.</summary>
    public required int Columns { get; init; }
    /// <summary>Cards above each other.</summary>
    public required int Rows { get; init; }
    /// <summary>From the sheet's left edge to the first card.</summary>
    public required double Left { get; init; }
    /// <summary>From the sheet's top edge to the first card.</summary>
    public required double Top { get; init; }
    /// <summary>Where it is set.</summary>
    public required Place Place { get; init; }

    /// <summary>From the last card to the sheet's right edge.</summary>
    public double Right => Millimetres.Exact(Paper.Width - Left - (Columns * Width));

    /// <summary>From the last card to the sheet's bottom edge.</summary>
    public double Bottom => Millimetres.Exact(Paper.Height - Top - (Rows * Height));

    /// <summary>What its pages are called in addresses.</summary>
    public string Slug(Language language) => language.Slug(Name.Replace('.', '-')) + "-" + Paper.Name.ToLowerInvariant();

    /// <summary>Cards on a sheet.</summary>
    public int PerSheet => Columns * Rows;
}

/// <summary>A field on the back of a step's card.</summary>
/// <param name="Section">The section of the step.</param>
/// <param name="Label">What stands before it; empty for none.</param>
/// <param name="MostLines">Most lines, or null where only the card sets a limit.</param>
/// <param name="DropOrder">Its place among what is left out where a card is too full, lowest first; null where it must stay.</param>
/// <param name="Place">Where it is set.</param>
public sealed record CardField(StepSection Section, string Label, int? MostLines, int? DropOrder, Place Place);

/// <summary>A step's own words for a field of its card.</summary>
/// <param name="Name">The field: a section's name, or <c>lead</c>'s.</param>
/// <param name="Items">Plain texts.</param>
/// <param name="Place">Where they stand.</param>
public sealed record CardText(string Name, ImmutableArray<string> Items, Place Place);

/// <summary>What stands in the folded booklet.</summary>
/// <param name="Fields">What is told of each step, in order, under its name and lead.</param>
/// <param name="Pages">Root-absolute addresses of the pages whose leads are read together before a conversation; empty
/// where nobody chose, which leaves it to the guide's first folder.</param>
public sealed record BookletSettings(ImmutableArray<CardField> Fields, ImmutableArray<string> Pages);
