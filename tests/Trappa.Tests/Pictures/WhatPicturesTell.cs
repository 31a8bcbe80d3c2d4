using System.Text;
using Trappa.Pictures;

namespace Trappa.Tests.Pictures;

/// <summary>Nothing that is published says where a picture was taken, when, by whom or with what.</summary>
public class WhatPicturesTell
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(Made.Secret);

    // What a profile of colours looks like to those who do not read it.
    private static readonly byte[] Profile = [.. "ICC_PROFILE\0"u8, 1, 1, .. Enumerable.Range(0, 200).Select(i => (byte)i)];

    [Fact]
    public void A_JPEG_keeps_its_picture_and_its_colours_only()
    {
        var plain = Made.Photo(1000, 750);
        byte[] told =
        [
            .. Made.With(plain, (0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 1, 1, 1, 2, 3]), (0xE0, [.. "JFXX\0"u8, .. Secret]),
                (0xE1, Made.Exif(1, "Exif\0\0"u8)), (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret]), (0xE2, Profile), (0xE2, [.. "MPF\0"u8, .. Secret]),
                (0xED, [.. "Photoshop 3.0\0"u8, .. Secret]), (0xEE, [.. "Adobe\0"u8, 100, 0, 0, 0, 0, 1]), (0xEF, Secret), (0xFE, Secret)),
            // Phones put further pictures after the end.
            .. Made.With(Made.Jpeg(8, 8), (0xE1, Made.Exif(1, "Exif\0\0"u8))),
        ];
        using var guide = new PictureGuide("![Foto](foto.jpg)", ("foto.jpg", told));

        Assert.Equal(["foto.480.jpg", "foto.960.jpg", "foto.jpg"], guide.Pictures);
        NothingTells(guide);
        Assert.Equal(Made.With(plain, (0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 0, 0]), (0xE2, Profile), (0xEE, [.. "Adobe\0"u8, 100, 0, 0, 0, 0, 1])), guide["foto.jpg"]);
        Assert.All(guide.Pictures, p => Assert.NotEqual(-1, guide[p].AsSpan().IndexOf(Profile)));
    }

    [Fact]
    public void A_PNG_keeps_its_picture_and_its_colours_only()
    {
        var plain = Made.Screen(1300, 200);
        (string, byte[]) profile = ("iCCP", [.. "icc\0\0"u8, 1, 2, 3]);
        byte[] told = [.. Made.WithChunks(plain, profile, ("tEXt", Secret), ("iTXt", Secret), ("zTXt", Secret), ("eXIf", Made.Exif(1)), ("tIME", [7, 232, 5, 1, 12, 0, 0]), ("caBX", Secret)), .. Secret];
        using var guide = new PictureGuide("![Bild](bild.png)", ("bild.png", told));

        Assert.Equal(["bild.480.png", "bild.960.png", "bild.png"], guide.Pictures);
        NothingTells(guide);
        Assert.Equal(Made.WithChunks(plain, profile), guide["bild.png"]);
        Assert.All(guide.Pictures, p => Assert.NotEqual(-1, guide[p].AsSpan().IndexOf("iCCP"u8)));
    }

    [Fact]
    public void A_WebP_keeps_its_picture_only()
    {
        using var guide = new PictureGuide("![Bild](bild.webp)", ("bild.webp", Made.Webp(30, 20, ("ICCP", [1, 2, 3]), ("EXIF", Made.Exif(1)), ("XMP ", Secret))));

        NothingTells(guide);
        var plain = Made.Webp(30, 20, ("ICCP", [1, 2, 3]));
        plain[20] = 0;
        Assert.Equal(plain, guide["bild.webp"]);
    }

    [Fact]
    public void An_AVIF_has_zeros_where_it_told()
    {
        var told = Made.Avif(30, 20, Made.Secret);
        using var guide = new PictureGuide("![Bild](bild.avif)", ("bild.avif", told));

        NothingTells(guide);
        Assert.Equal([.. told[..^Secret.Length], .. new byte[Secret.Length]], guide["bild.avif"]);
        Assert.Equal(["src=\"bild.avif\" alt=\"Bild\" width=\"30\" height=\"20\""], guide.Tags());
    }

    [Fact]
    public void A_GIF_keeps_how_often_it_plays_but_no_words()
    {
        using var guide = new PictureGuide("![Bild](bild.gif)", ("bild.gif", Made.Gif(Made.Secret)));

        NothingTells(guide);
        Assert.NotEqual(-1, guide["bild.gif"].AsSpan().IndexOf("NETSCAPE2.0"u8));
        Assert.Equal(["src=\"bild.gif\" alt=\"Bild\" width=\"2\" height=\"1\""], guide.Tags());
    }

    [Fact]
    public void A_picture_of_an_old_edition_tells_no_more()
    {
        using var guide = new PictureGuide("![Foto](foto.jpg)", ("foto.jpg", Made.With(Made.Photo(1000, 750), (0xE1, Made.Exif(6, "Exif\0\0"u8)))));
        guide.Write("content/site.yaml", "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\nutgåva:\n  namn: april 2024\n  månad: 2024-04\n"u8.ToArray());
        Assert.Equal(0, Terminal.Run("edition", "new", "2024-05", guide.Path, "--date", "2024-05-01").ExitCode);

        Assert.Equal(["2024-04/foto.480.jpg", "2024-04/foto.jpg", "foto.480.jpg", "foto.jpg"], guide.Pictures);
        NothingTells(guide);
        Assert.Equal(guide.Tags(), guide.Tags("2024-04/index.html"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Which_way_up_a_picture_is_stays(bool isBig)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Made.Exif(6, isBig)];
        using var guide = new PictureGuide("![Foto](foto.jpg)\n\n![Bild](bild.png)\n\n![Tredje](tredje.webp)",
            ("foto.jpg", Made.With(Made.Photo(600, 500), (0xE1, exif))), ("bild.png", Made.WithChunks(Made.Png(30, 20), ("eXIf", Made.Exif(6, isBig)))),
            ("tredje.webp", Made.Webp(30, 20, ("EXIF", Made.Exif(6, isBig)))));

        NothingTells(guide);
        Assert.Equal(
            [
                "src=\"foto.jpg\" alt=\"Foto\" width=\"500\" height=\"600\" srcset=\"foto.480.jpg 480w, foto.jpg 500w\" sizes=\"(min-width: 41em) 39em, 94vw\"",
                "src=\"bild.png\" alt=\"Bild\" width=\"20\" height=\"30\" loading=\"lazy\" decoding=\"async\"",
                "src=\"tredje.webp\" alt=\"Tredje\" width=\"20\" height=\"30\" loading=\"lazy\" decoding=\"async\"",
            ], guide.Tags());
        Assert.All(new[] { "foto.jpg", "bild.png", "tredje.webp" }, p => Assert.NotEqual(-1, guide[p].AsSpan().IndexOf(Orientation.Only(6))));
    }

    private static void NothingTells(PictureGuide guide)
    {
        Assert.Equal([], guide.Found);
        Assert.All(guide.Result.Files, f => Assert.True(f.Bytes.Span.IndexOf("GPS 59"u8) < 0 && f.Bytes.Span.IndexOf("Anna"u8) < 0, f.Path));
    }
}
