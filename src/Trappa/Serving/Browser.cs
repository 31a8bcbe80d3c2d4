using System.ComponentModel;
using System.Diagnostics;

namespace Trappa.Serving;

/// <summary>The browser that this machine's user has chosen.</summary>
internal static class Browser
{
    /// <summary>Opens an address in it; where there is none nothing happens, as the address is in the terminal too.</summary>
    public static void Open(string address)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // A machine without a browser.
        }
    }
}
