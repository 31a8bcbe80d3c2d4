using System.Globalization;
using System.Text;
using AnyAscii;

namespace Trappa.Render.Search;

/// <summary>Marks over and under letters, which nobody must type to find a word.</summary>
internal static class Marks
{
    // Latin letters that are letters of their own, without a mark that Unicode takes off (UAX #15, canonical decomposition).
    private const string WithoutMark = "ĐđĦħıĸŁłŊŋØøŦŧſẜẝẟ";

    /// <summary>Whether it is a mark that is written apart from its letter.</summary>
    public static bool Is(Rune rune) => !rune.IsAscii
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// A text without its marks, as the script has it: å and ä are found as a, ö as o. Of letters in one piece with their mark
    /// those of Latin scripts; .NET has no decompositions without the system's tables of culture.
    /// </summary>
    public static string Off(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }
        var folded = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Where(r => !Is(r)))
        {
            folded.Append(Plain(rune));
        }
        return folded.ToString();
    }

    private static string Plain(Rune rune)
    {
        var letter = rune.ToString();
        return rune.Value is (>= 0xC0 and <= 0x17F) or (>= 0x1E00 and <= 0x1EFF) && !WithoutMark.Contains(letter, StringComparison.Ordinal)
            && letter.Transliterate() is { Length: 1 } plain ? plain : letter;
    }
}
