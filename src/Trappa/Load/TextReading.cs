using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Trappa.Diagnostics;

namespace Trappa.Load;

/// <summary>From bytes to text: UTF-8 and nothing else, with each fault told where it stands.</summary>
internal static class TextReading
{
    /// <summary>The text, or null when it cannot be read as such.</summary>
    public static (string? Text, ImmutableArray<Diagnostic> Faults) Read(string path, ReadOnlySpan<byte> bytes)
    {
        if (FirstInvalid(bytes) is { } at)
        {
            return (null, [new(Codes.NotUtf8, PlaceOf(path, bytes, at))]);
        }
        // Not only first in a file: one that was pasted in is as invisible, and YAML's parsers stumble over it.
        var mark = bytes.IndexOf("\uFEFF"u8);
        if (mark >= 0)
        {
            return (null, [new(Codes.ByteOrderMark, PlaceOf(path, bytes, mark))]);
        }
        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
        {
            return (null, [new(Codes.NulCharacter, PlaceOf(path, bytes, nul))]);
        }
        var text = Encoding.UTF8.GetString(bytes);
        var faults = ConflictMarks(path, text);
        return (faults.IsEmpty ? text : null, faults);
    }

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return null;
        }
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }
            at += length;
        }
        return null;
    }

    private static Place PlaceOf(string path, ReadOnlySpan<byte> bytes, int at)
    {
        var before = bytes[..at];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(path, line, column, 1);
    }

    // Git's marks: seven signs at the start of a line. A row of seven equals signs alone may be a heading's underline.
    private static ImmutableArray<Diagnostic> ConflictMarks(string path, string text)
    {
        if (!text.Contains("<<<<<<< ", StringComparison.Ordinal) && !text.Contains(">>>>>>> ", StringComparison.Ordinal))
        {
            return [];
        }
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.StartsWith("<<<<<<< ", StringComparison.Ordinal) || line.StartsWith(">>>>>>> ", StringComparison.Ordinal))
            {
                faults.Add(new(Codes.ConflictMark, new(path, number, 1, line.Length)));
            }
        }
        return faults.ToImmutable();
    }
}
