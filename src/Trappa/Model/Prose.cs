using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Parse;
using Trappa.Parse.Facts;

namespace Trappa.Model;

/// <summary>A piece of Markdown with what its references point at. Rendering it needs nothing else.</summary>
/// <param name="Tree">Markdig's tree; read only.</param>
/// <param name="Targets">What each reference node of the tree (link, quote block, fact) means.</param>
/// <param name="Text">The Markdown itself, with its place.</param>
/// <param name="Marked">The nodes that rules ask for, in the order of the text: headings, links, HTML and words.</param>
public sealed record Prose(
    MarkdownDocument Tree, FrozenDictionary<MarkdownObject, Target> Targets, MarkdownText Text,
    ImmutableArray<MarkdownObject> Marked)
{
    /// <summary>Its passages that hold for a time, those left out among them.</summary>
    internal ImmutableArray<DatedPassage> Dated { get; init; } = [];

    /// <summary>What readers are told of its facts whose last day is over.</summary>
    internal ImmutableArray<string> PastFacts { get; init; } = [];

    /// <summary>Where the text begins.</summary>
    public Place Place => Text.Start;

    /// <summary>Where a link's address stands, or the whole link where that is not known.</summary>
    public Place PlaceOf(LinkInline link) => PlaceOf(link, Text);

    /// <summary>The same for a link of a text that is not bound yet.</summary>
    internal static Place PlaceOf(LinkInline link, MarkdownText text) => link.UrlSpan is { Length: > 0, Start: > 0 }
        ? text.At(link.UrlSpan.Start, link.UrlSpan.Length)
        : text.At(link.Span.Start, link.Span.Length);

    /// <summary>The words among the marked nodes. <c>OfType</c> asks each for its type in a way that takes several times as long.</summary>
    internal IEnumerable<LiteralInline> Literals
    {
        get
        {
            foreach (var node in Marked)
            {
                if (node is LiteralInline literal)
                {
                    yield return literal;
                }
            }
        }
    }

    /// <summary>The links and pictures among them.</summary>
    internal IEnumerable<LinkInline> Links
    {
        get
        {
            foreach (var node in Marked)
            {
                if (node is LinkInline link)
                {
                    yield return link;
                }
            }
        }
    }

    /// <summary>Where in the text a sign stands that readers see as it is, and that is no part of a link, a fact or the like.</summary>
    internal IEnumerable<int> SignsOf(char sign)
    {
        if (!Text.Text.Contains(sign))
        {
            yield break;
        }
        foreach (var literal in Literals)
        {
            var end = Math.Min(literal.Span.End + 1, Text.Text.Length);
            for (var at = literal.Span.Start; at < end && (at = Text.Text.IndexOf(sign, at, end - at)) >= 0; at++)
            {
                yield return at;
            }
        }
    }

    /// <summary>True when there is nothing to show.</summary>
    public bool IsEmpty => Tree.Count == 0;

    /// <summary>The words alone, for titles, copies and search.</summary>
    public string Plain
    {
        get
        {
            var words = new StringBuilder();
            AppendPlain(Tree, words, FactText);
            return Trimmed(words);
        }
    }

    /// <summary>What was gathered, without blanks around it; a string of them would be one more for each.</summary>
    internal static string Trimmed(StringBuilder words)
    {
        var (start, end) = (0, words.Length);
        while (end > 0 && char.IsWhiteSpace(words[end - 1]))
        {
            end--;
        }
        while (start < end && char.IsWhiteSpace(words[start]))
        {
            start++;
        }
        return words.ToString(start, end - start);
    }

    /// <summary>Adds the words of one of its blocks, after a space.</summary>
    internal void AppendPlain(Block block, StringBuilder words) => AppendPlain(block, words, FactText);

    private static void AppendPlain(Block block, StringBuilder words, Func<FactInline, string> factText)
    {
        if (block is ContainerBlock container)
        {
            foreach (var inner in container)
            {
                AppendPlain(inner, words, factText);
            }
            return;
        }
        // A blank line in a definition is neither.
        if (block is not LeafBlock leaf)
        {
            return;
        }
        if (words.Length > 0 && words[^1] != ' ')
        {
            words.Append(' ');
        }
        PlainText.Append(leaf.Inline, factText, words);
    }

    private string FactText(FactInline fact) => Targets.TryGetValue(fact, out var target) && target is FactTarget text ? text.Value : fact.Name;
}

/// <summary>What a reference in a text points at.</summary>
public abstract record Target;

/// <summary>Something with an address of its own on this site.</summary>
/// <param name="Address">Root-absolute, with a fragment where the reference had one.</param>
public sealed record AddressTarget(string Address) : Target;

/// <summary>A term, which opens in place.</summary>
public sealed record TermTarget(string Slug) : Target;

/// <summary>An outside resource: a link where there is an address, words otherwise.</summary>
public sealed record ResourceTarget(string Id) : Target;

/// <summary>A quote set as a block.</summary>
public sealed record QuoteTarget(string Name) : Target;

/// <summary>The text of a fact.</summary>
public sealed record FactTarget(string Value) : Target;
