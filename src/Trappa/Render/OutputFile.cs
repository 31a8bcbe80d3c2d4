using System.Collections.Immutable;

namespace Trappa.Render;

/// <summary>A file of the finished site.</summary>
public sealed class OutputFile
{
    private readonly Lazy<ImmutableArray<ReadOnlyMemory<byte>>> _pieces;
    private readonly Lazy<ReadOnlyMemory<byte>> _bytes;

    /// <summary>A file that is made.</summary>
    public OutputFile(string path, ReadOnlyMemory<byte> bytes)
        : this(path, [bytes])
    {
    }

    /// <summary>A file that is made in pieces, such as a page around the style sheet that it shares with others.</summary>
    public OutputFile(string path, ImmutableArray<ReadOnlyMemory<byte>> pieces)
        : this(path, new Lazy<ImmutableArray<ReadOnlyMemory<byte>>>(pieces))
    {
    }

    /// <summary>
    /// A file that is made when somebody wants it: one that takes long, and that whoever looks at a page while writing
    /// seldom asks for.
    /// </summary>
    /// <param name="path">Relative path with <c>/</c> between folders.</param>
    /// <param name="make">Makes all of it; a pure function, called once at most.</param>
    public OutputFile(string path, Func<ReadOnlyMemory<byte>> make)
        : this(path, new Lazy<ImmutableArray<ReadOnlyMemory<byte>>>(() => [make()]))
    {
    }

    private OutputFile(string path, Lazy<ImmutableArray<ReadOnlyMemory<byte>>> pieces)
    {
        (Path, _pieces) = (path, pieces);
        _bytes = new(() => Joined(_pieces.Value));
    }

    /// <summary>Relative path with <c>/</c> between folders.</summary>
    public string Path { get; }

    /// <summary>All of it, in the pieces that it was made in. What many pages share is in memory once.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Pieces => _pieces.Value;

    /// <summary>All of it in one piece.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.Value;

    /// <summary>How many bytes it has.</summary>
    public long Length => Pieces.Sum(p => (long)p.Length);

    /// <summary>Whether its bytes are there already.</summary>
    public bool IsMade => _pieces.IsValueCreated;

    private static ReadOnlyMemory<byte> Joined(ImmutableArray<ReadOnlyMemory<byte>> pieces)
    {
        if (pieces is [var whole])
        {
            return whole;
        }
        var bytes = new byte[pieces.Sum(p => p.Length)];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(bytes.AsMemory(at));
            at += piece.Length;
        }
        return bytes;
    }
}
