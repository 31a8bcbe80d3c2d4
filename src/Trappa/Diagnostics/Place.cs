namespace Trappa.Diagnostics;

/// <summary>Where in a file something stands.</summary>
/// <param name="File">Path from the project's folder, with <c>/</c> between folders.</param>
/// <param name="Line">1-based line; 0 when the whole file is meant.</param>
/// <param name="Column">1-based column in UTF-16 units; 0 when the whole line is meant.</param>
/// <param name="Length">Length in UTF-16 units; 0 when unknown.</param>
public readonly record struct Place(string File, int Line = 0, int Column = 0, int Length = 0) : IComparable<Place>
{
    /// <summary>By file (ordinal), then line, then column.</summary>
    public int CompareTo(Place other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        if (byFile != 0)
        {
            return byFile;
        }
        return Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);
    }

    /// <summary><c>file:line:column</c>, leaving out what is not known: the form that editors make clickable.</summary>
    public override string ToString() =>
        Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";

    /// <inheritdoc/>
    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;
    /// <inheritdoc/>
    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;
    /// <inheritdoc/>
    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;
    /// <inheritdoc/>
    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}
