using System.Net;
using HoiThi.Rehearsal.Client;

namespace HoiThi.Rehearsal.Rehearsals;

/// <summary>Where the server is that is rehearsed with.</summary>
/// <param name="Address">Its address, http or https.</param>
/// <param name="EndPoint">Where its host is found.</param>
public sealed record RehearsalSite(Uri Address, IPEndPoint EndPoint)
{
    /// <summary>Whether it is on this machine.</summary>
    public bool IsHere => IPAddress.IsLoopback(EndPoint.Address);

    /// <summary>Looks up the host of an address.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">There is no such host.</exception>
    public static async Task<RehearsalSite> FindAsync(Uri address, CancellationToken cancel)
    {
        var host = await Dns.GetHostAddressesAsync(address.Host, cancel);
        return new RehearsalSite(address, new IPEndPoint(host[0], address.Port));
    }

    /// <summary>A browser of somebody who comes.</summary>
    public Visitor Visit() => new(EndPoint, Address.Authority, Address.Scheme == Uri.UriSchemeHttps ? Address.Host : null);
}
