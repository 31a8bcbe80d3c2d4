using System.Collections.Immutable;
using Trappa.Model;

namespace Trappa.Render.Print;

/// <summary>What a page of the booklet is.</summary>
public enum BookletPageKind
{
    /// <summary>The cover.</summary>
    Cover,
    /// <summary>Which step? The questions of the flow, or the steps by name where there are none.</summary>
    Flow,
    /// <summary>One to three steps.</summary>
    Steps,
    /// <summary>What to remember in every conversation.</summary>
    Pages,
    /// <summary>Resources, the edition, and a code for a phone.</summary>
    Last,
    /// <summary>Lines for a pen, where there is nothing to say.</summary>
    Notes,
}

/// <summary>A page of the booklet.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Blocks">Its paragraphs, those left out not among them.</param>
public sealed record BookletPage(BookletPageKind Kind, ImmutableArray<CardBlock> Blocks);

/// <summary>The folded booklet: one sheet, one side, one cut, eight pages.</summary>
/// <param name="Sheet">The sheet, lying.</param>
/// <param name="Pages">The pages in the order of reading.</param>
/// <param name="Code">What the QR code on the last page says, or null for none.</param>
/// <param name="HasPenBox">Whether the cover has a box for the holder's own name and phone.</param>
public sealed record Booklet(Paper Sheet, ImmutableArray<BookletPage> Pages, string? Code, bool HasPenBox)
{
    /// <summary>Pages beside each other on the sheet; there are two rows.</summary>
    public const int Columns = 4;

    /// <summary>Pages for steps: all but the cover, the flow, what to remember and the last.</summary>
    public const int StepPages = (2 * Columns) - 4;

    /// <summary>Most steps on a page.</summary>
    public const int MostOnPage = 3;

    /// <summary>Most steps that a booklet has room for.</summary>
    public const int MostSteps = StepPages * MostOnPage;

    /// <summary>No text is nearer to a fold, the cut or the sheet's edge than this, in millimetres; printers reach 5.</summary>
    public const double Safe = 5;

    /// <summary>The same at a page's foot, where its number stands.</summary>
    public const double Foot = 9;

    /// <summary>Height of the staircase on the cover, in millimetres.</summary>
    public const double Stairs = 30;

    /// <summary>Height of the box for a pen on the cover.</summary>
    public const double Pen = 14;

    /// <summary>Room above the foot of the last page for the ruler.</summary>
    public const double Ruler = 6;

    /// <summary>Space between a drawing and the text beside it.</summary>
    public const double Gap = 2;

    /// <summary>Width of a page.</summary>
    public double PageWidth => Sheet.Width / Columns;

    /// <summary>Height of a page.</summary>
    public double PageHeight => Sheet.Height / 2;

    /// <summary>Whether the guide has steps, and not too many for one.</summary>
    public static bool IsFor(Guide guide) => guide.Steps.Length is > 0 and <= MostSteps;

    /// <summary>The sheet that it is printed on: that of the usual cards.</summary>
    public static Paper SheetOf(Guide guide) => guide.Print.Presets[0].Paper.Lying;
}
