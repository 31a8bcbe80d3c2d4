using System.Collections.Immutable;
using System.Text;

namespace Trappa.Pictures;

/// <summary>What a picture is, told by its first bytes and not by its name.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Endings">What files of it are called; none for what browsers do not show.</param>
public sealed record PictureKind(string Name, ImmutableArray<string> Endings)
{
    // A page's first words are looked for in so many bytes: comments and a document type may come before them.
    private const int MarkupLooked = 4096;

    /// <summary>JPEG (ISO/IEC 10918-1).</summary>
    public static PictureKind Jpeg { get; } = new("JPEG", [".jpg", ".jpeg"]);
    /// <summary>PNG (ISO/IEC 15948).</summary>
    public static PictureKind Png { get; } = new("PNG", [".png"]);
    /// <summary>GIF 87a and 89a.</summary>
    public static PictureKind Gif { get; } = new("GIF", [".gif"]);
    /// <summary>WebP (RFC 9649).</summary>
    public static PictureKind Webp { get; } = new("WebP", [".webp"]);
    /// <summary>AVIF (AOMedia AV1 Image File Format).</summary>
    public static PictureKind Avif { get; } = new("AVIF", [".avif"]);
    /// <summary>SVG.</summary>
    public static PictureKind Svg { get; } = new("SVG", [".svg"]);
    /// <summary>A web page, as browsers save instead of the picture on it.</summary>
    public static PictureKind WebPage { get; } = new("HTML", []);
    /// <summary>Nothing that is known.</summary>
    public static PictureKind Unknown { get; } = new("", []);

    private static readonly ImmutableArray<PictureKind> Shown = [Jpeg, Png, Gif, Webp, Avif, Svg];

    /// <summary>Whether browsers show it.</summary>
    public bool IsShown => Endings.Length > 0;

    /// <summary>Whether smaller copies can be made of it.</summary>
    public bool HasCopies => this == Jpeg || this == Png;

    /// <summary>Whether a file of this name says that it is a picture.</summary>
    public static bool IsNamed(string ending) => Shown.Any(k => k.Endings.Contains(ending));

    /// <summary>The kind of a file by its content.</summary>
    public static PictureKind Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfBrand(bytes),
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => new("TIFF", []),
        [(byte)'B', (byte)'M', ..] => new("BMP", []),
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => new("PSD", []),
        [0xFF, 0x0A, ..] or [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' ', ..] => new("JPEG XL", []),
        [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ', ..] => new("JPEG 2000", []),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new("PDF", []),
        _ => OfMarkup(bytes),
    };

    // ISO/IEC 14496-12 §4.3: the brands that a file keeps to, the first before its version.
    private static PictureKind OfBrand(ReadOnlySpan<byte> bytes)
    {
        var length = (int)Math.Min(Bytes.Big32(bytes, 0), (uint)bytes.Length);
        var brands = Encoding.Latin1.GetString(bytes[8..Math.Max(8, length)]);
        return brands.Contains("avif", StringComparison.Ordinal) || brands.Contains("avis", StringComparison.Ordinal) ? Avif
            : brands.StartsWith("he", StringComparison.Ordinal) || brands.Contains("mif1", StringComparison.Ordinal) ? new("HEIC", []) : Unknown;
    }

    private static PictureKind OfMarkup(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MarkupLooked)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return !text.StartsWith('<') ? Unknown
            : text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) ? WebPage
            : text.Contains("<svg", StringComparison.Ordinal) || text.Contains(":svg", StringComparison.Ordinal) ? Svg : Unknown;
    }
}
