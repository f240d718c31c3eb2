using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Learning.SignIn;

/// <summary>A browser that waits for its person to send us a code from WhatsApp; five minutes, once.</summary>
internal sealed class SignInRequest
{
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(5);
    private const int Digits = 6;

    private SignInRequest()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>SHA-256 of the code; the code itself is only on the page.</summary>
    public string CodeHash { get; private init; } = "";

    /// <summary>SHA-256 of the secret in the browser's cookie: the code alone opens nothing.</summary>
    public string BrowserHash { get; private init; } = "";
    public DateTime ExpiresAt { get; private init; }

    /// <summary>Who sent the code; null until then.</summary>
    public Guid? PersonId { get; private set; }

    public static SignInRequest For(string code, string browser, TimeProvider clock) => new()
    {
        Id = Ids.Next(clock),
        CodeHash = HashOf(code),
        BrowserHash = HashOf(browser),
        ExpiresAt = clock.GetUtcNow().UtcDateTime + Valid,
    };

    public static string NewCode() => RandomNumberGenerator.GetString("0123456789", Digits);

    public static string HashOf(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));

    /// <summary>The first person who sends the code is the one; a second does not take it over.</summary>
    public void SentBy(Guid person) => PersonId ??= person;
}

internal sealed class SignInRequestMapping : IEntityTypeConfiguration<SignInRequest>
{
    public void Configure(EntityTypeBuilder<SignInRequest> builder)
    {
        builder.ToTable("learning_signins");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.CodeHash).HasMaxLength(64);
        builder.Property(r => r.BrowserHash).HasMaxLength(64);
        builder.Property(r => r.PersonId).IsConcurrencyToken();
        builder.HasIndex(r => r.CodeHash);
        builder.HasIndex(r => r.BrowserHash).IsUnique();
        builder.HasIndex(r => r.ExpiresAt);
    }
}
