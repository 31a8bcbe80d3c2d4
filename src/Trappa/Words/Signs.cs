namespace Trappa.Words;

/// <summary>Signs that programs for letters leave behind in a text.</summary>
internal static class Signs
{
    /// <summary>Soft hyphen, zero-width space, word joiner: nothing shows, and the word is another.</summary>
    public static bool IsInvisible(char sign) => sign is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>A space that is none of the usual ones: no-break, em, thin, ideographic, tab, line separators.</summary>
    public static bool IsOddSpace(char sign) => sign is '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029'
        or '\u202F' or '\u205F' or '\u3000' or '\t' or '\v' or '\f' or '\u0085';

    /// <summary>A space that keeps the digits of a number together (10 000), and so is meant.</summary>
    public static bool IsSpaceOfNumbers(char sign) => sign is '\u00A0' or '\u202F' or '\u2009';

    /// <summary>A bullet as programs for letters write it; U+F0B7 is what is left of the Symbol font's.</summary>
    public static bool IsBullet(char sign) => sign is '•' or '‣' or '◦' or '▪' or '●' or '·' or '\uF0B7' or '\uF0A7';

    /// <summary>A hyphen that never or always breaks.</summary>
    public static bool IsOddHyphen(char sign) => sign is '\u2010' or '\u2011';

    /// <summary>A double quotation mark of any kind.</summary>
    public static bool IsQuotationMark(char sign) => sign is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '\u301D' or '\u301E' or '＂';

    /// <summary>What people write where an apostrophe is meant.</summary>
    public static bool IsOddApostrophe(char sign) => sign is '\'' or '´' or '‘' or '′' or '\u02BC' or '＇';

    // The letters of Latin-1 that are made of two (Unicode Standard Annex 15): the system's own composing works on
    // machines with its language data alone.
    private const string Whole = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ";
    private const string Bases = "AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy";
    private const string Accents =
        "\u0300\u0301\u0302\u0303\u0308\u030A\u0327\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308\u0303\u0300\u0301\u0302\u0303\u0308\u0300\u0301\u0302\u0308\u0301"
        + "\u0300\u0301\u0302\u0303\u0308\u030A\u0327\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308\u0303\u0300\u0301\u0302\u0303\u0308\u0300\u0301\u0302\u0308\u0301\u0308";

    /// <summary>A letter and the accent after it as one sign, as every keyboard writes it; null where they are none.</summary>
    public static char? Composed(char letter, char accent)
    {
        for (var i = 0; i < Whole.Length; i++)
        {
            if (Bases[i] == letter && Accents[i] == accent)
            {
                return Whole[i];
            }
        }
        return null;
    }

    /// <summary>Letters that typesetting has drawn together, apart; null for all other signs.</summary>
    public static string? Ligature(char sign) => sign switch
    {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        _ => null,
    };
}
