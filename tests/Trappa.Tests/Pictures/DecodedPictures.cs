using System.IO.Compression;
using CsCheck;
using StbImageSharp;
using Trappa.Pictures;
using Trappa.Render.Assets;

namespace Trappa.Tests.Pictures;

/// <summary>Our decoders see what others see, and whatever a file has in it they come to an end.</summary>
public class DecodedPictures
{
    // Made with ImageMagick of a gradient from red to blue: progressive; with marks to start again from; with colours at half the width.
    private const string Progressive = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/2gAMAwEAAhADEAAAActBZfdAf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAEFAqqqqv/EABURAQEAAAAAAAAAAAAAAAAAAAAU/9oACAEDAQE/AbVr/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAIAQIBAT8BgQP/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IV//AP/aAAwDAQACAAMAAAAQxx//xAAVEQEBAAAAAAAAAAAAAAAAAAAAcf/aAAgBAwEBPxClP//EABURAQEAAAAAAAAAAAAAAAAAAABx/9oACAECAQE/EIQ//8QAFhABAQEAAAAAAAAAAAAAAAAAcQAg/9oACAEBAAE/EFKWB//Z";
    private const string Restarting = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAFWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q==";
    private const string HalfWidth = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASEAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAYC/8QAFhEBAQEAAAAAAAAAAAAAAAAAABRh/9oADAMBAAIRAxEAPwDMW0trMGLW0toQYWoLFlpBiStLBBha/9k=";
    private const string Interlaced16 = "iVBORw0KGgoAAAANSUhEUgAAAA0AAAAJEAIAAAFBj93oAAAAZElEQVQoz62QwQnAIBAE58BC7CSWZmdqJZZy+SQBieIGMs9z3GPP3HkwgHtg65cMZN4MX5bukHWNikNCwRJQXFJd0EJlvzo0E6QKHJuVk/ITqTtE6RwKUsUPcc32PXUsAv23uBOjSiELXLtGKwAAAABJRU5ErkJggg==";

    [Theory]
    [InlineData(Progressive)]
    [InlineData(Restarting)]
    [InlineData(HalfWidth)]
    public void A_JPEG_looks_as_others_see_it(string base64) => LooksAlike(JpegDecoder.Decode(Convert.FromBase64String(base64))!, Convert.FromBase64String(base64), 16, 6);

    [Fact]
    public void Scans_in_another_order_are_the_same_picture()
    {
        var file = Convert.FromBase64String(Progressive);
        // Each scan with the codes before it. libjpeg ends with one of brightness, others with one of colour.
        var ends = JpegFile.Segments(file).Where(s => s.Marker == JpegFile.Scan).Select(s => s.ScanEnd).ToList();
        byte[] moved = [.. file[..ends[^4]], .. file[ends[^2]..ends[^1]], .. file[ends[^4]..ends[^2]], .. file[ends[^1]..]];

        Assert.NotEqual(file, moved);
        Assert.Equal(JpegDecoder.Decode(file)!.Data, JpegDecoder.Decode(moved)!.Data);
    }

    [Fact]
    public void A_PNG_that_packs_more_than_its_size_says_is_read_no_further()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
            {
                zlib.Write(zeros);
            }
        }
        var small = PngEncoder.Encode(new(8, 8, 1, new byte[64]));
        using var file = new MemoryStream();
        file.Write(small.AsSpan(0, 33));
        PngFile.Chunk(file, "IDAT"u8, packed.ToArray());
        PngFile.Chunk(file, "IEND"u8, []);
        var bytes = file.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(new byte[64], PngDecoder.Decode(bytes)!.Data);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void An_interlaced_PNG_of_16_bits_looks_as_others_see_it() =>
        LooksAlike(PngDecoder.Decode(Convert.FromBase64String(Interlaced16))!, Convert.FromBase64String(Interlaced16), 1, 1);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(17, 9, 1)]
    [InlineData(33, 47, 3)]
    [InlineData(48, 100, 3)]
    public void What_we_encode_as_JPEG_looks_to_others_as_it_was(int width, int height, int channels)
    {
        var picture = Made.Picture(width, height, channels);

        var coded = JpegEncoder.Encode(picture);

        LooksAlike(picture, coded, 80, 5);
        LooksAlike(JpegDecoder.Decode(coded)!, coded, 80, 3);
    }

    [Fact]
    public void What_we_encode_as_PNG_is_what_it_was() => Gen.Select(Gen.Int[1, 90], Gen.Int[1, 60], Gen.Int[0, 2], Gen.Byte.Array[0, 40]).Sample((width, height, kind, noise) =>
    {
        var picture = Made.Picture(width, height, kind == 0 ? 1 : kind + 2);
        for (var i = 0; i < noise.Length; i++)
        {
            picture.Data[i * 131 % picture.Data.Length] = noise[i];
        }

        LooksAlike(picture, PngEncoder.Encode(picture), 0, 0);
        Assert.Equal(picture.Data, PngDecoder.Decode(PngEncoder.Encode(picture))!.Data);
    }, iter: 100);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(3, 1)]
    [InlineData(3, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void Every_kind_of_PNG_looks_as_others_see_it(int colours, int bits)
    {
        foreach (var hasClear in colours is 4 or 6 ? new[] { false } : [false, true])
        {
            var file = RawPng.Write(21, 13, colours, bits, hasClear);

            LooksAlike(PngDecoder.Decode(file)!, file, bits == 16 ? 1 : 0, 1);
        }
    }

    [Fact]
    public void Whatever_a_file_has_in_it_there_is_an_end()
    {
        byte[][] files =
        [
            .. new[] { Progressive, Restarting, HalfWidth, Interlaced16 }.Select(Convert.FromBase64String),
            Made.Jpeg(40, 30), Made.Gif("x"), Made.Webp(4, 4, ("EXIF", Made.Exif(6))), Made.Avif(4, 4, "exif"),
            "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">&a;</svg>"u8.ToArray(),
        ];
        string[] endings = [".jpg", ".jpg", ".jpg", ".png", ".jpg", ".gif", ".webp", ".avif", ".svg"];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 4000], Gen.Byte).Array[0, 8], Gen.Int[0, 4000]).Sample((which, changes, cut) =>
        {
            byte[] file = [.. files[which]];
            foreach (var (at, value) in changes)
            {
                file[at % file.Length] = value;
            }
            var (picture, fault) = new PictureFile(cut < 800 ? file[..(cut % file.Length)] : file, endings[which]).Published;
            return (picture is null) != (fault is null);
        }, iter: 5_000, threads: 1);
    }

    private static void LooksAlike(Pixels ours, byte[] file, int most, double mean)
    {
        var theirs = ImageResult.FromMemory(file, ours.Channels switch { 1 => ColorComponents.Grey, 3 => ColorComponents.RedGreenBlue, _ => ColorComponents.RedGreenBlueAlpha });
        Assert.Equal((theirs.Width, theirs.Height), (ours.Width, ours.Height));
        // Some smooth colours that are coded at half the width; what is smaller than a pixel of theirs shows it.
        var differences = ours.Data.Zip(theirs.Data, (one, other) => Math.Abs(one - other)).ToList();
        Assert.InRange(differences.Max(), 0, most);
        Assert.InRange(differences.Average(), 0, mean);
    }
}
