namespace Trappa.Web;

/// <summary>Addresses in the form that servers are asked in.</summary>
public static class WebAddress
{
    /// <summary>
    /// The same with the host in the letters of DNS (RFC 5891), and without a user's name, which is nobody else's business;
    /// null where it is no http or https address or no machine can have the name.
    /// </summary>
    public static Uri? Askable(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }
        try
        {
            return new UriBuilder(uri) { Host = uri.IdnHost, UserName = "", Password = "" }.Uri;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
