using Pulih.Platform.Storage;

namespace Pulih.Sending.Contracts;

/// <summary>How far a message has come, as people know it from the ticks of a chat.</summary>
public enum Tick
{
    /// <summary>Not taken by the provider yet.</summary>
    OnItsWay,

    /// <summary>Taken; one tick.</summary>
    Sent,

    /// <summary>On the phone; two ticks.</summary>
    Delivered,
    Read,

    /// <summary>It will not come by itself: it waits for the person or for an operator, or was refused or passed over.</summary>
    Stuck,
}

/// <summary>A message of ours as it was said; <paramref name="State"/> is a word in the reader's language.</summary>
public sealed record SentMessage(Guid Id, DateTime At, Say Say, Tick Tick, string State);

/// <summary>What was said to people.</summary>
public interface ISent
{
    /// <summary>The newest messages to these addresses before a moment, newest first.</summary>
    Task<IReadOnlyList<SentMessage>> To(PulihDb db, string channel, IReadOnlyCollection<string> addresses, DateTime before, int take, CancellationToken cancel);
}
