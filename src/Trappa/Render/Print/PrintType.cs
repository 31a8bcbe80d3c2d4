namespace Trappa.Render.Print;

/// <summary>The type that print text is set in: what is measured and what the style sheet says.</summary>
internal static class PrintType
{
    /// <summary>The font that print text is measured for, by its names on several systems.</summary>
    public const string Family = "Arial,\"Liberation Sans\",Arimo,Helvetica,sans-serif";

    /// <summary>
    /// Arial and what has its advance widths, without anything that moves letters; advance widths are not rounded to
    /// pixels (<c>geometricPrecision</c>).
    /// </summary>
    public const string Css =
        "font-family:" + Family + ";font-kerning:none;font-variant-ligatures:none;"
        + "font-feature-settings:normal;text-rendering:geometricPrecision;text-wrap:wrap;hyphens:manual;overflow-wrap:normal;"
        + "letter-spacing:0;word-spacing:0";
}
