using System.Collections.Frozen;
using System.Collections.Immutable;
using Markdig.Syntax;
using Trappa.Diagnostics;

namespace Trappa.Model;

/// <summary>A piece of Markdown with what its references point at. Rendering it needs nothing else.</summary>
/// <param name="Tree">Markdig's tree; read only.</param>
/// <param name="Targets">What each reference node of the tree (link, quote block, fact) means.</param>
/// <param name="Plain">The words alone, for titles, copies and search.</param>
/// <param name="Place">Where the text begins.</param>
public sealed record Prose(
    MarkdownDocument Tree, FrozenDictionary<MarkdownObject, Target> Targets, string Plain, Place Place)
{
    /// <summary>True when there is nothing to show.</summary>
    public bool IsEmpty => Tree.Count == 0;
}

/// <summary>What a reference in a text points at.</summary>
public abstract record Target;

/// <summary>Something with an address of its own on this site.</summary>
public sealed record AddressTarget(string Address) : Target;

/// <summary>A term, which opens in place.</summary>
public sealed record TermTarget(string Slug) : Target;

/// <summary>An outside resource: a link where there is an address, words otherwise.</summary>
public sealed record ResourceTarget(string Id) : Target;

/// <summary>A quote set as a block.</summary>
public sealed record QuoteTarget(string Name) : Target;

/// <summary>The text of a fact.</summary>
public sealed record FactTarget(string Value) : Target;
