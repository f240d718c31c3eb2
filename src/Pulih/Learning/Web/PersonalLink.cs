using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Learning.Packs;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>A learner's own door to a course on the web. Only a hash of its token is stored: reading the database opens nothing.</summary>
internal sealed class PersonalLink
{
    private const int TokenBytes = 16; // 128 bits: cannot be guessed

    private PersonalLink()
    {
    }

    public Guid Id { get; private init; }
    public string TokenHash { get; private init; } = "";
    public Guid PersonId { get; private init; }
    public Guid EnrolmentId { get; private init; }
    public string CourseCode { get; private init; } = "";
    public DateTime MadeAt { get; private init; }

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static PersonalLink For(EnrolmentInfo enrolment, string course, string token, TimeProvider clock) => new()
    {
        Id = Ids.Next(clock),
        TokenHash = HashOf(token),
        PersonId = enrolment.PersonId,
        EnrolmentId = enrolment.Id,
        CourseCode = course,
        MadeAt = clock.GetUtcNow().UtcDateTime,
    };

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class PersonalLinkMapping : IEntityTypeConfiguration<PersonalLink>
{
    public void Configure(EntityTypeBuilder<PersonalLink> builder)
    {
        builder.ToTable("learning_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.Property(link => link.CourseCode).HasMaxLength(PackLimits.Title);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.PersonId);
    }
}
