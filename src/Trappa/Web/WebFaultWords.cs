namespace Trappa.Web;

/// <summary>What faults are called in the language's file, after <c>link_</c>.</summary>
internal static class WebFaultWords
{
    /// <summary>The word of a fault.</summary>
    public static string Word(this WebFault fault) => fault switch
    {
        WebFault.Name => "name",
        WebFault.Connection => "connection",
        WebFault.Security => "security",
        WebFault.Timeout => "timeout",
        _ => "broken",
    };
}
