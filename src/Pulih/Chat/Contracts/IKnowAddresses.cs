using Pulih.Platform.Storage;

namespace Pulih.Chat.Contracts;

/// <summary>Tells whose an address is, for people who were registered before they ever wrote; implemented by the registry.</summary>
public interface IKnowAddresses
{
    /// <summary>Person by address, for those that are known; one query.</summary>
    Task<IReadOnlyDictionary<string, Guid>> Find(PulihDb db, string channel, IReadOnlyCollection<string> addresses, CancellationToken cancel);
}
