using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>A named text that others use: <c>{{ leader }}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The text.</param>
public sealed record Fact(string Name, string Value)
{
    /// <summary>From which day to which it holds, and what follows.</summary>
    internal Validity Validity { get; init; } = Validity.Always;
}

/// <summary>The first or last day on which something holds, or the one on which it was checked.</summary>
/// <param name="Date">The day.</param>
/// <param name="Place">Where it is written.</param>
public sealed record LastDay(DateOnly Date, Place Place);
