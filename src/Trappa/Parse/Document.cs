using System.Collections.Immutable;
using Markdig.Syntax;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Load;

namespace Trappa.Parse;

/// <summary>A Markdown file as syntax.</summary>
/// <param name="Path">Path from the project's folder.</param>
/// <param name="FrontMatter">Its front matter; empty where there is none.</param>
/// <param name="Text">What follows, with its place.</param>
/// <param name="Tree">The same as Markdig's tree.</param>
public sealed record Document(string Path, YamlMap FrontMatter, MarkdownText Text, MarkdownDocument Tree)
{
    private static readonly object Bound = new();

    /// <summary>
    /// This document with a tree that nobody has bound before: binding takes the title's heading out and fills in facts.
    /// Only a document that is kept from one build to the next is ever parsed again.
    /// </summary>
    internal Document Unbound(MarkdownParser markdown)
    {
        if (!Tree.ContainsData(Bound))
        {
            Tree.SetData(Bound, Bound);
            return this;
        }
        var (tree, _) = markdown.Parse(Text);
        tree.SetData(Bound, Bound);
        return this with { Tree = tree };
    }
}

/// <summary>Markdown with its place, so that an offset in it can be told as line and column.</summary>
/// <param name="Text">The Markdown.</param>
/// <param name="Start">Where its first character stands.</param>
/// <param name="Source">How it is written where it is a value of YAML that is not written as it reads.</param>
public sealed record MarkdownText(string Text, Place Start, YamlSource? Source = null)
{
    // Offsets at which lines begin. Made when first asked for, as few texts have anything to tell of.
    private readonly Lazy<int[]> _lines = new(() => LineStarts(Text));

    /// <summary>The place of a 0-based offset.</summary>
    public Place At(int offset, int length)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        if (Source is not null)
        {
            return Source.At(offset, length);
        }
        var found = Array.BinarySearch(_lines.Value, offset);
        var lines = found < 0 ? ~found - 1 : found;
        var column = offset - _lines.Value[lines] + 1;
        return lines == 0
            ? Start with { Column = Start.Column + offset, Length = length }
            : new(Start.File, Start.Line + lines, column, length);
    }

    private static int[] LineStarts(string text)
    {
        var starts = new int[text.AsSpan().Count('\n') + 1];
        for (var line = 1; line < starts.Length; line++)
        {
            starts[line] = text.IndexOf('\n', starts[line - 1]) + 1;
        }
        return starts;
    }
}

/// <summary>The project as syntax. Nothing after this looks at raw text.</summary>
public sealed record Parsed
{
    /// <summary>The guide's language.</summary>
    public required Language Language { get; init; }
    /// <summary>Markdown as this guide writes it, for texts inside YAML.</summary>
    public required MarkdownParser Markdown { get; init; }
    /// <summary><c>site.yaml</c>; empty where it is absent or broken.</summary>
    public required YamlMap Site { get; init; }
    /// <summary>All Markdown files, in ordinal order of their paths.</summary>
    public required ImmutableArray<Document> Documents { get; init; }
    /// <summary>All other YAML files by path.</summary>
    public required ImmutableSortedDictionary<string, YamlNode> Data { get; init; }
    /// <summary>Files that are neither Markdown nor YAML.</summary>
    public required ImmutableArray<SourceFile> Others { get; init; }
    /// <summary>All templates by path.</summary>
    public required ImmutableSortedDictionary<string, string> Templates { get; init; }
}
