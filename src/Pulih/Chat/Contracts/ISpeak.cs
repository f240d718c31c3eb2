using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Contracts;

/// <summary>Says something to people outside the course of a conversation, through the channel they last wrote on.</summary>
public interface ISpeak
{
    /// <summary>
    /// Queues the messages on the caller's database. A person who never wrote, or said stop, is not written to. The open
    /// question stays open, so choices are only for a <paramref name="dialogue"/> that answers aside: a tap finds it by itself.
    /// </summary>
    Task To(PulihDb db, Purpose purpose, IReadOnlyCollection<(Guid PersonId, Say Say)> messages, CancellationToken cancel, string? dialogue = null);
}

/// <summary>A person wrote for the first time on this day (WIB); told once a day, for who has fallen silent.</summary>
public sealed record PersonHeard(Guid PersonId, DateOnly Day) : IEvent
{
    public static string Name => "chat.person-heard";
}

/// <summary>Somebody carried their own code from one channel to another: who was <paramref name="Left"/> there is <paramref name="Kept"/>.</summary>
public sealed record PeopleLinked(Guid Left, Guid Kept, string Channel, string Address) : IEvent
{
    public static string Name => "chat.people-linked";
}

/// <summary>The provider told that a person's address changed; the conversation has moved already.</summary>
public sealed record AddressChanged(Guid PersonId, string Channel, string From, string To) : IEvent
{
    public static string Name => "chat.address-changed";
}
