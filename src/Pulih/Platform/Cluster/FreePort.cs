using System.Net;
using System.Net.Sockets;

namespace Pulih.Platform.Cluster;

/// <summary>A port of this machine that nobody listens on.</summary>
internal static class FreePort
{
    // Below the range that outgoing connections take theirs from (32,768 and up on Linux): a port found there may be an
    // outgoing connection's by the time it is listened on.
    private const int First = 12_000;
    private const int Last = 32_000;

    /// <summary>Draws until one is free; throws <see cref="SocketException"/> where a thousand were not.</summary>
    public static int Find()
    {
        for (var tries = 0; ; tries++)
        {
            var port = Random.Shared.Next(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException) when (tries < 1_000)
            {
            }
        }
    }
}
