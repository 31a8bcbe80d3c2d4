namespace Trappa.Render;

/// <summary>A file of the finished site.</summary>
/// <param name="Path">Relative path with <c>/</c> between folders.</param>
/// <param name="Bytes">All of it.</param>
public sealed record OutputFile(string Path, ReadOnlyMemory<byte> Bytes);
