using System.Text;

namespace Trappa.Tests.Pictures;

/// <summary>Pictures that are not what they should be are told of where they are shown, with what to do about it.</summary>
public class RefusedPictures
{
    // What an iPhone writes, up to where the picture begins.
    private static readonly byte[] Heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 0];

    [Fact]
    public void A_picture_of_another_kind_than_its_name_says_is_to_be_renamed()
    {
        using var guide = new PictureGuide("Text.\n\nSe ![En dörr](bilder/dorr.jpg) där.\n\n![Igen](bilder/dorr.jpg)", ("bilder/dorr.jpg", Made.Png(4, 4)));

        Expect(guide, """
            content/index.md:5:15: fel TR011 dorr.jpg slutar på .jpg, men är i själva verket en bild av slaget PNG.
                Döp om filen så att den slutar på .png. Ändra också namnet i texten.

            """);
    }

    [Fact]
    public void A_picture_from_an_iPhone_saved_under_another_name_is_to_be_exported()
    {
        using var guide = new PictureGuide("![En dörr](dorr.jpg)", ("dorr.jpg", Heic));

        Expect(guide, """
            content/index.md:3:12: fel TR012 dorr.jpg slutar på .jpg, men är i själva verket HEIC. Det kan webbläsare inte visa som bild.
                Öppna filen i ett bildprogram och exportera den som JPEG (foto) eller PNG (teckning). Bilder från en iPhone är ofta HEIC: välj ”Mest kompatibla” i telefonen under Inställningar, Kamera, Format.

            """);
    }

    [Fact]
    public void A_picture_that_no_text_shows_is_told_of_by_its_file()
    {
        using var guide = new PictureGuide("Text.", ("bilder/Min dörr.PNG", "hej"u8.ToArray()));

        Assert.Equal(["content/bilder/Min dörr.PNG TR012"], guide.Found);
        Assert.Contains("Min dörr.PNG slutar på .png, men är i själva verket något annat än en bild.", Terminal.Check(guide.Path).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("II*\0", "TIFF")]
    [InlineData("MM\0*", "TIFF")]
    [InlineData("BM6", "BMP")]
    [InlineData("8BPS", "PSD")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\0\0\0\fJXL \r\n", "JPEG XL")]
    [InlineData("\0\0\0\fjP  \r\n", "JPEG 2000")]
    [InlineData("<!DOCTYPE html>\n<title>Bild</title>", "en webbsida")]
    [InlineData("<html><svg></svg></html>", "en webbsida")]
    [InlineData("\0\0\0\u0018ftypmp42\0\0\0\0isom", "något annat än en bild")]
    public void What_browsers_do_not_show_is_called_by_its_name(string content, string name)
    {
        using var guide = new PictureGuide("Text.", ("bild.jpg", Encoding.Latin1.GetBytes(content)));

        Assert.Equal(["content/bild.jpg TR012"], guide.Found);
        Assert.Contains($"men är i själva verket {name}.", Terminal.Check(guide.Path).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b.jpeg", "TR011")]
    [InlineData("b.gif", "TR011")]
    [InlineData("b.webp", "TR011")]
    [InlineData("b.avif", "TR011")]
    [InlineData("b.svg", "TR011")]
    [InlineData("b.png", "")]
    public void What_counts_is_what_is_in_the_file(string name, string code)
    {
        using var guide = new PictureGuide("Text.", (name, Made.Png(4, 4)));

        Assert.Equal(code, string.Join(' ', guide.Result.Diagnostics.Select(d => d.Code.Id)));
    }

    [Fact]
    public void A_broken_picture_is_to_be_fetched_again()
    {
        var photo = Made.Jpeg(64, 48);
        using var guide = new PictureGuide("![En dörr](dorr.jpg)", ("dorr.jpg", photo[..(photo.Length / 2)]));

        Expect(guide, """
            content/index.md:3:12: fel TR013 dorr.jpg är trasig och går inte att visa.
                Hämta bilden en gång till därifrån den kom. Går den att öppna i ett bildprogram? Spara den då på nytt därifrån.

            """);
    }

    public static TheoryData<string, string> Broken()
    {
        var (jpeg, png, gif) = (Made.Jpeg(64, 48), Made.Png(40, 30), Made.Gif("x"));
        var (webp, avif, svg) = (Made.Webp(4, 4), Made.Avif(4, 4, "exif"), "<svg xmlns='http://www.w3.org/2000/svg'><g></g></svg>"u8.ToArray());
        // The scan's own bytes are gone, all else is there: only decoding shows it.
        byte[] hollow = [.. jpeg[..^(jpeg.Length / 6)], 0xFF, 0xD9];
        byte[] changed = [.. png];
        changed[60] ^= 1;
        byte[] zero = [.. jpeg];
        zero[FrameAt(jpeg) + 5] = zero[FrameAt(jpeg) + 6] = 0;
        return new(new (string, byte[])[]
        {
            ("tom.jpg", []), ("halv.jpg", jpeg[..^40]), ("bara-borjan.jpg", jpeg[..3]), ("ihalig.jpg", hollow), ("noll.jpg", zero),
            ("halv.png", png[..^12]), ("andrad.png", changed), ("bara-borjan.png", png[..8]), ("noll.png", Header(png, 0, 30)),
            ("for-lite.png", Header(png, 40, 31)), ("halv.gif", gif[..^1]), ("bara-borjan.gif", gif[..20]), ("halv.webp", webp[..^2]),
            ("halv.avif", avif[..^2]), ("bara-borjan.avif", avif[..40]), ("halv.svg", svg[..^3]),
        }.Select(b => new TheoryDataRow<string, string>(b.Item1, Convert.ToBase64String(b.Item2))));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Every_kind_of_broken_picture_is_told(string name, string base64)
    {
        using var guide = new PictureGuide("Text.", (name, Convert.FromBase64String(base64)));

        Assert.Equal([$"content/{name} TR013"], guide.Found);
        Assert.Empty(guide.Result.Files);
    }

    [Fact]
    public void More_pixels_than_a_memory_holds_are_told_and_not_decoded()
    {
        using var guide = new PictureGuide("![En dörr](dorr.png)", ("dorr.png", Header(Made.Png(4, 4), 200_000, 100_000)));

        Expect(guide, """
            content/index.md:3:12: fel TR014 dorr.png är 200000 × 100000 bildpunkter. Fler än 50 miljoner kan inte visas.
                Öppna bilden i ett bildprogram och gör den mindre. 3000 bildpunkter på bredden räcker gott.

            """);
    }

    [Theory]
    [InlineData("b.jpg")]
    [InlineData("b.gif")]
    [InlineData("b.webp")]
    [InlineData("b.avif")]
    public void The_same_goes_for_each_kind_by_what_its_head_says(string name)
    {
        var jpeg = Made.Jpeg(16, 16);
        jpeg.AsSpan(FrameAt(jpeg) + 5, 4).Fill(0xFF);
        var gif = Made.Gif("x");
        gif.AsSpan(6, 4).Fill(0xFF);
        using var guide = new PictureGuide("Text.", (name, name switch
        {
            "b.jpg" => jpeg,
            "b.gif" => gif,
            "b.webp" => Made.Webp(16_000, 16_000),
            _ => Made.Avif(60_000, 60_000, ""),
        }));

        Assert.Equal([$"content/{name} TR014"], guide.Found);
    }

    [Fact]
    public void A_picture_that_is_heavy_for_readers_is_told()
    {
        using var guide = new PictureGuide("![En dörr](dorr.gif)", ("dorr.gif", Made.Gif("x", more: 400_000)));

        Expect(guide, """
            content/index.md:3:12: varning TR015 dorr.gif väger 391 kB för den som läser. Över 300 kB tar lång tid på en telefon.
                Är det ett foto? Spara det som JPEG, då görs mindre storlekar av sig själva. Rör sig bilden? Gör den kortare och mindre, eller använd en stillbild.

            """, 0);
    }

    [Fact]
    public void One_that_no_text_shows_is_published_too_and_told_of_by_its_file()
    {
        using var guide = new PictureGuide("Text.", ("dorr.gif", Made.Gif("x", more: 400_000)));

        Assert.Equal(["content/dorr.gif TR015"], guide.Found);
    }

    [Fact]
    public void What_counts_is_the_size_that_a_page_fetches()
    {
        var photo = Made.Photo(2400, 1800);
        Assert.InRange(photo.Length, 400_000, int.MaxValue);
        using var guide = new PictureGuide("![Ett foto](foto.jpg)", ("foto.jpg", photo));

        Assert.Equal([], guide.Found);
    }

    // Where the frame's length stands in a JPEG that we made.
    private static int FrameAt(byte[] jpeg) => jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);

    // The same PNG with another size in its header, and a checksum that fits.
    private static byte[] Header(byte[] png, int width, int height)
    {
        using var header = new MemoryStream();
        byte[] data = [.. png[16..29]];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(data, width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        Trappa.Render.Assets.PngFile.Chunk(header, "IHDR"u8, data);
        return [.. png[..8], .. header.ToArray(), .. png[33..]];
    }

    private static void Expect(PictureGuide guide, string told, int code = 1)
    {
        var ran = Terminal.Check(guide.Path);
        Assert.Equal(told, ran.Error);
        Assert.Equal(code, ran.ExitCode);
    }
}
