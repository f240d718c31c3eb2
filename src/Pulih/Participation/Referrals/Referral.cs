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

    /// <summary>How many enrolments came by it, and how many of them have begun and completed a course.</summary>
    public int Came { get; set; }
    public int Begun { get; set; }
    public int Completed { get; set; }

    /// <summary>Something happened since they were counted.</summary>
    public bool Uncounted { get; set; }

    public static Referral Of(Contracts.ReferralInfo info, DateTime now)
    {
        if (!IsCode(info.Code))
        {
            throw new ArgumentException($"'{info.Code}' is no code: 3 to 20 letters, digits or hyphens.", nameof(info));
        }

        return new Referral
        {
            Code = info.Code.ToUpperInvariant(), ProgrammeId = info.ProgrammeId, CohortId = info.CohortId, PartnerId = info.PartnerId, Source = info.Source, CreatedAt = now,
        };
    }

    /// <summary>3 to 20 letters, digits and hyphens.</summary>
    public static bool IsCode(string code) => Codes().IsMatch(code);

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
        builder.HasIndex(r => r.Code).HasFilter("\"Uncounted\"").HasDatabaseName("ix_participation_referrals_uncounted");
    }
}
