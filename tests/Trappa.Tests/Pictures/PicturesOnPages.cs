using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using StbImageSharp;
using Trappa.Keeping;
using Trappa.Pictures;

namespace Trappa.Tests.Pictures;

/// <summary>What pages say of the guide's own pictures, and the sizes that are made of them.</summary>
public class PicturesOnPages
{
    private const string Sizes = "sizes=\"(min-width: 41em) 39em, 94vw\"";

    [Fact]
    public void A_photograph_is_there_in_the_sizes_that_pages_show()
    {
        using var guide = new PictureGuide("![Ett](bilder/foto.jpg)\n\n![Två](bilder/foto.jpg)", ("bilder/foto.jpg", Made.Photo(2000, 1500)));

        Assert.Equal(["bilder/foto.1440.jpg", "bilder/foto.480.jpg", "bilder/foto.960.jpg", "bilder/foto.jpg"], guide.Pictures);
        const string tag = "width=\"2000\" height=\"1500\" srcset=\"bilder/foto.480.jpg 480w, bilder/foto.960.jpg 960w, bilder/foto.1440.jpg 1440w\" " + Sizes;
        Assert.Equal([$"src=\"bilder/foto.960.jpg\" alt=\"Ett\" {tag}", $"src=\"bilder/foto.960.jpg\" alt=\"Två\" {tag} loading=\"lazy\" decoding=\"async\""], guide.Tags());
        foreach (var (path, width, height) in new[] { ("480", 480, 360), ("960", 960, 720), ("1440", 1440, 1080) }.Select(s => ($"bilder/foto.{s.Item1}.jpg", s.Item2, s.Item3)))
        {
            var copy = JpegDecoder.Decode(guide[path])!;
            Assert.Equal((width, height, 3), (copy.Width, copy.Height, copy.Channels));
        }
        Assert.Equal([], guide.Found);
    }

    [Fact]
    public void No_size_is_larger_than_the_picture()
    {
        using var guide = new PictureGuide("![Liten](a.jpg) ![Mitten](b.jpg)", ("a.jpg", Made.Photo(480, 300)), ("b.jpg", Made.Photo(1200, 900)));

        Assert.Equal(["a.jpg", "b.480.jpg", "b.960.jpg", "b.jpg"], guide.Pictures);
        Assert.Equal(
            [
                "src=\"a.jpg\" alt=\"Liten\" width=\"480\" height=\"300\"",
                $"src=\"b.960.jpg\" alt=\"Mitten\" width=\"1200\" height=\"900\" srcset=\"b.480.jpg 480w, b.960.jpg 960w, b.jpg 1200w\" {Sizes} loading=\"lazy\" decoding=\"async\"",
            ], guide.Tags());
    }

    [Fact]
    public void A_size_that_is_no_lighter_is_left_out()
    {
        // One colour: a palette of one bit, which the copy of three channels would not have.
        var small = PngFileOfOneColour(700, 500);
        using var guide = new PictureGuide("![Bild](bild.png)", ("bild.png", small));

        Assert.Equal(["bild.png"], guide.Pictures);
        Assert.Equal(["src=\"bild.png\" alt=\"Bild\" width=\"700\" height=\"500\""], guide.Tags());
    }

    [Fact]
    public void A_size_takes_no_other_files_name()
    {
        using var guide = new PictureGuide("![Ett](foto.jpg) ![Två](foto-480.jpg) ![Tre](foto.480.jpeg) ![Fyra](foto.png)",
            ("foto.jpg", Made.Photo(600, 400)), ("foto-480.jpg", Made.Photo(20, 20)), ("foto.480.jpeg", Made.Photo(30, 20)), ("foto.png", Made.Screen(600, 100)));

        Assert.Equal(["foto-480.jpeg", "foto-480.jpg", "foto.480.jpg", "foto.480.png", "foto.jpg", "foto.png"], guide.Pictures);
        Assert.Equal([], guide.Found);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Sizes_are_upright(int orientation)
    {
        using var guide = new PictureGuide("![Foto](foto.jpg)", ("foto.jpg", Made.With(Made.Photo(800, 600), (0xE1, Made.Exif(orientation, "Exif\0\0"u8)))));

        var copy = JpegDecoder.Decode(guide["foto.480.jpg"])!;
        Assert.Equal(orientation >= 5 ? (480, 640) : (480, 360), (copy.Width, copy.Height));
        // The white corner is the first of the file's lines and columns: Exif says where these are when it is upright.
        bool IsWhite(int x, int y) => copy.Data.AsSpan(((y * copy.Width) + x) * 3, 3) is [> 200, > 200, > 200];
        var (right, bottom) = (copy.Width - 20, copy.Height - 20);
        var corners = (IsWhite(20, 20), IsWhite(right, 20), IsWhite(20, bottom), IsWhite(right, bottom));
        Assert.Equal(orientation switch
        {
            1 or 5 => (true, false, false, false),
            2 or 6 => (false, true, false, false),
            4 or 8 => (false, false, true, false),
            _ => (false, false, false, true),
        }, (corners.Item1, corners.Item2, corners.Item3, corners.Item4));
    }

    [Fact]
    public void What_can_be_seen_through_stays_so_and_what_is_hidden_does_not_bleed()
    {
        // Left half clear, of a red that nobody sees; right half blue.
        var data = new byte[960 * 600 * 4];
        for (var i = 0; i < data.Length / 4; i++)
        {
            (data[4 * i], data[(4 * i) + 2], data[(4 * i) + 3]) = i % 960 < 481 ? ((byte)255, (byte)0, (byte)0) : ((byte)0, (byte)(250 + (i / 960 % 5)), (byte)255);
        }
        using var guide = new PictureGuide("![Bild](bild.png)", ("bild.png", PngEncoder.Encode(new(960, 600, 4, data))));

        var copy = ImageResult.FromMemory(guide["bild.480.png"]);
        Assert.Equal((480, 300, ColorComponents.RedGreenBlueAlpha), (copy.Width, copy.Height, copy.SourceComp));
        // Half of the pixel in the middle is blue: half as thick, and no red.
        Assert.Equal([(200, 0, 0), (240, 0, 128), (300, 0, 255)], new[] { 200, 240, 300 }.Select(x => (x, (int)copy.Data[((100 * 480) + x) * 4], (int)copy.Data[(((100 * 480) + x) * 4) + 3])));
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes_everywhere_and_a_PNG_the_same_pixels()
    {
        using var guide = new PictureGuide("![Foto](foto.jpg) ![Bild](bild.png)", ("foto.jpg", Made.Photo(1000, 300)), ("bild.png", Made.Screen(600, 400, 4)));

        // How a PNG is packed is the runtime's own; what it shows is ours.
        var all = string.Concat(guide.Pictures.Select(p => p
            + Convert.ToHexString(SHA256.HashData(p.EndsWith(".png", StringComparison.Ordinal) ? ImageResult.FromMemory(guide[p]).Data : guide[p])) + "\n"));

        // Written down: another machine, and another version of .NET, must make them too.
        Assert.Equal("F4C2E19273FCAE83", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16]);
    }

    [Fact]
    public void A_picture_that_is_the_same_is_not_made_again()
    {
        using var guide = new PictureGuide("![Foto](foto.jpg) ![Bild](bild.png)", ("foto.jpg", Made.Photo(600, 400)), ("bild.png", Made.Screen(600, 400))) { Kept = new Kept() };
        byte[] Array(string path) => MemoryMarshal.TryGetArray(guide.Result.Files.Single(f => f.Path == path).Bytes, out var array) ? array.Array! : [];
        var (photo, picture) = (Array("foto.480.jpg"), Array("bild.480.png"));

        guide.Write("content/index.md", "# Start\n\nNya ord. ![Foto](foto.jpg)\n"u8.ToArray());
        guide.Write("content/bild.png", Made.Screen(700, 400));
        guide.Build();

        Assert.Same(photo, Array("foto.480.jpg"));
        Assert.NotSame(picture, Array("bild.480.png"));
    }

    [Fact]
    public void Drawings_say_their_size_or_their_shape()
    {
        static byte[] Svg(string attributes) => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>\n<!-- Ritad -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}><path d=\"M0 0\"/></svg>");
        using var guide = new PictureGuide("![a](a.svg) ![b](b.svg) ![c](c.svg) ![d](d.svg) ![e](e.svg)",
            ("a.svg", Svg("width=\"120\" height=\"80px\"")), ("b.svg", Svg("viewBox=\"0 0 24 12\"")), ("c.svg", Svg("width=\"100%\"")),
            ("d.svg", Svg("width=\"50\" viewBox=\"0,0,10,20\"")), ("e.svg", Svg("width=\"10mm\" height=\"5mm\"")));

        Assert.Equal(["width=\"120\" height=\"80\"", "width=\"24\" height=\"12\"", "", "width=\"50\" height=\"100\"", ""],
            guide.Tags().Select(t => string.Join(' ', t.Split(' ').Where(a => a.StartsWith("width", StringComparison.Ordinal) || a.StartsWith("height", StringComparison.Ordinal)))));
        Assert.Equal([], guide.Found);
    }

    [Fact]
    public void What_a_template_says_of_a_picture_itself_stays()
    {
        using var guide = new PictureGuide("Text.", ("foto.jpg", Made.Photo(600, 400)));
        guide.Write("templates/partials/footer.html", [.. File.ReadAllBytes(Repository.PathOf("templates/partials/footer.html")), .. "<footer><img src='/foto.jpg' alt='Ett' width=99 sizes='5em' loading=eager decoding=sync><img src='/foto.jpg' alt='&quot;Två\"' srcset='/foto.480.jpg 1x'><img data-absolute src='/foto.jpg' alt></footer>\n"u8]);

        Assert.Equal(
            [
                "src=\"foto.jpg\" alt=\"Ett\" width=\"99\" sizes=\"5em\" loading=\"eager\" decoding=\"sync\"",
                "src=\"foto.jpg\" alt=\"&quot;Två&quot;\" srcset=\"foto.480.jpg 1x\" width=\"600\" height=\"400\" loading=\"lazy\" decoding=\"async\"",
                "src=\"/foto.jpg\" alt",
            ], guide.Tags());
    }

    [Fact]
    public void A_picture_in_the_HTML_of_a_text_is_shown_as_others_are()
    {
        using var guide = new PictureGuide("<img src=\"foto.jpg\" alt=\"Två &quot;2&quot;\">", ("foto.jpg", Made.Photo(600, 400)));
        guide.Write("content/site.yaml", "titel: Liten guide\nspråk: sv\nadress: https://exempel.se/\nhtml: ja\n"u8.ToArray());

        Assert.Equal([$"src=\"foto.jpg\" alt=\"Två &quot;2&quot;\" width=\"600\" height=\"400\" srcset=\"foto.480.jpg 480w, foto.jpg 600w\" {Sizes}"], guide.Tags());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pages_in_folders_find_all_sizes(bool isPortable)
    {
        using var guide = new PictureGuide("Text.", ("grunder/01-sida.md", "# Sida\n\n![Foto](bilder/foto.jpg)\n"u8.ToArray()), ("grunder/bilder/foto.jpg", Made.Photo(600, 400))) { Portable = isPortable };

        Assert.Equal([$"src=\"../bilder/foto.jpg\" alt=\"Foto\" width=\"600\" height=\"400\" srcset=\"../bilder/foto.480.jpg 480w, ../bilder/foto.jpg 600w\" {Sizes}"], guide.Tags("grunder/sida/index.html"));
        Assert.Equal([], guide.Found);
    }

    [Fact]
    public void Paper_has_the_largest_size_at_once()
    {
        using var guide = new PictureGuide("Text.", ("steg/01-a.md", "---\nnamn: A\ningress: Rad.\n---\n![Foto](../foto.jpg)\n\n![Foto](../foto.jpg)\n"u8.ToArray()), ("foto.jpg", Made.Photo(2000, 1500)));

        var handbook = guide.Result.Files.Select(f => f.Path).Single(p => p.EndsWith("handbok/index.html", StringComparison.Ordinal));
        Assert.Equal(2, guide.Tags(handbook).Count());
        Assert.All(guide.Tags(handbook), t => Assert.EndsWith("foto.1440.jpg\" alt=\"Foto\" width=\"2000\" height=\"1500\"", t, StringComparison.Ordinal));
    }

    [Fact]
    public void A_phone_keeps_one_size_of_what_is_on_its_pages()
    {
        using var guide = new PictureGuide("![Foto](foto.jpg) ![Film](film.gif) [Stor](stor.jpg)",
            ("foto.jpg", Made.Photo(1500, 400)), ("film.gif", Made.Gif("x", more: 400_000)), ("stor.jpg", Made.Photo(1500, 400)));

        var worker = Encoding.UTF8.GetString(guide["offline.js"]);
        Assert.Equal(["foto.960.jpg"], guide.Pictures.Where(p => worker.Contains($"[\"{p}\",", StringComparison.Ordinal)));
    }

    private static byte[] PngFileOfOneColour(int width, int height) =>
        Trappa.Render.Assets.PngFile.Write(new Trappa.Render.Assets.Picture(width, [new(height, [new(width, 0x336699FF)])]));
}
