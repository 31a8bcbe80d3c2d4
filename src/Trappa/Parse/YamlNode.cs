using System.Collections.Immutable;
using Trappa.Diagnostics;

namespace Trappa.Parse;

/// <summary>A piece of YAML with its place kept.</summary>
/// <param name="Place">Where it begins.</param>
public abstract record YamlNode(Place Place);

/// <summary>A text, number, date or yes/no: YAML's own types are not used, the field decides.</summary>
/// <param name="Place">Where it begins, quotation marks included.</param>
/// <param name="Value">The text.</param>
/// <param name="TextPlace">Where its first letter stands: after the quotation mark, or on the line below <c>|</c>.</param>
/// <param name="Source">Its letters as they are written in the file, or null where that is the text itself on one line.</param>
public sealed record YamlText(Place Place, string Value, Place TextPlace, YamlSource? Source = null) : YamlNode(Place);

/// <summary>A list.</summary>
public sealed record YamlList(Place Place, ImmutableArray<YamlNode> Items) : YamlNode(Place);

/// <summary>Named values, in the order of the file.</summary>
public sealed record YamlMap(Place Place, ImmutableArray<(YamlText Key, YamlNode Value)> Entries) : YamlNode(Place)
{
    /// <summary>The value under a key, or null.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var (name, value) in Entries)
        {
            if (name.Value == key)
            {
                return value;
            }
        }
        return null;
    }
}
