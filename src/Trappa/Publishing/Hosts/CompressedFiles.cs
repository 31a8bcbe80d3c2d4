using System.Collections.Immutable;
using System.IO.Compression;
using Trappa.Render;

namespace Trappa.Publishing.Hosts;

/// <summary>
/// Texts compressed as far as it goes, once and for all, for servers that send what lies beside a file: brotli (RFC 7932)
/// and gzip (RFC 1952, without a time). The same bytes each time.
/// </summary>
internal static class CompressedFiles
{
    private const string Brotli = ".br", Gzip = ".gz";

    /// <summary>A site with the compressed forms of its texts, in the order of paths.</summary>
    public static ImmutableArray<OutputFile> Beside(ImmutableArray<OutputFile> files)
    {
        var paths = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var texts = files.Where(f => IsText(f.Path)).ToList();
        var made = new List<OutputFile>[texts.Count];
        Parallel.For(0, texts.Count, i => made[i] = [.. Of(texts[i])]);
        return
        [
            .. files.Concat(made.SelectMany(m => m).Where(f => !paths.Contains(f.Path)))
                .OrderBy(f => f.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a path is that of a compressed file.</summary>
    public static bool IsOne(string path) => Path.GetExtension(path) is Brotli or Gzip;

    // Pictures and PDFs are compressed by themselves, and what hosts read is for nobody else.
    private static bool IsText(string path) =>
        Path.GetExtension(path) is ".html" or ".js" or ".json" or ".css" or ".svg" or ".xml" or ".txt" or ".webmanifest";

    // Where it would not be smaller there is none.
    private static IEnumerable<OutputFile> Of(OutputFile file) =>
        new[] { (Brotli, Bytes: Packed(file, s => new BrotliStream(s, CompressionLevel.SmallestSize))), (Gzip, Bytes: Packed(file, s => new GZipStream(s, CompressionLevel.SmallestSize))) }
            .Where(p => p.Bytes.Length < file.Bytes.Length)
            .Select(p => new OutputFile(file.Path + p.Item1, p.Bytes));

    private static byte[] Packed(OutputFile file, Func<Stream, Stream> packing)
    {
        using var packed = new MemoryStream();
        using (var stream = packing(packed))
        {
            stream.Write(file.Bytes.Span);
        }
        return packed.ToArray();
    }
}
