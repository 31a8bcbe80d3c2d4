using CsCheck;

namespace Trappa.Tests.Render.Html;

public class Typesetting
{
    // A bar stands for a soft hyphen, a tilde for a no-break space.
    [Theory]
    [InlineData("lokalföreningen", "lokal|föreningen")]
    [InlineData("Lokalföreningen.", "Lokal|föreningen.")]
    [InlineData("ENGAGEMANGSTRAPPAN", "ENGAGE|MANGS|TRAPPAN")]
    [InlineData("till lokalföreningen, engagemangstrappan", "till lokal|föreningen, engage|mangs|trappan")]
    [InlineData("lokalföreningens", "lokalföreningens")]
    [InlineData("xlokalföreningen", "xlokalföreningen")]
    [InlineData("&lokalföreningen;", "&lokalföreningen;")]
    [InlineData("6 maj 2024", "6~maj~2024")]
    [InlineData("i april 2024.", "i april~2024.")]
    [InlineData("(6 maj)", "(6~maj)")]
    [InlineData("Steg 3 av 8", "Steg~3 av 8")]
    [InlineData("§ 4", "§~4")]
    [InlineData("10 %, 1,5 km", "10~%, 1,5~km")]
    [InlineData("3–5 kr", "3–5~kr")]
    [InlineData("kl. 18", "kl.~18")]
    [InlineData("117 56 Stockholm", "117~56 Stockholm")]
    [InlineData("10 000 kr", "10~000~kr")]
    [InlineData("år 2024. Maj är", "år 2024. Maj är")]
    [InlineData("2024 personer", "2024 personer")]
    [InlineData("6 6 6", "6 6 6")]
    [InlineData("steg för steg", "steg för steg")]
    [InlineData("6\nmaj", "6\nmaj")]
    [InlineData(" 6 ", " 6 ")]
    [InlineData("", "")]
    public void Words_and_numbers_keep_together_as_they_should(string text, string expected) =>
        Assert.Equal(expected.Replace('|', '\u00AD').Replace('~', '\u00A0'), PassOn.Text(text));

    [Fact]
    public void The_letters_never_change() => Texts.Sample(text =>
        Assert.Equal(text, PassOn.Text(text).Replace("\u00AD", "", StringComparison.Ordinal).Replace('\u00A0', ' ')));

    [Fact]
    public void Text_that_is_set_stays() => Texts.Sample(text =>
    {
        var once = PassOn.Text(text);
        Assert.Equal(once, PassOn.Text(once));
    });

    private static Gen<string> Texts { get; } = Gen.OneOf<string>(
        Gen.OneOf("lokalföreningen", "Engagemangstrappan", "6", "117", "56", "maj", "2024", "steg", "kl.", "%", "§", " ", " ",
            "\n", "&", ";", ".", "(", "å", "a\u030A", "\U0001F333"),
        Gen.String[Gen.Char[' ', '\u009F'], 0, 5]).Array[0, 20].Select(string.Concat);
}
