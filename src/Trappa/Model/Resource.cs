using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>Whether an outside resource can be had.</summary>
public enum ResourceState
{
    /// <summary>It has an address.</summary>
    Found,
    /// <summary>Its address is not known: the reader gets words to search for.</summary>
    Missing,
    /// <summary>Announced, not there yet.</summary>
    Awaited,
    /// <summary>Its time is over.</summary>
    Past,
}

/// <summary>Something outside the site.</summary>
public sealed record Resource
{
    /// <summary>The id by which others refer to it.</summary>
    public required string Id { get; init; }
    /// <summary>Its name.</summary>
    public required string Title { get; init; }
    /// <summary>What it is.</summary>
    public required Prose Text { get; init; }
    /// <summary>Heading under which it stands; may be empty.</summary>
    public required string Group { get; init; }
    /// <summary>Its state at the build's date.</summary>
    public required ResourceState State { get; init; }
    /// <summary>Absolute address, or null.</summary>
    public required string? Url { get; init; }
    /// <summary>The address that readers are led to, or null: what is missing, awaited or over leads nowhere.</summary>
    public string? Link => State == ResourceState.Found ? Url : null;
    /// <summary>Where the address stands, or null where there is none.</summary>
    public Place? UrlPlace { get; init; }
    /// <summary>Words to search for instead, or null.</summary>
    public required string? SearchFor { get; init; }
    /// <summary>When somebody last looked, or null.</summary>
    public required DateOnly? Checked { get; init; }
    /// <summary>Last day on which it holds, or null.</summary>
    public required DateOnly? ValidUntil { get; init; }
    /// <summary>Place on the page of resources.</summary>
    public required string Address { get; init; }
    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }
}
