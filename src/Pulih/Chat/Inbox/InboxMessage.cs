using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Chat.Contracts;

namespace Pulih.Chat.Inbox;

internal enum InboxState
{
    Waiting = 0,
    Done = 1,

    /// <summary>It alone made its batch fail; answered kindly, shown to the operator, can be replayed.</summary>
    Parked = 2,
}

/// <summary>One message as it came in; kept so that a repeated delivery is recognised, its body only for a week.</summary>
internal sealed class InboxMessage
{
    /// <summary>Rises in the order of arrival.</summary>
    public long Id { get; init; }

    public required string Channel { get; init; }

    /// <summary>The provider's id, unique on its channel.</summary>
    public required string MessageId { get; init; }

    /// <summary>The person's lane; see <see cref="LaneOf"/>.</summary>
    public required short Lane { get; init; }

    public required string Address { get; init; }

    /// <summary>WhatsApp's business-scoped id, which stays when the number is withheld; null elsewhere.</summary>
    public string? UserId { get; init; }
    public string? ProfileName { get; init; }

    /// <summary>The number of ours it was sent to.</summary>
    public required string Number { get; init; }

    public required HeardKind Kind { get; init; }

    /// <summary>The provider tells it of the person, who said nothing: no window opens, and what waits for them goes on waiting.</summary>
    public bool IsTold => Kind is HeardKind.Moved or HeardKind.NoOffers;

    /// <summary>Cleaned and masked; at most 4,096 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The id of the tapped button or row, as we sent it; of a picture or voice, the provider's id or address of the file.</summary>
    public string? Payload { get; init; }

    /// <summary>The person came by a tap on an ad; what follows is free of charge for three days.</summary>
    public bool FromAd { get; init; }

    /// <summary>The provider's JSON of this message, masked; null after its time.</summary>
    public string? Body { get; init; }

    public required DateTime SentAt { get; init; }
    public required DateTime ReceivedAt { get; init; }
    public InboxState State { get; init; }
    public string? Trouble { get; init; }

    /// <summary>
    /// The lanes of the whole cluster. The trial found four to eight transactions at once best, so a lane more would
    /// only make batches smaller (docs/adr/0002).
    /// </summary>
    public const int Lanes = 8;

    /// <summary>The longest that columns keep of an address, of the provider's id and of a payload.</summary>
    public const int LongestAddress = 140;
    public const int LongestId = 200;
    public const int LongestPayload = 2_000;

    /// <summary>FNV-1a over what stays of a person: the same on every machine and in every version.</summary>
    public static short LaneOf(string channel, string address)
    {
        var hash = 2166136261u;
        foreach (var c in channel)
        {
            hash = (hash ^ c) * 16777619;
        }

        foreach (var c in address)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (short)((hash ^ hash >> 16) % Lanes);
    }
}

internal sealed class InboxMessageMapping : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("chat_inbox");
        builder.Ignore(m => m.IsTold);
        builder.Property(m => m.Channel).HasMaxLength(12);
        builder.Property(m => m.MessageId).HasMaxLength(InboxMessage.LongestId);
        builder.Property(m => m.Address).HasMaxLength(InboxMessage.LongestAddress);
        builder.Property(m => m.ProfileName).HasMaxLength(200);
        builder.Property(m => m.Number).HasMaxLength(40);
        builder.Property(m => m.UserId).HasMaxLength(InboxMessage.LongestAddress);
        builder.Property(m => m.Payload).HasMaxLength(InboxMessage.LongestPayload);
        builder.Property(m => m.State).HasConversion<short>();
        builder.Property(m => m.Kind).HasConversion<short>();
        builder.HasIndex(m => new { m.Channel, m.MessageId }).IsUnique();
        builder.HasIndex(m => new { m.Lane, m.Id }).HasFilter("\"State\" = 0").HasDatabaseName("ix_chat_inbox_waiting");
        builder.HasIndex(m => m.Id).HasFilter("\"State\" = 2").HasDatabaseName("ix_chat_inbox_parked");
        builder.HasIndex(m => m.ReceivedAt).HasFilter("\"Body\" IS NOT NULL").HasDatabaseName("ix_chat_inbox_bodies");
        builder.HasIndex(m => new { m.Address, m.Id });
    }
}
