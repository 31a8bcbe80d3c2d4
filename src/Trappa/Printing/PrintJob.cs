using System.Collections.Immutable;
using Trappa.Render;

namespace Trappa.Printing;

/// <summary>A page to be printed.</summary>
/// <param name="Page">The page's path in the site, as <c>skriv-ut/kort/index.html</c>.</param>
/// <param name="Pdf">The path of the PDF that it becomes.</param>
/// <param name="Width">Width of the paper in millimetres.</param>
/// <param name="Height">Height of the paper in millimetres.</param>
public sealed record PrintJob(string Page, string Pdf, double Width, double Height)
{
    /// <summary>Whether the page has places for page numbers.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether it has signs that the measured font lacks, so that it cannot be printed.</summary>
    public bool LacksSigns { get; init; }

    /// <summary>Whether its language has letters that the measured font lacks, so that others stand in for it.</summary>
    public bool HasOtherFonts { get; init; }
}

/// <summary>Why nothing was printed.</summary>
public enum PrintFault
{
    /// <summary>The browser could not be started, or ended before it had printed.</summary>
    Ended,
    /// <summary>The time was up.</summary>
    TooSlow,
    /// <summary>The browser said that it could not, or what it gave is no PDF that we can read.</summary>
    Refused,
    /// <summary>The PDF has a font that its text was not measured for.</summary>
    OtherFont,
}

/// <summary>The PDFs, or why there are none.</summary>
/// <param name="Files">The PDFs in the order of the jobs; empty where there is a fault.</param>
/// <param name="Fault">What went wrong, or null.</param>
/// <param name="Detail">What the browser said, the font's name, or nothing.</param>
public sealed record PrintResult(ImmutableArray<OutputFile> Files, PrintFault? Fault, string Detail);

/// <summary>Printing that cannot go on; never leaves this folder.</summary>
internal sealed class PrintException(PrintFault fault, string detail) : Exception(detail)
{
    public PrintFault Fault { get; } = fault;
}
