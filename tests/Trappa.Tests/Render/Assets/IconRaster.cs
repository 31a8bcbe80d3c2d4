using System.Buffers.Binary;
using System.Collections.Immutable;
using CsCheck;
using Trappa.Render.Assets;

namespace Trappa.Tests.Render.Assets;

public class IconRaster
{
    private const uint Red = 0x8E1022FF, White = 0xFFFFFFFF, Nothing = 0;

    private const string Icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
          <title>One step</title>
          <rect width="64" height="64" rx="8" fill="#8e1022"/>
          <rect x="16" y="32" width="32" height="16" fill="#fff"/>
        </svg>
        """;

    [Theory]
    [InlineData(192)]
    [InlineData(512)]
    [InlineData(180)]
    [InlineData(32)]
    [InlineData(64)]
    public void An_icon_is_drawn_at_every_size(int size)
    {
        var png = Drawn(Icon, size);
        Assert.Equal((size, size), (png.Width, png.Height));
        Assert.Equal(Red, png[0, 0]);
        Assert.Equal(Red, png[size - 1, size - 1]);
        Assert.Equal(White, png[size / 2, size * 5 / 8]);
        Assert.Equal(Red, png[size / 2, size / 4]);
        Assert.Equal(size * size / 8, png.Pixels.Count(p => p == White));
    }

    [Fact]
    public void An_edge_within_a_pixel_is_smoothed_by_what_it_covers()
    {
        var png = Drawn(Svg("""<rect width="4" height="4" fill="#000"/><rect x="1.5" y="1" width="1.25" height="2" fill="#fff"/>""", 4), 4);
        Assert.Equal([0x000000FF, 0x808080FF, 0xBFBFBFFF, 0x000000FF], png.Pixels[4..8]);
        Assert.Equal([0x000000FF, 0x000000FF, 0x000000FF, 0x000000FF], png.Pixels[12..16]);
    }

    [Fact]
    public void What_is_not_covered_is_transparent_unless_there_is_a_ground()
    {
        var drawing = SvgDrawing.Read(Svg("""<rect x="1" y="1" width="2" height="2.5" fill="#fff"/>""", 4))!;
        Assert.Null(drawing.Ground);
        var open = DecodedPng.Read(PngFile.Write(drawing.Paint(4, 4)));
        Assert.Equal((Nothing, White, 0xFFFFFF80u), (open[0, 0], open[1, 1], open[1, 3]));
        var closed = DecodedPng.Read(PngFile.Write(drawing.Paint(4, 4, ground: 0x112233)));
        Assert.Equal((0x112233FFu, White), (closed[0, 0], closed[1, 1]));
        Assert.All(closed.Pixels, p => Assert.Equal(0xFFu, p & 0xFF));
    }

    [Fact]
    public void A_drawing_that_is_not_square_is_whole_and_in_the_middle()
    {
        const string wide = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 -5 8 4"><rect x="10" y="-5" width="8" height="4" fill="#fff"/></svg>""";
        var png = Drawn(wide, 8);
        Assert.Equal(Enumerable.Range(0, 8).Select(y => y is >= 2 and < 6 ? White : Nothing), Enumerable.Range(0, 8).Select(y => png[0, y]));
    }

    [Fact]
    public void A_mask_gets_a_margin_in_the_colour_of_the_ground()
    {
        var (assets, _) = SiteAssets.From(Templates(("assets/icon.svg", Icon)));
        var png = DecodedPng.Read(File(assets, "/assets/icon-maskable.png"));
        Assert.Equal((512, 512), (png.Width, png.Height));
        Assert.Equal(Red, png[0, 0]);
        // A quarter to three quarters of four fifths.
        var white = Enumerable.Range(0, 512).Where(x => png[x, 300] == White).ToArray();
        Assert.Equal((154, 357), (white[0], white[^1]));
    }

    [Fact]
    public void A_home_screen_gets_no_transparency()
    {
        var (assets, _) = SiteAssets.From(Templates(
            ("assets/css/1.css", ":root { --paper: #abcdef }"), ("assets/icon.svg", Svg("""<rect x="1" width="2" height="4" fill="#000"/>""", 4))));
        var touch = DecodedPng.Read(File(assets, "/assets/touch-icon.png"));
        Assert.Equal((180, 0xABCDEFFFu, 0x000000FFu), (touch.Width, touch[0, 0], touch[90, 90]));
        Assert.Equal(Nothing, DecodedPng.Read(File(assets, "/assets/icon-192.png"))[0, 0]);
    }

    [Fact]
    public void Browsers_that_ask_for_favicon_ico_get_a_PNG_in_it()
    {
        var (assets, _) = SiteAssets.From(Templates(("assets/icon.svg", Icon)));
        var file = assets.Files.Single(f => f.Path == "favicon.ico").Bytes.Span;
        Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0], file[..14].ToArray());
        Assert.Equal((file.Length - 22, 22), (BinaryPrimitives.ReadInt32LittleEndian(file[14..]), BinaryPrimitives.ReadInt32LittleEndian(file[18..])));
        Assert.Equal(32, DecodedPng.Read(file[22..]).Width);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not XML <")]
    [InlineData("<svg viewBox='0 0 4 4'><rect width='4' height='4' fill='#fff'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect width='4' height='4' fill='#fff'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 4'><rect width='4' height='4' fill='#fff'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 NaN 4'><rect width='4' height='4' fill='#fff'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4' opacity='0.5'><rect width='4' height='4' fill='#fff'/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><rect width='4' height='4' fill='#fff'/></svg>")]
    public void A_picture_that_is_no_plain_SVG_is_not_drawn(string svg) => Assert.Null(SvgDrawing.Read(svg));

    [Theory]
    [InlineData("<circle r='2' fill='#fff'/>")]
    [InlineData("<g><rect width='4' height='4' fill='#fff'/></g>")]
    [InlineData("<style>rect{fill:red}</style><rect width='4' height='4' fill='#fff'/>")]
    [InlineData("<rect width='4' height='4'/>")]
    [InlineData("<rect width='4' height='4' fill='white'/>")]
    [InlineData("<rect width='4' height='4' fill='#ffff'/>")]
    [InlineData("<rect width='4' height='4' fill='#ggg'/>")]
    [InlineData("<rect width='50%' height='4' fill='#fff'/>")]
    [InlineData("<rect width='4px' height='4' fill='#fff'/>")]
    [InlineData("<rect width='-4' height='4' fill='#fff'/>")]
    [InlineData("<rect width='4' height='Infinity' fill='#fff'/>")]
    [InlineData("<rect width='4' height='4' fill='#fff' transform='rotate(9)'/>")]
    [InlineData("<rect width='4' height='4' fill='#fff' style='fill:red'/>")]
    [InlineData("<rect width='4' height='4' fill='#fff'><animate attributeName='x'/></rect>")]
    [InlineData("")]
    public void Anything_but_rectangles_in_solid_colours_is_not_drawn(string shapes) =>
        Assert.Null(SvgDrawing.Read(Svg(shapes, 4)));

    [Fact]
    public void An_icon_that_cannot_be_drawn_is_a_warning_and_the_pictures_are_left_out()
    {
        var (assets, diagnostics) = SiteAssets.From(Templates(("assets/icon.svg", Svg("<circle r='2' fill='#fff'/>", 4))));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("TR420", Trappa.Diagnostics.Severity.Warning, "templates/assets/icon.svg"),
            (diagnostic.Code.Id, diagnostic.Code.Severity, diagnostic.Place.ToString()));
        Assert.False(assets.HasPictures);
        Assert.Equal(["/assets/icon.svg", "/assets/site.js"], assets.Names.Keys.Order());
    }

    [Fact]
    public void Any_picture_comes_back_from_its_PNG_as_it_was()
    {
        var runs = Gen.Select(Gen.Int[1, 300], Gen.OneOf(Gen.Const(0xFFFFFFFFu), Gen.Const(0u), Gen.UInt[0, 20].Select(i => i * 0x01030509), Gen.UInt), (length, rgba) => new Run(length, rgba));
        Gen.Select(Gen.Int[1, 400], Gen.Select(Gen.Int[0, 700], runs.Array[1, 12]).Array[1, 12])
            .Sample((width, drawn) =>
            {
                var picture = new Picture(width, [.. drawn.Where(b => b.Item1 > 0).Select(b => new Band(b.Item1, Fitted(b.Item2, width)))]);
                Assert.Equal(
                    picture.Bands.SelectMany(b => Enumerable.Repeat(b.Runs.SelectMany(r => Enumerable.Repeat(r.Rgba, r.Length)), b.Lines).SelectMany(l => l)),
                    DecodedPng.Read(PngFile.Write(picture)).Pixels);
            }, iter: 25);

        static ImmutableArray<Run> Fitted(Run[] runs, int width)
        {
            var fitted = ImmutableArray.CreateBuilder<Run>();
            for (var (left, i) = (width, 0); left > 0; i++)
            {
                var run = runs[i % runs.Length];
                fitted.Add(run with { Length = Math.Min(run.Length, left) });
                left -= run.Length;
            }
            return fitted.ToImmutable();
        }
    }

    [Fact]
    public void More_colours_than_a_palette_holds_are_true_colour()
    {
        var picture = new Picture(300, [new(2, [.. Enumerable.Range(0, 300).Select(i => new Run(1, ((uint)i * 0x00010203) | 0x80))])]);
        var png = DecodedPng.Read(PngFile.Write(picture));
        Assert.Equal(6, png.ColourType);
        Assert.Equal(picture.Bands[0].Runs.Select(r => r.Rgba), png.Pixels[300..]);
    }

    private static DecodedPng Drawn(string svg, int size) => DecodedPng.Read(PngFile.Write(SvgDrawing.Read(svg)!.Paint(size, size)));

    private static string Svg(string shapes, int size) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\">{shapes}</svg>";

    private static ReadOnlySpan<byte> File(SiteAssets assets, string name) =>
        assets.Files.Single(f => "/" + f.Path == assets.Names[name]).Bytes.Span;

    internal static ImmutableSortedDictionary<string, string> Templates(params ReadOnlySpan<(string Path, string Text)> files) =>
        files.ToArray().ToImmutableSortedDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
}
