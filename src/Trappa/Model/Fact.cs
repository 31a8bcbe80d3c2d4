using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>A named text that others use: <c>{{ leader }}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The text.</param>
/// <param name="Until">The last day on which it holds, or null.</param>
public sealed record Fact(string Name, string Value, LastDay? Until)
{
    /// <summary>The first day on which it holds, or null.</summary>
    public LastDay? From { get; init; }
    /// <summary>Whether it must not stand after its last day.</summary>
    public bool IsErrorAfter { get; init; }
}

/// <summary>The first or last day on which something holds.</summary>
/// <param name="Date">The day.</param>
/// <param name="Place">Where it is written.</param>
public sealed record LastDay(DateOnly Date, Place Place);
