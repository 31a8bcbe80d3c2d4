using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Words;

/// <summary>What a text of the guide is.</summary>
public enum WordingKind
{
    /// <summary>A name, heading or button: words without marks.</summary>
    Label,
    /// <summary>A fact's value, which stands in other texts.</summary>
    Fact,
    /// <summary>Markdown that is read as sentences.</summary>
    Prose,
}

/// <summary>A text that readers read, where its writer wrote it.</summary>
/// <param name="Field">Where in its file: names of fields with a slash between them; empty for what follows the front matter.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text with its place.</param>
/// <param name="Passages">Its blocks, as readers read them.</param>
public sealed record Wording(string Field, WordingKind Kind, MarkdownText Text, ImmutableArray<Passage> Passages)
{
    /// <summary>The file, from the project's folder.</summary>
    public string File => Text.Start.File;

    /// <summary>All words, each block on a line.</summary>
    public string Words => string.Join('\n', Passages.Select(p => p.Words));

    /// <summary>The place of a range of a passage's letters, all of which are written there.</summary>
    public Place At(Passage passage, int start, int length)
    {
        var first = passage.Offsets[start];
        return Text.At(first, passage.Offsets[start + length - 1] - first + 1);
    }
}
