using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Participation.Contracts;

namespace Pulih.Sending.Broadcasts;

internal enum BroadcastState
{
    Draft = 0,
    Running = 1,
    Paused = 2,
    Stopped = 3,
    Done = 4,
}

/// <summary>One template to many participants, each in their own daytime and once.</summary>
internal sealed class Broadcast
{
    public required Guid Id { get; init; }
    public required Guid ProgrammeId { get; init; }
    public required string Title { get; init; }
    public required Guid TemplateId { get; init; }
    public Guid? CohortId { get; init; }
    public string? Province { get; init; }
    public Stage? Stage { get; init; }

    /// <summary>Not before this moment, and then each in the daytime of their zone.</summary>
    public required DateTime StartsAt { get; init; }
    public required string By { get; init; }
    public BroadcastState State { get; set; }

    /// <summary>Why it pauses, where the provider made it: the provider's code.</summary>
    public int? PausedByCode { get; set; }

    /// <summary>How far the audience was taken: the last enrolment; null before.</summary>
    public Guid? Cursor { get; set; }
    public bool Prepared { get; set; }
    public int Recipients { get; set; }
    public int Queued { get; set; }
    public int Skipped { get; set; }

    public ParticipantFilter Filter => new() { Programme = ProgrammeId, Cohort = CohortId, Province = Province, Stage = Stage };
}

internal sealed class BroadcastMapping : IEntityTypeConfiguration<Broadcast>
{
    public void Configure(EntityTypeBuilder<Broadcast> builder)
    {
        builder.ToTable("sending_broadcasts");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Title).HasMaxLength(120);
        builder.Property(b => b.Province).HasMaxLength(2);
        builder.Property(b => b.By).HasMaxLength(256);
        builder.Property(b => b.State).HasConversion<short>();
        builder.Property(b => b.Stage).HasConversion<short>();
        builder.HasIndex(b => b.Id).HasFilter("\"State\" = 1").HasDatabaseName("ix_sending_broadcasts_running");
    }
}
