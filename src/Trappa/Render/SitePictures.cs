using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Trappa.Check;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Pictures;

namespace Trappa.Render;

/// <summary>A picture as pages show it.</summary>
/// <param name="Width">Its own width in pixels; 0 where a drawing does not say.</param>
/// <param name="Height">Its own height.</param>
/// <param name="Source">Address of the file for browsers that do not choose: neither the smallest nor the largest.</param>
/// <param name="Set">Addresses and widths of all that a browser may choose from; empty where there is one.</param>
/// <param name="Widest">Address of the largest of them, for paper.</param>
/// <param name="ToKeep">The one that phones keep; null where each is heavy.</param>
internal sealed record ShownPicture(int Width, int Height, string Source, string Set, string Widest, OutputFile? ToKeep);

/// <summary>What goes out of the files that content brings along: pictures with copies in the sizes that pages show, and all else as it is.</summary>
/// <param name="Shown">Pictures by their addresses.</param>
/// <param name="Files">All files.</param>
/// <param name="Diagnostics">Pictures that cannot be decoded, and those that are heavy.</param>
internal sealed record SitePictures(
    FrozenDictionary<string, ShownPicture> Shown, ImmutableArray<OutputFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// How wide a page shows a picture: as wide as its text, which is all of a phone but its margins
    /// (HTML, "sizes attributes"; the width is <c>--measure</c> of the style sheet in a browser's own letters).
    /// </summary>
    public const string Sizes = "(min-width: 41em) 39em, 94vw";

    // Two seconds where the line is bad (1.2 Mbit/s), for one picture: a photograph as wide as a page takes half.
    private const int HeavyBytes = 300 * 1024;

    // The widest that a page needs on an ordinary screen; sharper ones choose for themselves.
    private const int Middle = 960;

    /// <summary>Of a guide's files.</summary>
    /// <param name="guide">The guide.</param>
    /// <param name="threads">Most pictures at a time; -1 for as many as there are processors.</param>
    public static SitePictures Of(Guide guide, int threads)
    {
        var attachments = guide.Attachments;
        Parallel.For(0, attachments.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => _ = attachments[i].Picture?.Published);
        var shown = new Dictionary<string, ShownPicture>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var places = new Lazy<FrozenDictionary<string, Place>>(() => PictureFaults.Places(guide));
        foreach (var attachment in attachments)
        {
            if (attachment.Picture is not { } file)
            {
                files.Add(new((guide.Under + attachment.Address)[1..], attachment.Bytes));
                continue;
            }
            if (file.Published is not { Picture: { } picture })
            {
                found.Add(PictureFaults.Told(attachment, file.Published.Fault!, places.Value, guide));
                continue;
            }
            var sizes = picture.Copies.Select(c => (c.Width, Address: Named(attachment.Address, c.Width), c.Bytes)).ToList();
            files.AddRange(sizes.Select(s => new OutputFile((guide.Under + s.Address)[1..], s.Bytes)));
            files.Add(new((guide.Under + attachment.Address)[1..], picture.Bytes));
            // What is wider than any page is there for those who ask for it by a link.
            if (sizes.Count == 0 || sizes[^1].Width < PictureFile.Widths[^1])
            {
                sizes.Add((picture.Width, attachment.Address, picture.Bytes));
            }
            var source = sizes.FindLast(s => s.Width <= Middle) is { Address: not null } middle ? middle : sizes[0];
            shown[attachment.Address] = new(picture.Width, picture.Height, source.Address,
                sizes.Count == 1 ? "" : string.Join(", ", sizes.Select(s => s.Address + " " + Number(s.Width) + "w")), sizes[^1].Address,
                new[] { source, sizes[0] }.Where(s => s.Bytes.Length <= HeavyBytes).Select(s => new OutputFile(s.Address[1..], s.Bytes)).FirstOrDefault());
            if (source.Bytes.Length > HeavyBytes)
            {
                found.Add(PictureFaults.Told(attachment, new(Codes.PictureHeavy,
                    [("size", Number((source.Bytes.Length + 1023) / 1024)), ("limit", Number(HeavyBytes / 1024))]), places.Value, guide));
            }
        }
        return new(shown.ToFrozenDictionary(StringComparer.Ordinal), files.ToImmutable(), found.ToImmutable());
    }

    /// <summary>What phones keep of the pictures that are among some targets, in the order of their addresses.</summary>
    public IEnumerable<OutputFile> On(IEnumerable<string> targets) => Shown.Count == 0 ? []
        : targets.ToHashSet(StringComparer.Ordinal) is var all ? Shown.Where(p => all.Contains(p.Value.Source))
            .OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.ToKeep).OfType<OutputFile>() : [];

    // A dot before the width: addresses of files that content brings along have letters, digits and hyphens only.
    private static string Named(string address, int width) =>
        address.LastIndexOf('.') is var dot ? $"{address[..dot]}.{Number(width)}{address[dot..]}" : address;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
