using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Facts;

/// <summary>
/// Something that counts and must be provable, with a salted commitment: SHA-256 over salt, id, kind, subject, time and
/// content. Written in the transaction of the change it records and linked into a chain about a second later. Content
/// holds ids and coarse fields, never a name, number or answer in words. Erasing a person destroys salt and content;
/// the commitment stays, so the chain stays valid.
/// </summary>
public sealed class Fact
{
    public Guid Id { get; private init; }

    /// <summary>What kind of fact, such as <c>learning.step-seen</c>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>Whom or what it is about: a person, a business, a programme.</summary>
    public Guid Subject { get; private init; }

    public DateTime At { get; private init; }
    public string? Content { get; private set; }
    public byte[]? Salt { get; private set; }
    public byte[] Commitment { get; private init; } = [];

    /// <summary>The number of the seal that links it; null until the sealer has come by.</summary>
    public long? Seal { get; private set; }

    internal static Fact Of(string kind, Guid subject, object content, TimeProvider clock)
    {
        // Whole milliseconds: both databases give back exactly what the commitment was made over.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()).UtcDateTime;
        var id = Ids.Next(clock);
        var body = JsonSerializer.Serialize(content);
        var salt = RandomNumberGenerator.GetBytes(16);
        return new() { Id = id, Kind = kind, Subject = subject, At = at, Content = body, Salt = salt, Commitment = Commit(salt, id, kind, subject, at, body) };
    }

    /// <summary>The commitment these values give; SHA-256, 32 bytes. Fields are separated by a line feed, which none of them can contain.</summary>
    public static byte[] Commit(byte[] salt, Guid id, string kind, Guid subject, DateTime at, string content)
    {
        var text = FormattableString.Invariant($"{id:N}\n{kind}\n{subject:N}\n{new DateTimeOffset(at).ToUnixTimeMilliseconds()}\n{content}");
        return SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]);
    }
}

internal sealed class FactMapping : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> builder)
    {
        builder.ToTable("platform_facts");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Kind).HasMaxLength(60);
        builder.Property(f => f.Content);
        builder.HasIndex(f => f.Id, "unsealed").HasFilter("\"Seal\" IS NULL").HasDatabaseName("ix_platform_facts_unsealed");
        builder.HasIndex(f => f.Seal);
        builder.HasIndex(f => f.Subject);
    }
}

/// <summary>Recording facts on the database of the change.</summary>
public static class Attesting
{
    /// <summary>Records a fact with its commitment and gives its id, which evidence can point to.</summary>
    public static Guid Attest(this PulihDb db, string kind, Guid subject, object content, TimeProvider clock)
    {
        var fact = Fact.Of(kind, subject, content, clock);
        db.Add(fact);
        return fact.Id;
    }
}
