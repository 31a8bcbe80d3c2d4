namespace Trappa.Render.Html;

/// <summary>Where an address in an attribute leads, by how it begins (RFC 3986 §4).</summary>
internal enum AddressKind
{
    /// <summary>Nowhere, or by a scheme that is no page's: <c>mailto:</c>, <c>tel:</c>.</summary>
    Other,
    /// <summary>To the site, from its root: <c>/steg/valjare/</c>.</summary>
    Root,
    /// <summary>To a place on the same page: <c>#behov</c>.</summary>
    Fragment,
    /// <summary>To the site, from the page: <c>bild.png</c>.</summary>
    Relative,
    /// <summary>To another site.</summary>
    Outside,
}

/// <summary>Tells kinds of addresses apart.</summary>
internal static class AddressKinds
{
    /// <summary>The kind of an address as it stands in an attribute.</summary>
    public static AddressKind Of(ReadOnlySpan<char> address) => address switch
    {
        [] or ['?', ..] => AddressKind.Other,
        ['#', ..] => AddressKind.Fragment,
        ['/', '/', ..] => AddressKind.Outside,
        ['/', ..] => AddressKind.Root,
        _ => Scheme(address) switch
        {
            [] => AddressKind.Relative,
            var scheme when scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
                || scheme.Equals("https", StringComparison.OrdinalIgnoreCase) => AddressKind.Outside,
            _ => AddressKind.Other,
        },
    };

    private static ReadOnlySpan<char> Scheme(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny(":/?#");
        return end > 0 && address[end] == ':' ? address[..end] : [];
    }
}
