using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Keeping;

namespace Trappa.Model;

/// <summary>Binds a part of the guide, or takes it as it was bound before; what was wrong with it is told either way.</summary>
/// <param name="Kept">What earlier builds bound.</param>
/// <param name="Diagnostics">What was wrong.</param>
internal sealed record Binding(Kept Kept, List<Diagnostic> Diagnostics)
{
    /// <param name="kind">Which part.</param>
    /// <param name="name">Of which file, where there are several.</param>
    /// <param name="key">Everything that <paramref name="bind"/> reads.</param>
    /// <param name="bind">Binds it and adds what is wrong to the list that it is given.</param>
    public T Of<T>(string kind, string name, ReadOnlySpan<object?> key, Func<List<Diagnostic>, T> bind)
        where T : class
    {
        var bound = Kept.Get("bind " + kind, name, key, () =>
        {
            var found = new List<Diagnostic>();
            var value = bind(found);
            return new Bound<T>(value, [.. found]);
        });
        Diagnostics.AddRange(bound.Diagnostics);
        return bound.Value;
    }

    private sealed record Bound<T>(T Value, ImmutableArray<Diagnostic> Diagnostics);
}

/// <summary>A list as an object that can be kept.</summary>
internal sealed record Listed<T>(ImmutableArray<T> Items);

/// <summary>Makes lists that can be kept.</summary>
internal static class Listed
{
    public static Listed<T> Of<T>(IEnumerable<T> items) => new([.. items]);
}

/// <summary>What may not be there, as an object that can be kept.</summary>
internal sealed record Optional<T>(T? Value);

/// <summary>Makes what can be kept of what may not be there.</summary>
internal static class Optional
{
    public static Optional<T> Of<T>(T? value) => new(value);
}
