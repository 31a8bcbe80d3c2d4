using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>A paragraph on a card.</summary>
/// <param name="Kind">Its kind, by which the style sheet sets it.</param>
/// <param name="Runs">Its words, as they are set.</param>
/// <param name="Field">What it is called where it does not fit.</param>
/// <param name="DropOrder">Its place among what may be left out, lowest first; null where it must stay.</param>
/// <param name="IsTooMuch">Whether it has no room on the card.</param>
public sealed record CardBlock(BlockKind Kind, ImmutableArray<TextRun> Runs, string Field, int? DropOrder, bool IsTooMuch = false)
{
    /// <summary>Most lines of its field, or null where only the box sets a limit.</summary>
    public int? MostLines { get; init; }
    /// <summary>Where it is written, or null where that is not known.</summary>
    public Place? Place { get; init; }
    /// <summary>The step that it tells of, or null.</summary>
    public Step? Step { get; init; }
    /// <summary>What stands at its end however short it is written: the closing mark of what is said.</summary>
    public string Closing { get; init; } = "";
    /// <summary>Which of the parts that are kept together on a page it belongs to, from 0.</summary>
    public int Part { get; init; }
    /// <summary>Where its lines begin, in characters of its text with spaces made single; none where any browser finds them.</summary>
    public ImmutableArray<int> Held { get; init; } = [];
}

/// <summary>How a paragraph on a card is set.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Size">Size of the type in points; 7.5 at least.</param>
/// <param name="Leading">
/// Height of a line in points. Chromium gives the space above letters in whole pixels and rounds it down, so a height is
/// chosen that has whole ones to give: else its words stand up to 0.3 mm above where other browsers print them.
/// </param>
/// <param name="Gap">Space above it in millimetres, unless it is the first.</param>
/// <param name="Aside">Space at the end of its lines that is kept for a drawing, in millimetres.</param>
public sealed record BlockKind(string Name, double Size, double Leading, double Gap, double Aside = 0)
{
    /// <summary>The number and name of a card.</summary>
    public static BlockKind Name14 { get; } = new("n", 14, 16, 0);
    /// <summary>Who this is.</summary>
    public static BlockKind Lead { get; } = new("l", 9, 11, 1);
    /// <summary>What one can say.</summary>
    public static BlockKind Say { get; } = new("q", 9, 11, 0);
    /// <summary>Anything else.</summary>
    public static BlockKind Plain { get; } = new("b", 8, 9.5, 1);
    /// <summary>The title of a booklet.</summary>
    public static BlockKind Title { get; } = new("t", 16, 19.5, 0);
    /// <summary>The heading of a page of a booklet.</summary>
    public static BlockKind Heading { get; } = new("h", 12, 14.25, 3);
    /// <summary>Number and name of a step in a booklet, beside its staircase.</summary>
    public static BlockKind StepName { get; } = new("s", 11, 13.5, 3.5, 13);
    /// <summary>A question of the flow.</summary>
    public static BlockKind Ask { get; } = new("a", 8.5, 10.5, 2.4);
    /// <summary>Where its answers lead.</summary>
    public static BlockKind Answers { get; } = new("u", 8.5, 10.5, 0);
    /// <summary>One thing to remember.</summary>
    public static BlockKind Point { get; } = new("r", 10, 12, 4);
    /// <summary>One line of who a step is, right below its name.</summary>
    public static BlockKind Who { get; } = new("w", 8, 9.5, 0.5);
    /// <summary>What one can say, in a booklet.</summary>
    public static BlockKind Speech { get; } = new("v", 9, 11, 0.8);
    /// <summary>What else is told of a step in a booklet.</summary>
    public static BlockKind Told { get; } = new("m", 8, 9.5, 0.7);
    /// <summary>What stands beside the code on the last page.</summary>
    public static BlockKind BesideCode { get; } = new("e", 8, 9.5, 1, QrDrawing.Side + 2);

    /// <summary>All of them.</summary>
    public static ImmutableArray<BlockKind> All { get; } = [Name14, Lead, Say, Plain, Title, Heading, StepName, Ask, Answers, Point, Who, Speech, Told, BesideCode];
}

/// <summary>One side of a card.</summary>
/// <param name="Blocks">Its paragraphs, those left out not among them.</param>
/// <param name="Step">The step whose block of the staircase is filled; 0 where no staircase is drawn.</param>
/// <param name="Code">What a QR code at its foot says, or null for none.</param>
/// <param name="HasPenBox">Whether a box at its foot is left empty for a pen.</param>
/// <param name="Flow">A part of the flow below its paragraphs, or null.</param>
public sealed record CardFace(
    ImmutableArray<CardBlock> Blocks, int Step, string? Code = null, bool HasPenBox = false, FlowPaperDrawing? Flow = null);

/// <summary>A card.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Front">Its front.</param>
/// <param name="Back">Its back.</param>
public sealed record Card(string Name, CardFace Front, CardFace Back);

/// <summary>The cards of a preset, and what did not fit on them.</summary>
/// <param name="Cards">The cards in order.</param>
/// <param name="Diagnostics">What is too long.</param>
/// <param name="Dropped">What was left out, as "card: field".</param>
/// <param name="FlowLeftOut">What the flow is too large by, where it has no card for that; else null.</param>
public sealed record CardSet(
    ImmutableArray<Card> Cards, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Dropped, FlowFit? FlowLeftOut);
