using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Pulih.Platform.Storage;

/// <summary>
/// Keys that rise: UUID version 7 (RFC 9562) with a counter in the twelve bits after the millisecond, so that two keys
/// made in one process sort in the order they were made. Outgoing messages keep their order by it.
/// </summary>
public static class Ids
{
    private static readonly Lock Guard = new();
    private static long last;

    public static Guid Next(TimeProvider clock)
    {
        var milliseconds = clock.GetUtcNow().ToUnixTimeMilliseconds();
        long stamp;
        lock (Guard)
        {
            // The stamp is milliseconds × 4,096 + counter; a burst of over 4,096 in one millisecond borrows from the next.
            last = stamp = Math.Max(milliseconds << 12, last + 1);
        }

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, stamp >> 12 << 16 | 0x7000 | stamp & 0xFFF);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
