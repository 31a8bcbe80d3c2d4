using System.Collections.Immutable;

namespace Trappa.Parse;

/// <summary>What a callout (<c>&gt; [!NOTE]</c>) may be.</summary>
internal static class Callouts
{
    /// <summary>The kinds that GitHub has; anything else is the first.</summary>
    public static readonly ImmutableArray<string> Kinds = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
}
