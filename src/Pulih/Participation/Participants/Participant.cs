using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Participation.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>The flat row of the participant list: what the desk reads at once without asking four capabilities. Events keep it true.</summary>
internal sealed class Participant
{
    public required Guid EnrolmentId { get; init; }

    public Guid PersonId { get; init; }

    public Guid BusinessId { get; init; }

    public Guid ProgrammeId { get; init; }

    public Guid CohortId { get; init; }

    public Guid PartnerId { get; init; }

    public string Source { get; init; } = "";

    /// <summary>The entry link they came by.</summary>
    public string? ReferralCode { get; init; }

    public string PersonName { get; set; } = "";

    public string BusinessName { get; set; } = "";

    public string? Phone { get; set; }

    public string SectorKey { get; set; } = "";

    public string RegionCode { get; set; } = "";

    public string ProvinceCode { get; set; } = "";

    public Stage Stage { get; set; }

    public DateTime EnrolledAt { get; init; }

    /// <summary>The last day (WIB) the owner wrote or learned.</summary>
    public DateOnly LastActive { get; set; }

    /// <summary>When they were reminded; it happens once.</summary>
    public DateTime? RemindedAt { get; set; }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("participation_participants");
        builder.HasKey(p => p.EnrolmentId);
        builder.Property(p => p.EnrolmentId).ValueGeneratedNever();
        builder.Property(p => p.Source).HasMaxLength(40);
        builder.Property(p => p.PersonName).HasMaxLength(500);
        builder.Property(p => p.BusinessName).HasMaxLength(500);
        builder.Property(p => p.Phone).HasMaxLength(20);
        builder.Property(p => p.SectorKey).HasMaxLength(30);
        builder.Property(p => p.RegionCode).HasMaxLength(8);
        builder.Property(p => p.ProvinceCode).HasMaxLength(2);
        builder.HasIndex(p => new { p.ProgrammeId, p.EnrolmentId });
        builder.HasIndex(p => new { p.CohortId, p.EnrolmentId });
        builder.HasIndex(p => new { p.PartnerId, p.EnrolmentId });
        builder.HasIndex(p => p.PersonId);
        builder.Property(p => p.ReferralCode).HasMaxLength(20);
        builder.HasIndex(p => new { p.ReferralCode, p.Stage }).HasFilter("\"ReferralCode\" IS NOT NULL");
        builder.HasIndex(p => p.LastActive).HasFilter("\"RemindedAt\" IS NULL AND \"Stage\" < 3").HasDatabaseName("ix_participation_participants_silent");
    }
}
