using System.Net;
using System.Net.Sockets;

namespace HoiThi.Load.Machinery;

/// <summary>Where things are on this machine.</summary>
public static class Checkout
{
    /// <summary>The folder with HoiThi.slnx.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The server as ./start builds it.</summary>
    public static string ServerDll => Path.Combine(Root, "src", "HoiThi.Server", "bin", "Release", "net10.0", "HoiThi.Server.dll");

    /// <summary>A port of 127.0.0.1 that nobody listens on.</summary>
    public static IPEndPoint FreeEndPoint()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)probe.LocalEndPoint!;
    }

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HoiThi.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"{start} is not in a checkout of HoiThi.");
    }
}
