using System.Security.Cryptography;
using Trappa.Render;
using Trappa.Render.Assets;
using Trappa.Render.Files;
using Trappa.Tests.Render.Assets;

namespace Trappa.Tests.Render.Files;

public class StaircasePictures
{
    private const uint Paper = 0xFFFFFFFF, Tint = 0xCCCCCCFF, Accent = 0x880000FF;
    private static readonly Colours Plain = new(0xFFFFFF, 0xCCCCCC, 0x880000);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(30)]
    [InlineData(200)]
    public void Blocks_rise_evenly_within_the_box_whatever_their_number(int count)
    {
        var blocks = Staircase.Blocks(count, fromRight: false);
        Assert.Equal(Enumerable.Range(1, count), blocks.Select(b => b.Number));
        Assert.Equal(0, blocks[0].X);
        Assert.Equal(Staircase.Width, blocks[^1].X + blocks[^1].Width, 6);
        Assert.Equal(16, blocks[^1].Y, 6);
        Assert.All(blocks, b => Assert.Equal(Staircase.Height, b.Y + b.Height, 6));
        Assert.All(blocks.Zip(blocks.Skip(1)), p =>
        {
            Assert.True(p.Second.X > p.First.X + p.First.Width, "a gap");
            Assert.True(p.First.Width > 3 * (p.Second.X - p.First.X - p.First.Width), "that is small");
            Assert.Equal(blocks[0].Height, p.Second.Height - p.First.Height, 6);
        });
        Assert.Equal(blocks.Select(b => b.Height), Staircase.Blocks(count, fromRight: true).OrderByDescending(b => b.X).Select(b => b.Height));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(8, 3)]
    [InlineData(30, 30)]
    [InlineData(40, 17)]
    public void A_shared_page_shows_its_step_filled_among_the_others(int count, int current)
    {
        var png = DecodedPng.Read(OpenGraph.Png(count, current, fromRight: false, Plain));
        Assert.Equal((1200, 630), (png.Width, png.Height));
        Assert.Equal([Accent, Tint, Paper], png.Pixels.Distinct().Order());
        // Just above the ground: every block, each one colour, with paper between.
        var blocks = Blocks(png, 530);
        Assert.Equal(Enumerable.Range(1, count).Select(i => i == current ? Accent : Tint), blocks.Select(b => b.Colour));
        Assert.InRange(blocks.Max(b => b.Length) - blocks.Min(b => b.Length), 0, 1);
        Assert.Equal((90, 1110), (blocks[0].From, blocks[^1].From + blocks[^1].Length));
    }

    [Fact]
    public void The_guides_own_picture_is_filled_throughout_and_a_guide_from_right_to_left_rises_leftwards()
    {
        Assert.All(Blocks(DecodedPng.Read(OpenGraph.Png(8, null, false, Plain)), 530), b => Assert.Equal(Accent, b.Colour));
        var mirrored = DecodedPng.Read(OpenGraph.Png(8, 8, fromRight: true, Plain));
        Assert.Equal((Accent, Paper), (mirrored[100, 100], mirrored[1100, 100]));
        Assert.Single(Blocks(DecodedPng.Read(OpenGraph.Png(0, null, false, Plain)), 530));
    }

    [Fact]
    public void A_picture_is_small_and_its_bytes_are_known_whatever_the_platform()
    {
        var png = OpenGraph.Png(8, 3, fromRight: false, Plain);
        Assert.InRange(png.Length, 1, 2500);
        Assert.Equal("d3178e9a445e967fa1a98b8a665f62bb9f546694c4a816582c73545153434a3c", Convert.ToHexStringLower(SHA256.HashData(png)));
    }

    [Fact]
    public void Pages_name_a_picture_that_is_there()
    {
        var files = SmallGuide.Build("https://example.org/guide/");
        Assert.Equal(["share/1.png", "share/2.png", "share/guide.png"], files.Keys.Where(p => p.StartsWith("share/", StringComparison.Ordinal)));
        Assert.Contains("content=\"https://example.org/guide/share/2.png\"", files.Text("steps/member/index.html"), StringComparison.Ordinal);
        Assert.Contains("content=\"https://example.org/guide/share/guide.png\"", files.Text("index.html"), StringComparison.Ordinal);
    }

    private static List<(int From, int Length, uint Colour)> Blocks(DecodedPng png, int y)
    {
        var blocks = new List<(int From, int Length, uint Colour)>();
        for (var x = 0; x < png.Width; x++)
        {
            if (png[x, y] == Paper)
            {
                continue;
            }
            if (x > 0 && png[x - 1, y] == png[x, y])
            {
                blocks[^1] = blocks[^1] with { Length = blocks[^1].Length + 1 };
            }
            else
            {
                blocks.Add((x, 1, png[x, y]));
            }
        }
        return blocks;
    }
}
