using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Trappa.Printing;

/// <summary>
/// Marks as artifacts what a page paints outside of its structure: marks where to cut, rulers, boxes. The browser leaves
/// them without a mark, and PDF/UA-1 wants one or the other of all that is painted (ISO 14289-1 §7.1).
/// </summary>
internal static partial class PdfArtifacts
{
    private static readonly ImmutableHashSet<string> Painting =
        ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\""];

    /// <summary>A page's content stream, with what was without a mark marked.</summary>
    /// <param name="value">The stream's object.</param>
    public static string Mark(string value)
    {
        var start = Head().Match(value);
        if (!start.Success)
        {
            throw new PrintException(PrintFault.Refused, "stream");
        }
        var length = int.Parse(start.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var packed = Encoding.Latin1.GetBytes(value.Substring(start.Index + start.Length, length));
        using var unpacked = new MemoryStream();
        if (value.AsSpan(0, start.Index).Contains("/FlateDecode", StringComparison.Ordinal))
        {
            using var inflate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            inflate.CopyTo(unpacked);
        }
        else
        {
            // A page with next to nothing on it gains nothing by being packed.
            unpacked.Write(packed);
        }
        using var output = new MemoryStream();
        using (var deflate = new ZLibStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(Encoding.Latin1.GetBytes(Marked(Encoding.Latin1.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length))));
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"<</Filter /FlateDecode\n/Length {output.Length}>> stream\n{Encoding.Latin1.GetString(output.GetBuffer(), 0, (int)output.Length)}\nendstream");
    }

    /// <summary>The operators of a page, with those that paint outside of marked content put into artifacts.</summary>
    internal static string Marked(string content)
    {
        var marked = new StringBuilder(content.Length + 256);
        int depth = 0, outside = 0, operands = 0;
        var paints = false;
        foreach (var (from, to) in Operators(content))
        {
            var name = content.AsSpan(from, to - from);
            if (name is "BDC" or "BMC" && depth++ == 0)
            {
                Put(marked, content.AsSpan(outside, operands - outside), paints);
                outside = operands;
                paints = false;
            }
            else if (name is "EMC" && --depth == 0)
            {
                marked.Append(content, outside, to - outside).Append('\n');
                outside = to;
            }
            else if (depth == 0 && Painting.Contains(name.ToString()))
            {
                paints = true;
            }
            operands = to;
        }
        Put(marked, content.AsSpan(outside), paints);
        return marked.ToString();
    }

    private static void Put(StringBuilder marked, ReadOnlySpan<char> content, bool paints)
    {
        marked.Append(paints ? "/Artifact BMC\n" : "").Append(content.TrimStart());
        if (marked.Length > 0 && marked[^1] != '\n')
        {
            marked.Append('\n');
        }
        marked.Append(paints ? "EMC\n" : "");
    }

    // Where operators stand: words that are no names, numbers, or parts of strings (ISO 32000-1 §7.8.2).
    private static IEnumerable<(int From, int To)> Operators(string content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '(')
            {
                i = EndOfString(content, i);
            }
            else if (content[i] == '/')
            {
                i = EndOfWord(content, i + 1) - 1;
            }
            else if (char.IsAsciiLetter(content[i]) || content[i] is '\'' or '"')
            {
                var end = EndOfWord(content, i);
                if (!IsHexadecimal(content, i))
                {
                    yield return (i, end);
                }
                i = end - 1;
            }
        }
    }

    // <0A1B> and not <</MCID 1>>: a word right behind a single bracket.
    private static bool IsHexadecimal(string content, int at)
    {
        while (at > 0 && char.IsAsciiHexDigit(content[at - 1]))
        {
            at--;
        }
        return at > 0 && content[at - 1] == '<';
    }

    private static int EndOfWord(string content, int at)
    {
        while (at < content.Length && !char.IsWhiteSpace(content[at]) && content[at] is not ('/' or '<' or '>' or '(' or '[' or ']'))
        {
            at++;
        }
        return at;
    }

    private static int EndOfString(string content, int at)
    {
        for (var depth = 0; at < content.Length; at++)
        {
            depth += content[at] == '(' ? 1 : content[at] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
            at += content[at] == '\\' ? 1 : 0;
        }
        return at;
    }

    [GeneratedRegex(@"/Length (\d+)\s*>>\s*stream\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
