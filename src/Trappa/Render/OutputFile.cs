namespace Trappa.Render;

/// <summary>A file of the finished site.</summary>
public sealed class OutputFile
{
    private readonly Lazy<ReadOnlyMemory<byte>> _bytes;

    /// <summary>A file that is made.</summary>
    public OutputFile(string path, ReadOnlyMemory<byte> bytes) => (Path, _bytes) = (path, new(bytes));

    /// <summary>
    /// A file that is made when somebody wants it: one that takes long, and that whoever looks at a page while writing
    /// seldom asks for.
    /// </summary>
    /// <param name="path">Relative path with <c>/</c> between folders.</param>
    /// <param name="make">Makes all of it; a pure function, called once at most.</param>
    public OutputFile(string path, Func<ReadOnlyMemory<byte>> make) => (Path, _bytes) = (path, new(make));

    /// <summary>Relative path with <c>/</c> between folders.</summary>
    public string Path { get; }

    /// <summary>All of it.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.Value;

    /// <summary>Whether its bytes are there already.</summary>
    public bool IsMade => _bytes.IsValueCreated;
}
