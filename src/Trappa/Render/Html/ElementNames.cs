using AngleSharp.Html.Parser;

namespace Trappa.Render.Html;

/// <summary>What the names of elements mean to the pass (HTML, "Elements" and "Parsing HTML documents").</summary>
internal static class ElementNames
{
    /// <summary>Elements without end tag.</summary>
    public static bool IsVoid(ReadOnlySpan<char> name) => name is "area" or "base" or "br" or "col" or "embed" or "hr"
        or "img" or "input" or "link" or "meta" or "source" or "track" or "wbr";

    /// <summary>Elements whose text is not running text.</summary>
    public static bool IsKept(ReadOnlySpan<char> name) => name is "code" or "pre" or "kbd" or "samp" or "script"
        or "style" or "textarea" or "svg" or "math";

    /// <summary>Headings of the six levels.</summary>
    public static bool IsHeading(ReadOnlySpan<char> name) => name is ['h', >= '1' and <= '6'];

    /// <summary>How the text after the start tag is read.</summary>
    public static HtmlParseMode Mode(ReadOnlySpan<char> name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}
