using System.Globalization;
using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>
/// Of a fault that may stand in ten thousand places, tells the first, and how many more there are. A mistake made
/// once (a name changed) can be found everywhere, and to tell each costs a search for its shortest way.
/// </summary>
public static class FewOf
{
    private const int Most = 20;

    /// <summary>Diagnostics of the first faults, and one that says how many follow, where it would stand for the next.</summary>
    public static IEnumerable<Diagnostic> Told<T>(IReadOnlyList<T> faults, Func<T, Place> place, Func<T, Diagnostic> tell) => faults.Count <= Most
        ? faults.Select(tell)
        : faults.Take(Most).Select(tell).Append(new(Codes.FlowMoreFaults, place(faults[Most]),
            ("count", (faults.Count - Most).ToString(CultureInfo.InvariantCulture))));
}
