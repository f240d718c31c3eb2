using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts;

/// <summary>A member of staff who may sign in: one role and, for a partner's officer, one partner.</summary>
internal sealed class Account
{
    /// <summary>How long a set-up link opens; long enough for a weekend.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromHours(72);

    public required Guid Id { get; init; }

    /// <summary>What the person types to sign in; null until the first owner has chosen one by the set-up link.</summary>
    public string? Email { get; set; }

    /// <summary>The address in capitals; unique.</summary>
    public string? NormalizedEmail { get; set; }

    public required string Name { get; set; }
    public required string Role { get; set; }

    /// <summary>The partner whose data a partner's officer sees.</summary>
    public Guid? PartnerId { get; set; }

    /// <summary>Null until the person has set a password; nobody can sign in with it then.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Stands in every cookie; changing it ends every session of the account at the next request.</summary>
    public string Stamp { get; set; } = NewStamp();

    /// <summary>SHA-256 of the one set-up link that is open; null when none is.</summary>
    public string? LinkHash { get; private set; }
    public DateTime? LinkUntil { get; private set; }

    /// <summary>Closed accounts stay for the record and cannot sign in.</summary>
    public bool Closed { get; set; }

    public required DateTime CreatedAt { get; init; }
    public int Version { get; set; }

    public static Account New(string? email, string name, string role, Guid? partner, TimeProvider clock) => new()
    {
        Id = Ids.Next(clock), Email = email, NormalizedEmail = email?.ToUpperInvariant(), Name = name, Role = role,
        PartnerId = role == Roles.PartnerOfficer ? partner : null, CreatedAt = clock.GetUtcNow().UtcDateTime,
    };

    /// <summary>Opens a set-up link of 128 random bits and gives its token, which is stored nowhere. An older link closes.</summary>
    public string OpenLink(DateTime now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        (LinkHash, LinkUntil) = (HashOf(token), now + LinkLasts);
        return token;
    }

    public void CloseLink() => (LinkHash, LinkUntil) = (null, null);

    /// <summary>Ends every session of this account.</summary>
    public void EndSessions() => Stamp = NewStamp();

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("platform_accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Email).HasMaxLength(200);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(200);
        builder.Property(a => a.Name).HasMaxLength(100);
        builder.Property(a => a.Role).HasMaxLength(30);
        builder.Property(a => a.PasswordHash).HasMaxLength(200);
        builder.Property(a => a.Stamp).HasMaxLength(64);
        builder.Property(a => a.LinkHash).HasMaxLength(64);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasIndex(a => a.LinkHash).IsUnique();
    }
}
