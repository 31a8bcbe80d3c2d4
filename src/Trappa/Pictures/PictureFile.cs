using System.Collections.Immutable;
using System.Globalization;
using Trappa.Diagnostics;

namespace Trappa.Pictures;

/// <summary>What is wrong with a picture; where it is told is for those who know where it is used.</summary>
/// <param name="Code">What.</param>
/// <param name="Values">The values of its message.</param>
public sealed record PictureFault(Code Code, ImmutableArray<(string Name, string Value)> Values);

/// <summary>A copy of a picture.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Bytes">The file.</param>
public sealed record PictureCopy(int Width, ReadOnlyMemory<byte> Bytes);

/// <summary>A picture as it is published: without anything that says where and by whom it was taken.</summary>
/// <param name="Width">Pixels across as a reader sees it; 0 where a drawing does not say.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Bytes">The file itself.</param>
/// <param name="Copies">Smaller ones, the smallest first.</param>
public sealed record PublishedPicture(int Width, int Height, ReadOnlyMemory<byte> Bytes, ImmutableArray<PictureCopy> Copies);

/// <summary>
/// A picture that content brings along. What its bytes say is read when somebody asks, and it is decoded when somebody
/// asks for what is published; each once. Read by many threads.
/// </summary>
public sealed class PictureFile
{
    /// <summary>Most pixels: what phones take, and not what a small file that is made to fill a memory says that it has.</summary>
    public const int MostPixels = 50_000_000;

    /// <summary>Widths of the copies: a phone held upright, one with a sharper screen, and the widest that a page shows.</summary>
    public static ImmutableArray<int> Widths { get; } = [480, 960, 1440];

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Lazy<(PictureHead Head, PictureFault? Fault)> _head;
    private readonly Lazy<(PublishedPicture? Picture, PictureFault? Fault)> _published;

    /// <param name="bytes">The file.</param>
    /// <param name="ending">The end of its name, in small letters: <c>.jpg</c>.</param>
    public PictureFile(ReadOnlyMemory<byte> bytes, string ending)
    {
        _bytes = bytes;
        Kind = PictureKind.Of(bytes.Span);
        _head = new(() => Look(ending));
        _published = new(Publish);
    }

    /// <summary>What it is, whatever its name says.</summary>
    public PictureKind Kind { get; }

    /// <summary>What can be seen to be wrong without decoding it, or null.</summary>
    public PictureFault? Fault => _head.Value.Fault;

    /// <summary>The picture as it is published, or what is wrong with it.</summary>
    public (PublishedPicture? Picture, PictureFault? Fault) Published => _published.Value;

    private (PictureHead, PictureFault?) Look(string ending)
    {
        if (_bytes.IsEmpty)
        {
            return (default, new(Codes.PictureBroken, []));
        }
        if (!Kind.Endings.Contains(ending))
        {
            return (default, new(Kind.IsShown ? Codes.PictureOfOtherKind : Codes.PictureNotShown,
                [("ending", ending), ("kind", Kind.Name), ("right", Kind.IsShown ? Kind.Endings[0] : "")]));
        }
        try
        {
            var head = Head();
            return (long)head.Width * head.Height > MostPixels
                ? (head, new(Codes.PictureTooManyPixels, [("width", Number(head.Shown.Width)), ("height", Number(head.Shown.Height)), ("limit", Number(MostPixels / 1_000_000))]))
                : Kind != PictureKind.Svg && (head.Width == 0 || head.Height == 0) ? (head, new(Codes.PictureBroken, [])) : (head, null);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            return (default, new(Codes.PictureBroken, []));
        }
    }

    private PictureHead Head() => Kind == PictureKind.Jpeg ? JpegFile.Head(_bytes.Span)
        : Kind == PictureKind.Png ? PngChunks.Head(_bytes.Span)
        : Kind == PictureKind.Gif ? GifFile.Head(_bytes.Span)
        : Kind == PictureKind.Webp ? WebpFile.Head(_bytes.Span)
        : Kind == PictureKind.Avif ? AvifFile.Head(_bytes.Span)
        : SvgFile.Head(_bytes);

    private (PublishedPicture?, PictureFault?) Publish()
    {
        var (head, fault) = _head.Value;
        if (fault is not null)
        {
            return (null, fault);
        }
        try
        {
            var clean = Clean(head.Orientation);
            return (new(head.Shown.Width, head.Shown.Height, clean, Kind.HasCopies ? Copies(head.Orientation, clean) : []), null);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            return (null, new(Codes.PictureBroken, []));
        }
    }

    private ReadOnlyMemory<byte> Clean(int orientation) => Kind == PictureKind.Jpeg ? JpegFile.Clean(_bytes.Span, orientation)
        : Kind == PictureKind.Png ? PngChunks.Clean(_bytes.Span, orientation)
        : Kind == PictureKind.Gif ? GifFile.Clean(_bytes.Span)
        : Kind == PictureKind.Webp ? WebpFile.Clean(_bytes.Span, orientation)
        : Kind == PictureKind.Avif ? AvifFile.Clean(_bytes.Span)
        : _bytes;

    // The widest first: each is made of the one before, which has fewer pixels to go through.
    private ImmutableArray<PictureCopy> Copies(int orientation, ReadOnlyMemory<byte> clean)
    {
        var isJpeg = Kind == PictureKind.Jpeg;
        if ((isJpeg ? JpegDecoder.Decode(_bytes.Span) : PngDecoder.Decode(_bytes.Span)) is not { } pixels)
        {
            return [];
        }
        var copies = ImmutableArray.CreateBuilder<PictureCopy>();
        // A picture on its side is as wide as it is high in the file.
        var width = Orientation.IsSideways(orientation) ? pixels.Height : pixels.Width;
        var left = new Stack<int>(Widths.Where(w => w < width));
        if (left.Count > 0)
        {
            pixels = Orientation.Turned(pixels, orientation);
        }
        foreach (var narrow in left)
        {
            pixels = pixels.Width > narrow ? pixels.Narrowed(narrow) : pixels;
            var coded = isJpeg ? JpegFile.WithProfile(JpegEncoder.Encode(pixels), _bytes.Span) : PngChunks.WithProfile(PngEncoder.Encode(pixels), _bytes.Span);
            if (coded.Length < clean.Length)
            {
                copies.Insert(0, new(narrow, coded));
            }
        }
        return copies.ToImmutable();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
