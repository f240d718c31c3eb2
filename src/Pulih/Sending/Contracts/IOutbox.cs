using Pulih.Platform.Storage;

namespace Pulih.Sending.Contracts;

/// <summary>Why a message is sent: what a budget may stop, and what happens when the outcome of a send stays unknown.</summary>
public enum Purpose
{
    /// <summary>An answer to what a person just wrote.</summary>
    Reply = 0,

    /// <summary>A certificate; never repeated while its outcome is unknown.</summary>
    Certificate = 1,

    /// <summary>A code for signing in; never repeated.</summary>
    Code = 2,

    /// <summary>An answer written by a human.</summary>
    Human = 3,

    /// <summary>News that the programme tells by itself, such as a class tomorrow; too late to be told, it is left out.</summary>
    Notice = 4,

    /// <summary>An answer the law asks for: to stop, to consent, to erasure.</summary>
    Duty = 5,

    /// <summary>Tells somebody whose answer the budget stopped where they can go on without messages.</summary>
    Farewell = 6,

    /// <summary>One of a broadcast; answers to people go before it.</summary>
    Campaign = 7,

    /// <summary>Invites somebody to write, because an answer waits for them.</summary>
    Invitation = 8,
}

/// <summary>What follows from a purpose.</summary>
public static class Purposes
{
    /// <summary>Messages that are left out when their person writes again first: their dialogue says anew what is open, and news is old by then.</summary>
    public static readonly Purpose[] Lapsing = [Purpose.Reply, Purpose.Notice, Purpose.Duty, Purpose.Farewell, Purpose.Invitation];

    /// <summary>Messages that no budget stops.</summary>
    public static readonly Purpose[] AlwaysGo = [Purpose.Duty, Purpose.Code, Purpose.Human];
}

/// <summary>A message to be sent and whom it answers.</summary>
public sealed record Outgoing(Guid PersonId, string Channel, string Address, Purpose Purpose, Say Say)
{
    /// <summary>How long after <see cref="HeardAt"/> the provider takes free-form messages: 24 hours, less what its clock may differ from ours.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5);

    /// <summary>The number of ours it goes out from; the first configured one when null.</summary>
    public string? Number { get; init; }

    /// <summary>Written before each choice's payload, so that a tap finds its dialogue.</summary>
    public string? Dialogue { get; init; }

    /// <summary>The provider's id of the message it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>When the person last wrote; the provider takes free-form messages for a <see cref="Window"/> from then.</summary>
    public required DateTime HeardAt { get; init; }

    /// <summary>The programme that pays; null while nobody knows it.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Until when the provider takes nothing for it: 72 hours after the person came by an ad.</summary>
    public DateTime? FreeUntil { get; init; }

    /// <summary>The broadcast it belongs to.</summary>
    public Guid? CampaignId { get; init; }
}

/// <summary>The way out. A message is stored in the caller's transaction and sent after it, at least once, in order per person.</summary>
public interface IOutbox
{
    /// <summary>Queues a message; the caller's edge saves it. Gives the outbox id.</summary>
    Guid Queue(PulihDb db, Outgoing message);

    /// <summary>Tells the senders, after the save, that there is something to send.</summary>
    void Wake();
}
