using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Pulih.Platform.Web;

/// <summary>How often strangers may try something: so often from one address, and so often in all, within a moving window.</summary>
public abstract class VisitLimit(int perAddress, int inAll, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(c => RateLimitPartition.GetSlidingWindowLimiter(
            Neighbourhood(c.Connection.RemoteIpAddress), _ => Window(perAddress, window))),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetSlidingWindowLimiter("", _ => Window(inAll, window))));

    /// <summary>Whether one more is allowed; it is counted.</summary>
    public bool Allows(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        limiter.Dispose();
        GC.SuppressFinalize(this);
    }

    // One household holds a whole /64 of IPv6; a limit a single address would be none.
    private static string Neighbourhood(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };

    private static SlidingWindowRateLimiterOptions Window(int permits, TimeSpan window) =>
        new() { PermitLimit = permits, Window = window, SegmentsPerWindow = 6, QueueLimit = 0 };
}
