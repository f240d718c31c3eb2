using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Participation.Referrals;

/// <summary>The code of an entry link and what it stands for; it never changes, because posters hang for years.</summary>
internal sealed partial class Referral
{
    private Referral()
    {
    }

    public string Code { get; private init; } = "";

    public Guid ProgrammeId { get; private init; }

    public Guid CohortId { get; private init; }

    public Guid PartnerId { get; private init; }

    public string Source { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    public static Referral Of(Contracts.ReferralInfo info, DateTime now)
    {
        if (!Codes().IsMatch(info.Code))
        {
            throw new ArgumentException($"'{info.Code}' is no code: 3 to 20 letters, digits or hyphens.", nameof(info));
        }

        return new Referral
        {
            Code = info.Code.ToUpperInvariant(), ProgrammeId = info.ProgrammeId, CohortId = info.CohortId, PartnerId = info.PartnerId, Source = info.Source, CreatedAt = now,
        };
    }

    [GeneratedRegex("^[A-Za-z0-9-]{3,20}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Codes();
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("participation_referrals");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(20);
        builder.Property(r => r.Source).HasMaxLength(40);
    }
}
