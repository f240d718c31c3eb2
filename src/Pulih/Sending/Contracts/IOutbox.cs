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
}

/// <summary>A message to be sent and whom it answers.</summary>
public sealed record Outgoing(Guid PersonId, string Channel, string Address, Purpose Purpose, Say Say)
{
    /// <summary>The number of ours it goes out from; the first configured one when null.</summary>
    public string? Number { get; init; }

    /// <summary>Written before each choice's payload, so that a tap finds its dialogue.</summary>
    public string? Dialogue { get; init; }

    /// <summary>The provider's id of the message it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>When the person last wrote; the provider takes free-form messages for 24 hours from then.</summary>
    public required DateTime HeardAt { get; init; }
}

/// <summary>The way out. A message is stored in the caller's transaction and sent after it, at least once, in order per person.</summary>
public interface IOutbox
{
    /// <summary>Queues a message; the caller's edge saves it. Gives the outbox id.</summary>
    Guid Queue(PulihDb db, Outgoing message);

    /// <summary>Tells the senders, after the save, that there is something to send.</summary>
    void Wake();
}
