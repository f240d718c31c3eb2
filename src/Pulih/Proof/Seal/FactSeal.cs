using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Proof.Seal;

/// <summary>A link of the chain: facts in the order of their ids, bound to everything sealed before them.</summary>
internal sealed class FactSeal
{
    private FactSeal()
    {
    }

    /// <summary>From 1, without gaps.</summary>
    public long Number { get; private init; }

    public int Count { get; private init; }
    public Guid First { get; private init; }
    public Guid Last { get; private init; }
    public DateTime At { get; private init; }
    public byte[] Hash { get; private init; } = [];

    /// <summary>What the first seal is bound to: nothing, as 32 zero bytes.</summary>
    public static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    public static FactSeal Over(FactSeal? previous, IReadOnlyList<(Guid Id, byte[] Commitment)> facts, DateTime now)
    {
        var number = (previous?.Number ?? 0) + 1;
        return new()
        {
            Number = number,
            Count = facts.Count,
            First = facts[0].Id,
            Last = facts[^1].Id,
            At = now,
            Hash = HashOf(previous?.Hash ?? Beginning, number, facts.Select(f => f.Commitment)),
        };
    }

    /// <summary>SHA-256 over the previous hash, the number (8 bytes, big end first) and the commitments in order.</summary>
    public static byte[] HashOf(byte[] previous, long number, IEnumerable<byte[]> commitments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> n = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(n, number);
        hash.AppendData(previous);
        hash.AppendData(n);
        foreach (var commitment in commitments)
        {
            hash.AppendData(commitment);
        }

        return hash.GetHashAndReset();
    }
}

internal sealed class FactSealMapping : IEntityTypeConfiguration<FactSeal>
{
    public void Configure(EntityTypeBuilder<FactSeal> builder)
    {
        builder.ToTable("proof_seals");
        builder.HasKey(s => s.Number);
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.Property(s => s.Hash).HasMaxLength(SHA256.HashSizeInBytes);
    }
}
