using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>What <c>site.yaml</c> says of the guide as a whole.</summary>
public sealed record SiteSettings
{
    /// <summary>The guide's name.</summary>
    public required string Title { get; init; }
    /// <summary>One plain sentence for search engines and the manifest; may be empty.</summary>
    public required string Description { get; init; }
    /// <summary>Absolute address with a slash at the end, or null where none is known.</summary>
    public required string? Address { get; init; }
    /// <summary>What comes before a file's path in the address of a page where it can be changed, or null.</summary>
    public required string? EditAddress { get; init; }
    /// <summary>Where the guide's files are kept, if it has a page to change them on; null where it has none.</summary>
    public EditingSettings? Editing { get; init; }
    /// <summary>Months after which readers are told that the edition is old, or null.</summary>
    public required int? MostMonths { get; init; }
    /// <summary>Whether the edition is older than the guide's own limit on the build's date.</summary>
    public bool IsOld => MostMonths is { } most && Edition is { } e && (((Date.Year - e.Year) * 12) + Date.Month - e.Month) > most;
    /// <summary>Edition, or null.</summary>
    public required Edition? Edition { get; init; }
    /// <summary>Whose words the content is; may be empty.</summary>
    public required string Owner { get; init; }
    /// <summary>Whether readers' phones keep the guide; null where that goes by its size.</summary>
    public required bool? Offline { get; init; }
    /// <summary>Whether raw HTML in content is let through (sanitised).</summary>
    public required bool AllowsHtml { get; init; }
    /// <summary>The date that the build is made for: from outside, never from the clock here.</summary>
    public required DateOnly Date { get; init; }
}

/// <summary>Where the editing page reads and saves the guide's files.</summary>
/// <param name="Host"><c>github</c> or <c>gitlab</c>.</param>
/// <param name="Repository">Owner and name: <c>you/guide</c>.</param>
/// <param name="Branch">Where changes are saved.</param>
/// <param name="Place">Where it is said.</param>
public sealed record EditingSettings(string Host, string Repository, string Branch, Place Place);

/// <summary>An edition of the guide.</summary>
public sealed record Edition(string Name, int Year, int Month);
