using System.Text;

namespace Trappa.Render.Html;

/// <summary>The addresses of a <c>srcset</c> (HTML, "parse a srcset attribute").</summary>
internal static class SourceSet
{
    private const string WhiteSpace = " \t\n\f\r";

    /// <summary>The same candidates with their addresses put through a function.</summary>
    public static string Map(ReadOnlySpan<char> value, Func<string, string> address)
    {
        var mapped = new StringBuilder(value.Length);
        var rest = value.TrimStart(WhiteSpace + ",");
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(WhiteSpace) is var space && space < 0 ? rest.Length : space;
            var name = rest[..end];
            rest = rest[end..];
            mapped.Append(mapped.Length == 0 ? "" : ", ").Append(address(name.TrimEnd(',').ToString()));
            // A comma right after the address ends the candidate; else its width or density follows.
            if (!name.EndsWith(","))
            {
                var comma = rest.IndexOf(',') is var at && at < 0 ? rest.Length : at;
                var size = rest[..comma].Trim(WhiteSpace);
                mapped.Append(size.IsEmpty ? "" : " ").Append(size);
                rest = rest[comma..];
            }
            rest = rest.TrimStart(WhiteSpace + ",");
        }
        return mapped.ToString();
    }
}
