using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Pictures;

namespace Trappa.Model;

/// <summary>An ordinary page.</summary>
public sealed record Page
{
    /// <summary>From which day to which it holds, and what follows.</summary>
    internal Validity Validity { get; init; } = Validity.Always;
    /// <summary>What readers are told when its last day is over, or null.</summary>
    public string? Past { get; init; }
    /// <summary>Title in plain text.</summary>
    public required string Title { get; init; }
    /// <summary>Root-absolute address.</summary>
    public required string Address { get; init; }
    /// <summary>Name of the layout that the page asks for, or null for the usual one.</summary>
    public required LayoutName? Layout { get; init; }
    /// <summary>Lead, or null.</summary>
    public required Prose? Lead { get; init; }
    /// <summary>Date in the front matter, or null.</summary>
    public required DateOnly? Date { get; init; }
    /// <summary>The text. A first-level heading that repeats the title is not in it.</summary>
    public required Prose Body { get; init; }
    /// <summary>Addresses it had before.</summary>
    public required ImmutableArray<OldAddress> Aliases { get; init; }
    /// <summary>Where its address is said: the field, or the file whose name it is made of.</summary>
    public required Place AddressPlace { get; init; }
    /// <summary>Where the page's file begins.</summary>
    public required Place Place { get; init; }

    /// <summary>Its texts.</summary>
    internal IEnumerable<Prose> Texts() => Lead is null ? [Body] : [Lead, Body];
}

/// <summary>An address that a page had before, as its writer put it.</summary>
public sealed record OldAddress(string Value, Place Place);

/// <summary>A layout that a page asks for; whether it is there is for the check to say.</summary>
public sealed record LayoutName(string Value, Place Place);

/// <summary>A folder of pages: a section of the site.</summary>
/// <param name="Title">Title, from <c>site.yaml</c>, its own page or the folder's name.</param>
/// <param name="Description">A sentence, or empty.</param>
/// <param name="Address">Root-absolute address.</param>
/// <param name="Place">The folder itself.</param>
/// <param name="Index">The folder's own page (<c>index.md</c> or <c>README.md</c>), or null.</param>
/// <param name="Pages">Its pages in order.</param>
/// <param name="Folders">Folders in it, in order.</param>
public sealed record Folder(
    string Title, string Description, string Address, Place Place, Page? Index,
    ImmutableArray<Page> Pages, ImmutableArray<Folder> Folders);

/// <summary>A file that content brings along.</summary>
/// <param name="Address">Root-absolute address.</param>
/// <param name="File">Its path from the project's folder.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Picture">What it is made into where it is a picture; else null, and it goes out as it is.</param>
public sealed record Attachment(string Address, string File, ReadOnlyMemory<byte> Bytes, PictureFile? Picture);
