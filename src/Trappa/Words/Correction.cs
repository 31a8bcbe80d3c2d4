using Trappa.Diagnostics;

namespace Trappa.Words;

/// <summary>Signs of a text and what should stand in their place.</summary>
/// <param name="Code">What is wrong with them.</param>
/// <param name="Start">0-based offset in the text.</param>
/// <param name="Length">How many letters go.</param>
/// <param name="Better">What comes; may be empty.</param>
public readonly record struct Correction(Code Code, int Start, int Length, string Better)
{
    /// <summary>Where the signs that go end.</summary>
    public int End => Start + Length;
}
