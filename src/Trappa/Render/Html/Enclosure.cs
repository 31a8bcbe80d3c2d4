namespace Trappa.Render.Html;

/// <summary>
/// The outermost element in which something holds. Its end tag is found by counting the elements of the same name
/// inside it, which tokens alone can tell as long as the page closes what it opens.
/// </summary>
internal struct Enclosure
{
    private string? _name;
    private int _depth;

    /// <summary>Whether the pass is inside.</summary>
    public readonly bool Holds => _name is not null;

    /// <summary>Takes note of a start tag, which begins the enclosure when nothing has yet.</summary>
    public void Start(ReadOnlySpan<char> name, bool begins)
    {
        if (_name is null)
        {
            if (begins)
            {
                _name = name.ToString();
                _depth = 1;
            }
        }
        else if (name.SequenceEqual(_name))
        {
            _depth++;
        }
    }

    /// <summary>Takes note of an end tag.</summary>
    public void End(ReadOnlySpan<char> name)
    {
        if (_name is not null && name.SequenceEqual(_name) && --_depth == 0)
        {
            _name = null;
        }
    }
}
