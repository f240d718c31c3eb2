using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Chat.Inbox;

/// <summary>What the provider says became of a message of ours; stored before it is acknowledged, removed once settled.</summary>
internal sealed class StatusReport
{
    public long Id { get; init; }
    public required string Channel { get; init; }

    /// <summary>The provider's id of our message; empty where it reports everything up to a moment.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whose phone reports, on channels that do not send our id back.</summary>
    public string? Address { get; init; }

    /// <summary>Our outbox id, echoed by the provider; null when it was not.</summary>
    public Guid? OutboxId { get; init; }

    public required string Status { get; init; }
    public required DateTime At { get; init; }
    public int? ErrorCode { get; init; }
    public string? PriceCategory { get; init; }
    public string? PriceType { get; init; }
}

internal sealed class StatusReportMapping : IEntityTypeConfiguration<StatusReport>
{
    public void Configure(EntityTypeBuilder<StatusReport> builder)
    {
        builder.ToTable("chat_statuses");
        builder.Property(s => s.Channel).HasMaxLength(12);
        builder.Property(s => s.MessageId).HasMaxLength(InboxMessage.LongestId);
        builder.Property(s => s.Address).HasMaxLength(InboxMessage.LongestAddress);
        builder.Property(s => s.Status).HasMaxLength(20);
        builder.Property(s => s.PriceCategory).HasMaxLength(40);
        builder.Property(s => s.PriceType).HasMaxLength(40);
    }
}

/// <summary>A well-signed body that could not be read; kept for the operator for a week, because the provider was told it arrived.</summary>
internal sealed class UnreadBody
{
    public long Id { get; init; }
    public required string Channel { get; init; }
    public required byte[] Body { get; init; }
    public required string Trouble { get; init; }
    public required DateTime ReceivedAt { get; init; }
}

internal sealed class UnreadBodyMapping : IEntityTypeConfiguration<UnreadBody>
{
    public void Configure(EntityTypeBuilder<UnreadBody> builder)
    {
        builder.ToTable("chat_unread");
        builder.Property(b => b.Channel).HasMaxLength(12);
        builder.Property(b => b.Trouble).HasMaxLength(200);
        builder.HasIndex(b => b.ReceivedAt);
    }
}
