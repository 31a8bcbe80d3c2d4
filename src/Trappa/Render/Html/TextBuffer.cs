using System.Buffers;
using System.Text;

namespace Trappa.Render.Html;

/// <summary>A growing run of characters in rented memory: a page is some twenty thousand, and a thousand pages follow.</summary>
internal sealed class TextBuffer(int capacity) : IDisposable
{
    private char[] _letters = ArrayPool<char>.Shared.Rent(capacity);
    private int _length;

    /// <summary>How many characters it holds.</summary>
    public int Length => _length;

    /// <summary>What it holds, until it is changed.</summary>
    public ReadOnlyMemory<char> Text => _letters.AsMemory(0, _length);

    /// <summary>Forgets what it holds and keeps the memory.</summary>
    public void Clear() => _length = 0;

    public TextBuffer Append(char letter)
    {
        Room(1)[0] = letter;
        _length++;
        return this;
    }

    public TextBuffer Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
        return this;
    }

    /// <summary>Appends an attribute; an empty value needs no quotation marks.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, with character references as HTML has them.</param>
    public void Attribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        Append(' ').Append(name);
        if (value.IsEmpty)
        {
            return;
        }
        Append("=\"");
        for (var quote = value.IndexOf('"'); quote >= 0; quote = value.IndexOf('"'))
        {
            Append(value[..quote]).Append("&quot;");
            value = value[(quote + 1)..];
        }
        Append(value).Append('"');
    }

    /// <summary>The bytes of a part of what was appended, as UTF-8.</summary>
    public byte[] ToUtf8(int from, int to)
    {
        // To count the bytes first takes nearly as long as to make them.
        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(to - from));
        var made = room.AsSpan(0, Encoding.UTF8.GetBytes(_letters.AsSpan(from, to - from), room));
        var bytes = GC.AllocateUninitializedArray<byte>(made.Length);
        made.CopyTo(bytes);
        ArrayPool<byte>.Shared.Return(room);
        return bytes;
    }

    /// <inheritdoc/>
    public override string ToString() => new(_letters, 0, _length);

    public void Dispose() => ArrayPool<char>.Shared.Return(_letters);

    private Span<char> Room(int wanted)
    {
        if (_letters.Length - _length < wanted)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_letters.Length * 2, _length + wanted));
            _letters.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_letters);
            _letters = larger;
        }
        return _letters.AsSpan(_length);
    }
}
