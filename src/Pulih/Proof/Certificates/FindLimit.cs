using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Pulih.Proof.Certificates;

/// <summary>
/// How often short codes may be tried: 10 a minute from one address, 120 a minute in all. With a million certificates
/// among 32^8 codes, a guesser who takes the whole rate for himself finds one in about six days.
/// </summary>
internal sealed class FindLimit : IDisposable
{
    private const int PerAddress = 10;
    private const int InAll = 120;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(c => RateLimitPartition.GetSlidingWindowLimiter(
            Neighbourhood(c.Connection.RemoteIpAddress), _ => Window(PerAddress))),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetSlidingWindowLimiter("", _ => Window(InAll))));

    public bool Allows(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    // One household holds a whole /64 of IPv6; a limit a single address would be none.
    private static string Neighbourhood(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };

    private static SlidingWindowRateLimiterOptions Window(int permits) =>
        new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 };
}
