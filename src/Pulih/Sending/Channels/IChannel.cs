using Pulih.Sending.Outbox;

namespace Pulih.Sending.Channels;

/// <summary>One of the ways to people.</summary>
internal interface IChannel
{
    /// <summary>One of <see cref="Contracts.ChannelName"/>.</summary>
    string Name { get; }

    Capabilities Can { get; }

    /// <summary>At most one message in six seconds to the same person, with a burst of 45 borrowed.</summary>
    bool PairRule { get; }

    /// <summary>Each delivered message has a price.</summary>
    bool Costs { get; }

    /// <summary>Sends one message; never throws for what the network or the provider does.</summary>
    Task<SendResult> Send(OutboxMessage message, CancellationToken cancel);
}

/// <summary>The ways to people by their names.</summary>
internal sealed class AllChannels(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(c => c.Name);

    public IChannel Of(string name) => byName[name];
}
