using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Sending.Broadcasts;

internal enum RecipientState
{
    Waiting = 0,
    Queued = 1,

    /// <summary>Said stop, gave no permission, or got another one lately.</summary>
    Skipped = 2,
}

/// <summary>A person of a broadcast's audience; the key makes it one message however many enrolments they have.</summary>
internal sealed class Recipient
{
    public required Guid BroadcastId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Called { get; init; }
    public required string Business { get; init; }
    public required DateTime DueAt { get; init; }
    public RecipientState State { get; set; }
    public DateTime? At { get; set; }
}

internal sealed class RecipientMapping : IEntityTypeConfiguration<Recipient>
{
    public void Configure(EntityTypeBuilder<Recipient> builder)
    {
        builder.ToTable("sending_recipients");
        builder.HasKey(r => new { r.BroadcastId, r.PersonId });
        builder.Property(r => r.Called).HasMaxLength(200);
        builder.Property(r => r.Business).HasMaxLength(200);
        builder.Property(r => r.State).HasConversion<short>();
        builder.HasIndex(r => new { r.BroadcastId, r.DueAt }).HasFilter("\"State\" = 0").HasDatabaseName("ix_sending_recipients_waiting");
        builder.HasIndex(r => new { r.PersonId, r.At });
    }
}
