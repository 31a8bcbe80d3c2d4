using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Trappa.Serving;

/// <summary>Addresses by which others in the network around this machine may reach it.</summary>
internal static class LanAddresses
{
    /// <summary>The likeliest: IPv4 of a network that leads onward, else of any that is up; null where there is none.</summary>
    public static IPAddress? First() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .Select(n => n.GetIPProperties())
        .OrderByDescending(p => p.GatewayAddresses.Count > 0)
        .SelectMany(p => p.UnicastAddresses)
        .Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
}
