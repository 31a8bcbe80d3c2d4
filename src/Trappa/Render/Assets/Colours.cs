namespace Trappa.Render.Assets;

/// <summary>
/// The style sheet's light colours, for what no style sheet reaches: the manifest and pictures of pages. Read from
/// its tokens, so that a designer changes a colour in one place.
/// </summary>
/// <param name="Paper">0xRRGGBB behind all.</param>
/// <param name="Tint">0xRRGGBB of steps that are not the reader's.</param>
/// <param name="Accent">0xRRGGBB of the reader's step.</param>
internal sealed record Colours(uint Paper, uint Tint, uint Accent)
{
    /// <summary>The colours that <c>--paper</c>, <c>--tint</c> and <c>--accent</c> have where they stand first.</summary>
    public static Colours From(string style) => new(
        Token(style, "--paper") ?? 0xFFFCF7,
        Token(style, "--tint") ?? 0xEDD0C5,
        Token(style, "--accent") ?? 0x8E1022);

    private static uint? Token(string style, string name)
    {
        var mark = name + ":#";
        for (var at = style.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = style.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            var digits = string.Concat(style.Skip(at + mark.Length).TakeWhile(char.IsAsciiHexDigit));
            if ((at == 0 || style[at - 1] is '{' or ';' or ' ') && HexColour.Parse(digits) is { } colour)
            {
                return colour;
            }
        }
        return null;
    }
}
