using Pulih.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Sending.Contracts;
using Pulih.Sending.Cost;

namespace Pulih.Sending.Outbox;

/// <summary>Where an outgoing message stands. A higher number is further on and is never left for a lower one by what a provider reports.</summary>
internal enum OutboxState
{
    Queued = 0,

    /// <summary>The attempt is recorded and the request may be on its way.</summary>
    Attempting = 1,

    /// <summary>The request's outcome is unknown; the status webhook settles it.</summary>
    Uncertain = 2,

    /// <summary>Waits until the person writes again: the window closed, or a question stayed uncertain for ten minutes.</summary>
    Waiting = 3,

    /// <summary>A certificate or code that stayed uncertain; a human decides.</summary>
    ForOperator = 4,

    /// <summary>Its programme's budget is used up; it goes when the budget is raised.</summary>
    Stopped = 5,

    /// <summary>The provider took it.</summary>
    Accepted = 10,
    Sent = 11,
    Delivered = 12,
    Read = 13,
    Failed = 20,

    /// <summary>The person wrote again before it could be sent, and the conversation answered that instead.</summary>
    Lapsed = 21,
}

/// <summary>A message on its way out; stored in the transaction that decided it.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Rises in the order the messages were decided; a person's messages are sent in this order.</summary>
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string Channel { get; init; }
    public required string Number { get; init; }
    public required string Address { get; init; }
    public required Purpose Purpose { get; init; }

    /// <summary>The <see cref="Say"/>, as JSON.</summary>
    public required string Body { get; init; }
    public string? Dialogue { get; init; }
    public string? InReplyTo { get; init; }

    /// <summary>When the person last wrote; free-form messages are taken for 24 hours from then.</summary>
    public required DateTime HeardAt { get; set; }
    public required DateTime QueuedAt { get; init; }
    public OutboxState State { get; set; }

    /// <summary>Not before this time, after a refusal that passes.</summary>
    public DateTime DueAt { get; set; }
    public short Attempts { get; set; }
    public DateTime? AttemptedAt { get; set; }

    /// <summary>Who attempts it: a sender that lost its number to another one no longer matches.</summary>
    public Guid? Claim { get; set; }
    public string? ProviderId { get; set; }
    public int? ErrorCode { get; set; }
    public string? PriceCategory { get; set; }
    public string? PriceType { get; set; }
    public DateTime? SettledAt { get; set; }

    /// <summary>When its person was invited to write, so that it can be sent.</summary>
    public DateTime? InvitedAt { get; set; }

    /// <summary>Whose budget pays; <see cref="Budget.Nobody"/> while the person's programme is unknown.</summary>
    public Guid ProgrammeId { get; init; }
    public PriceCategory Category { get; set; }
    public Guid? CampaignId { get; init; }
    public DateTime? FreeUntil { get; init; }

    /// <summary>The price when it was dispatched, in hundredths of a rupiah; null before.</summary>
    public long? Price { get; set; }

    /// <summary>What its budget holds for it until the provider reports.</summary>
    public long? Reserved { get; set; }

    /// <summary>What it cost once delivered.</summary>
    public long? Cost { get; set; }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("sending_outbox");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Channel).HasMaxLength(12);
        builder.Property(m => m.Number).HasMaxLength(40);
        builder.Property(m => m.Address).HasMaxLength(140);
        builder.Property(m => m.Dialogue).HasMaxLength(40);
        builder.Property(m => m.InReplyTo).HasMaxLength(200);
        builder.Property(m => m.ProviderId).HasMaxLength(200);
        builder.Property(m => m.PriceCategory).HasMaxLength(40);
        builder.Property(m => m.PriceType).HasMaxLength(40);
        builder.Property(m => m.Purpose).HasConversion<short>();
        builder.Property(m => m.State).HasConversion<short>();
        builder.Property(m => m.Category).HasConversion<short>();
        builder.HasIndex(m => new { m.Number, m.Id }).HasFilter("\"State\" = 0").HasDatabaseName("ix_sending_outbox_queued");
        builder.HasIndex(m => m.AttemptedAt).HasFilter("\"State\" IN (1, 2)").HasDatabaseName("ix_sending_outbox_unsettled");
        builder.HasIndex(m => m.Address).HasFilter("\"State\" = 3").HasDatabaseName("ix_sending_outbox_waiting");
        builder.HasIndex(m => m.Id).HasFilter("\"State\" IN (4, 20)").HasDatabaseName("ix_sending_outbox_trouble");
        builder.HasIndex(m => m.Id).HasFilter("\"State\" = 5").HasDatabaseName("ix_sending_outbox_stopped");
        builder.HasIndex(m => m.Id).HasFilter("\"Reserved\" IS NOT NULL").HasDatabaseName("ix_sending_outbox_reserved");
        builder.HasIndex(m => new { m.Address, m.Id });
        builder.HasIndex(m => new { m.CampaignId, m.State }).HasFilter("\"CampaignId\" IS NOT NULL").HasDatabaseName("ix_sending_outbox_campaign");
    }
}
