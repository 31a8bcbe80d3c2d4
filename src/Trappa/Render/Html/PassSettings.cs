using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Trappa.Render.Html;

/// <summary>What the pass over all pages has in common.</summary>
/// <param name="Portable">Whether addresses of folders get <c>index.html</c>.</param>
/// <param name="Assets">Root-absolute name of an asset → its hashed name.</param>
/// <param name="Typesetter">Soft hyphens and no-break spaces.</param>
/// <param name="Pictures">Root-absolute address of a picture → how it is shown.</param>
internal sealed record PassSettings(
    bool Portable, FrozenDictionary<string, string> Assets, Typesetter Typesetter, FrozenDictionary<string, ShownPicture> Pictures)
{
    /// <summary>Whether the page is for paper: all pictures are there at once, in the size that print needs.</summary>
    public bool IsOnPaper { get; init; }

    /// <summary>The folder of the site that a frozen edition's addresses are meant in, as <c>/2024-04</c>, or empty.</summary>
    public string Under { get; init; } = "";

    /// <summary>The guide's own picture that an address on a page leads to, or null.</summary>
    /// <param name="source">As it stands in the page's source.</param>
    /// <param name="addresses">The page's.</param>
    public ShownPicture? PictureAt(ReadOnlySpan<char> source, RelativeAddress addresses)
    {
        if (Pictures.Count == 0 || AddressKinds.Of(source) is not (AddressKind.Root or AddressKind.Relative))
        {
            return null;
        }
        var address = source.ToString();
        if (AddressKinds.Of(source) == AddressKind.Relative)
        {
            address = addresses.FromRoot(address);
            address = address.StartsWith(Under + "/", StringComparison.Ordinal) ? address[Under.Length..] : address;
        }
        return Pictures.GetValueOrDefault(address);
    }
}

/// <summary>What the pass met on one page.</summary>
internal sealed record PageFindings
{
    /// <summary>Ids in the order of the page, each as often as it stands.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];
    /// <summary>Root-absolute targets of links, pictures and scripts, with their fragments.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];
    /// <summary>Addresses on other sites of what pages would fetch as they are shown.</summary>
    public ImmutableArray<string> Outside { get; init; } = [];
    /// <summary>Headings: level and words.</summary>
    public ImmutableArray<(int Level, string Words)> Headings { get; init; } = [];
    /// <summary>Targets of links without words.</summary>
    public ImmutableArray<string> SilentLinks { get; init; } = [];
    /// <summary>Sources of pictures without alternative text.</summary>
    public ImmutableArray<string> SilentImages { get; init; } = [];

    /// <summary>Nothing.</summary>
    public static PageFindings None { get; } = new();
}
