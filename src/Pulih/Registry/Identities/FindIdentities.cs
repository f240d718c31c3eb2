using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Registry.Identities;

/// <summary>Whose an address is: the same phone number is the same owner, whether they registered in chat or through a partner's list.</summary>
internal sealed class FindIdentities : IKnowAddresses
{
    public async Task<IReadOnlyDictionary<string, Guid>> Find(PulihDb db, string channel, IReadOnlyCollection<string> addresses, CancellationToken cancel) =>
        await db.Set<Identity>().AsNoTracking()
            .Where(i => i.Channel == channel && i.Until == null && addresses.Contains(i.Address))
            .ToDictionaryAsync(i => i.Address, i => i.PersonId, cancel);
}
